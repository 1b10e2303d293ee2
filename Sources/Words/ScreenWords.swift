/// What single screens say: one provider, methods, quality, flows, budget.
public enum ScreenWords {
  public static let howIsThisOne = Phrase(nl: "Hoe gaat het hier?", en: "How is it going here?")
  public static let whatFlows = Phrase(nl: "Wie komt, wie gaat?", en: "Who comes, who goes?")
  public static let doesItLast = Phrase(nl: "Is er genoeg?", en: "Does it last?")
  public static let doMethodsDiffer = Phrase(nl: "Hoe verschillen de methoden?", en: "How do the methods differ?")
  public static let canItBeTrusted = Phrase(nl: "Klopt wat we zien?", en: "Can it be trusted?")

  // MARK: Nothing to show

  public static func emptiedBy(_ condition: String, _ count: Phrase) -> Phrase {
    Phrase(
      nl: "Niets past bij '\(condition)'; zonder die voorwaarde zijn er \(count.dutch) beëindigde trajecten.",
      en: "Nothing meets '\(condition)'; without that condition there are \(count.english) ended trajectories.")
  }

  public static func emptiedTogether(_ conditions: [String], _ count: Phrase) -> Phrase {
    let list = conditions.map { "'\($0)'" }
    return Phrase(
      nl: "Niets past bij \(list.joined(separator: " en ")) samen; zonder voorwaarden zijn er \(count.dutch) "
        + "beëindigde trajecten.",
      en: "Nothing meets \(list.joined(separator: " and ")) together; without conditions there are \(count.english) "
        + "ended trajectories.")
  }
}
