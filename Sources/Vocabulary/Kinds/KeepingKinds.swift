import Words

/// Files that belong to facts, and how long facts are kept.
extension Kind {
  static var bewaren: [Kind] { [bijlage, bewaartermijn, behouden] }

  /// The name under which other modules know the kind.
  public static let bijlageName = "bijlage"
  public static let bewaartermijnName = "bewaartermijn"
  public static let behoudenName = "behouden_na_wissing"

  private static var bijlage: Kind {
    Kind(
      bijlageName, "bijlage", "attachment",
      explained: Phrase(
        nl:
          "Een bestand bij een feit: een opname, een verslag, een formulier. Het staat in attachments/ onder zijn hash.",
        en: "A file that belongs to a fact: a recording, a report, a form. It stands in attachments/ under its hash."),
      in: .onderzoek,
      fields: [
        Field("sha256", .hash, "SHA-256 van het bestand", "SHA-256 of the file", .required),
        .count("bytes", "grootte", "size", .required, unit: Phrase(same: "bytes")),
        Field("naam", .fileName, "naam van het bestand", "name of the file", []),
        .text("type", "mediatype", "media type"),
        .code("soort", "bijlagesoort", "soort", "sort"),
        .reference("interview", .interview, "interview", "interview"),
        .reference("respondent", .respondent, "respondent", "respondent", .personal),
        .reference("traject", .traject, "traject", "trajectory", .personal),
        .reference("pseudoniem", .jeugdige, "pseudoniem", "pseudonym", .personal),
        .reference("aanbieder", .aanbieder, "aanbieder", "provider"),
        .code("regio", "regio", "regio", "region"),
        .date("datum", "datum", "date"),
      ],
      slot: nil,
      example: """
        {"bytes":48213004,"datum":"2016-03-02","interview":"I-0007","naam":"opname.m4a",\
        "sha256":"00000000000000000000000000000000000000000000000000000000000000aa","soort":"opname","type":"audio/mp4"}
        """)
  }

  private static var bewaartermijn: Kind {
    Kind(
      bewaartermijnName, "bewaartermijn", "retention term",
      explained: Phrase(
        nl:
          "Tot wanneer feiten bewaard worden: die van een import, over een bron of van een soort; binnen één regio of overal.",
        en:
          "Until when facts are kept: those of an import, about a source or of a kind; within one region or everywhere."
      ),
      in: .onderzoek,
      fields: [
        .reference("import", .line, "import", "import"),
        .reference("over_bron", .bron, "bron", "source"),
        .text("soort_feit", "soort feit", "kind of fact"),
        .code("regio", "regio", "regio", "region"),
        .date("bewaren_tot", "bewaren tot en met", "keep up to and including", .required),
        .text("grond", "grond", "ground", .required),
      ],
      needs: [.any("import", "over_bron", "soort_feit")],
      slot: ["import", "over_bron", "soort_feit", "regio"],
      example: """
        {"bewaren_tot":"2026-12-31","grond":"tien jaar na het onderzoek","soort_feit":"antwoord"}
        """)
  }

  private static var behouden: Kind {
    Kind(
      behoudenName, "behouden na een wissing", "kept after an erasure",
      explained: Phrase(
        nl: "Iemand heeft bekeken of deze feiten na een wissing mogen blijven, en vindt van wel.",
        en: "Someone has looked at whether these facts may stay after an erasure, and holds that they may."),
      in: .onderzoek,
      fields: [
        Field("feiten", .list(.reference(.line)), "feiten", "facts", .required),
        .text("reden", "reden", "reason", .required),
      ],
      slot: nil,
      example: #"{"feiten":["7k3f9q2mx4tz:41#q83v"],"reden":"gaat over een ander traject"}"#)
  }
}
