import Query
import Words

/// What the figures of a screen are limited to, in words.
struct Scope {
  private let conditions: [Condition]
  private let context: Context

  init(_ conditions: [Condition], _ context: Context) {
    self.conditions = conditions
    self.context = context
  }

  func text(_ look: Look) -> String {
    let texts = conditions.map { condition in
      let values = condition.values.joined(separator: ", ")
      let sign = condition.comparison == .isEqual ? "" : condition.comparison.rawValue + " "
      // A code such as 02 says nothing without what it is a code of.
      let isCode = !condition.dimension.isTime && condition.values.contains { $0.allSatisfy(\.isNumber) }
      let name = isCode ? look.say(QueryWords.dimension(condition.dimension.rawValue)) + " " : ""
      return name + sign + values
    }
    return texts.isEmpty
      ? context.scope ?? look.say(DashboardWords.allRegions) : texts.joined(separator: look.separator)
  }
}
