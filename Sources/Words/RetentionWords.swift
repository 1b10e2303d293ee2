/// What is said of how long facts are kept.
public enum RetentionWords {
  public static let summary = Phrase(
    nl: "toon wat langer bewaard wordt dan mag, en wat binnenkort weg moet",
    en: "show what is kept longer than it may be, and what has to go soon")
  public static let note = Phrase(
    nl:
      "Leg een termijn vast met 'veldlog record bewaartermijn': van een soort feit, een import of een bron, in één regio of overal. Van meer termijnen voor één feit telt de laatste. Er wordt nooit vanzelf iets gewist: dat doet 'veldlog erase --term REF'.",
    en:
      "Record a term with 'veldlog record bewaartermijn': of a kind of fact, an import or a source, in one region or everywhere. Of several terms for one fact the last counts. Nothing is ever erased by itself: that is what 'veldlog erase --term REF' does."
  )
  public static let asOfOption = Phrase(nl: "alsof het die dag is", en: "as if it were that day")
  public static let recordExample = Phrase(nl: "leg een termijn vast", en: "record a term")
  public static let example = Phrase(nl: "wat is voorbij, wat komt eraan", en: "what has passed, what is coming")
  public static let eraseExample = Phrase(nl: "wis wat voorbij is", en: "erase what has passed")
  public static let none = Phrase(
    nl: "er zijn nog geen bewaartermijnen ('veldlog record bewaartermijn')",
    en: "there are no retention terms yet ('veldlog record bewaartermijn')")
  public static let about = Phrase(nl: "waarvan", en: "of what")
  public static let until = Phrase(nl: "bewaren tot en met", en: "keep up to")
  public static let facts = Phrase(nl: "feiten", en: "facts")
  public static let state = Phrase(nl: "stand", en: "state")
  public static let ground = Phrase(nl: "grond", en: "ground")

  public static func standing(_ name: String, _ days: Int) -> Phrase {
    switch name {
    case "past": Phrase(nl: "\(-days) dagen voorbij", en: "\(-days) days past")
    case "soon": Phrase(nl: "nog \(days) dagen", en: "\(days) days left")
    case "kept": Phrase(nl: "andere termijn loopt nog", en: "another term goes on")
    case "done": Phrase(nl: "niets meer", en: "nothing left")
    default: Phrase(nl: "loopt", en: "goes on")
    }
  }
  public static func eraseHint(_ reference: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "wis \(count) feiten: veldlog erase --term \(reference) --ground \"bewaartermijn voorbij\" --dry-run",
      en: "erase \(count) facts: veldlog erase --term \(reference) --ground \"retention term passed\" --dry-run")
  }
  public static func withoutTerm(_ kinds: [(kind: String, count: Int)]) -> Phrase {
    let list = kinds.map { "\($0.count) × \($0.kind)" }.joined(separator: ", ")
    return Phrase(
      nl: "zonder termijn, en over personen: \(list)", en: "without a term, and about persons: \(list)")
  }
}
