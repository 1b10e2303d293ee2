import Words

/// The kinds that steer the log itself. A new one is a new format number.
extension Kind {
  static var structural: [Kind] { [log, checkpoint, eigenLog, lid, lidIngetrokken, wissing] }

  private static let logField = Field.reference("log", .logID, "log", "log", .required)

  private static var log: Kind {
    Kind(
      "log", "eerste regel van een log", "first line of a log",
      explained: Phrase(
        nl: "Van wie een log is: sleutel, werkruimte, regio en wie hem mag lezen.",
        en: "Whose a log is: key, workspace, region and who may read it."),
      in: .systeem,
      fields: [
        .code("audience", "publiek", "wie hem mag lezen", "who may read it", .required),
        .reference("follows", .logID, "log waarop deze volgt", "log that this one follows"),
        .integer("format", 1...1_000_000, "formaat", "format", .required),
        .text("public_key", "openbare sleutel", "public key", .required),
        .reference("regio", .regio, "regio", "region"),
        .reference("workspace", .logID, "werkruimte", "workspace"),
      ],
      slot: nil, origin: .structure,
      example: """
        {"audience":"gedeeld","format":1,"public_key":"ssh-ed25519 AAAAvoorbeeld","regio":"zeeland",\
        "workspace":"7k3f9q2mx4tz"}
        """)
  }

  private static var checkpoint: Kind {
    Kind(
      "checkpoint", "controlepunt", "checkpoint",
      explained: Phrase(
        nl: "Een handtekening over alles wat ervoor staat.", en: "A signature over everything before it."),
      in: .systeem,
      fields: [
        .text("link", "volledige schakel", "full link", .required),
        .text("signature", "handtekening", "signature", .required),
      ],
      slot: nil, origin: .structure,
      example: #"{"link":"voorbeeld","signature":"voorbeeld"}"#)
  }

  private static var eigenLog: Kind {
    Kind(
      "eigen_log", "eigen log", "own log",
      explained: Phrase(
        nl: "De schrijver van dit log schrijft ook dat log.", en: "The writer of this log also writes that one."),
      in: .systeem, fields: [logField],
      slot: nil, origin: .structure,
      example: #"{"log":"7k3f9q2mx4tz"}"#)
  }

  private static var lid: Kind {
    Kind(
      "lid", "lid toegelaten", "member admitted",
      explained: Phrase(nl: "De regels van dit log tellen mee.", en: "The lines of this log count."),
      in: .systeem,
      fields: [
        logField,
        .code("rol", "rol", "rol", "role", .required),
        .reference("regio", .regio, "regio", "region"),
      ],
      slot: nil, origin: .structure,
      example: #"{"log":"7k3f9q2mx4tz","regio":"zeeland","rol":"onderzoeker"}"#)
  }

  private static var lidIngetrokken: Kind {
    Kind(
      "lid_ingetrokken", "lid ingetrokken", "member revoked",
      explained: Phrase(
        nl: "Van dit log tellen alleen nog de genoemde regels en wat ervoor staat.",
        en: "Of this log only the lines named and those before them still count."),
      in: .systeem,
      fields: [logField, Field("tot", .list(.object), "laatste regels die tellen", "last lines that count", [])],
      slot: nil, origin: .structure,
      example: #"{"log":"7k3f9q2mx4tz","tot":[{"chain":"q83vEjRWeJA","seq":41}]}"#)
  }

  private static var wissing: Kind {
    Kind(
      "wissing", "wissing", "erasure",
      explained: Phrase(
        nl: "De inhoud van deze regels verdwijnt overal; dat zij er waren, blijft zichtbaar.",
        en: "The content of these lines goes everywhere; that they were there stays visible."),
      in: .systeem,
      fields: [
        Field("doelen", .list(.reference(.line)), "regels", "lines", .required),
        .text("grond", "grond", "ground", .required),
        .texts("kenmerken", "herkenning van wie gewist is", "marks of who was erased"),
      ],
      slot: nil, origin: .structure,
      example: #"{"doelen":["7k3f9q2mx4tz:17#Zk3x"],"grond":"verzoek van de betrokkene"}"#)
  }
}
