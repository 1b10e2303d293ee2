/// Words of the codebook around the vocabulary's own.
public enum CodebookWords {
  public static func title(_ version: String) -> Phrase {
    Phrase(nl: "Codeboek, vocabulaire versie \(version)", en: "Codebook, vocabulary version \(version)")
  }

  public static func audience(_ name: String) -> Phrase {
    switch name {
    case "prive": Phrase(nl: "blijft op deze schijf (prive)", en: "never leaves this disk (prive)")
    case "regio": Phrase(nl: "voor de eigen regio (regio)", en: "for one's own region (regio)")
    default: Phrase(nl: "voor alle leden (gedeeld)", en: "for all members (gedeeld)")
    }
  }

  public static func slot(_ fields: [String]) -> Phrase {
    let list = fields.joined(separator: ", ")
    return Phrase(nl: "een per: \(list)", en: "one per: \(list)")
  }

  public static let noSlot = Phrase(nl: "elk feit staat op zichzelf", en: "every fact stands alone")
  public static let oneOnly = Phrase(nl: "een per werkruimte", en: "one per workspace")
  public static let required = Phrase(nl: "verplicht", en: "required")
  public static let personal = Phrase(nl: "persoonsgegeven", en: "personal data")
  public static let example = Phrase(nl: "voorbeeld (verzonnen):", en: "example (invented):")
  public static let codeLists = Phrase(nl: "codelijsten", en: "code lists")

  public static func needs(_ alternatives: [[String]]) -> Phrase {
    let dutch = alternatives.map { $0.joined(separator: " + ") }.joined(separator: " of ")
    let english = alternatives.map { $0.joined(separator: " + ") }.joined(separator: " or ")
    return Phrase(nl: "verplicht: \(dutch)", en: "required: \(english)")
  }
}
