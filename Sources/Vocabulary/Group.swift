import Words

/// The chapter of the codebook that a kind stands in.
public enum Group: String, Sendable, CaseIterable {
  case referentie
  case trajecten
  case geldEnCapaciteit
  case onderzoek
  case besluit
  case systeem

  public var label: Phrase {
    switch self {
    case .referentie: Phrase(nl: "regio's, aanbieders en afspraken", en: "regions, providers and agreements")
    case .trajecten: Phrase(nl: "jeugdigen en trajecten", en: "young people and care trajectories")
    case .geldEnCapaciteit: Phrase(nl: "geld en capaciteit", en: "money and capacity")
    case .onderzoek: Phrase(nl: "interviews en onderzoek", en: "interviews and research")
    case .besluit: Phrase(nl: "keuzes en besluiten", en: "choices and decisions")
    case .systeem: Phrase(nl: "Veldlog zelf", en: "Veldlog itself")
    }
  }
}
