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
      let sign = condition.comparison == .isEqual ? "" : condition.comparison.rawValue + " "
      return sign + condition.values.joined(separator: ", ")
    }
    return texts.isEmpty
      ? context.scope ?? look.say(DashboardWords.allRegions) : texts.joined(separator: look.separator)
  }
}
