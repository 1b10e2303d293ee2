import CivilTime
import Words

extension Indicator {
  /// What a reader needs to know of it: of one that people recorded, what its `definitie` says.
  public var words: IndicatorWords {
    if let words = IndicatorWords(for: id) { return words }
    let rule = ruleText
    return IndicatorWords(
      recorded: id, definition: description ?? rule, rule: rule,
      valueUnit: isShare
        ? Phrase(same: "%")
        : kind == .duration ? Phrase(nl: "dagen", en: "days") : IndicatorWords.unit(unit.rawValue, count: 2))
  }

  /// The rule that holds now, as it would be written in a `definitie`.
  public var ruleText: String { text(of: rule) }

  private func text(of rule: Rule) -> String {
    var parts = [table.rawValue]
    if rule.filter != .always { parts.append("filter: " + rule.filter.text) }
    switch rule.measure {
    case .share(let numerator), .shareOfTrajecten(let numerator): parts.append("teller: " + numerator.text)
    case .mean(let field), .median(let field), .sum(let field, _): parts.append("waarde: " + field)
    default: break
    }
    if rule.counted != .always { parts.append("noemer: " + rule.counted.text) }
    return parts.joined(separator: "; ")
  }

  /// A rule with the days on which it holds, as text.
  public struct DatedRule: Sendable, Equatable {
    /// What it was recorded as, or the rule again.
    public let definition: String
    public let rule: String
    /// Nil for the first.
    public let from: CivilDate?
    /// The first day of the next one; nil for the last.
    public let until: CivilDate?

    /// A text of it behind those days.
    public func dated(_ text: String) -> Phrase { HistoryWords.rule(text, from: from?.iso, until: until?.iso) }
  }

  /// All its rules in the order of their days; one for those that never changed.
  public var datedRules: [DatedRule] {
    rules.enumerated().map { place, rule in
      let text = text(of: rule)
      return DatedRule(
        definition: rule.description ?? text, rule: text, from: rule.from,
        until: place + 1 < rules.count ? rules[place + 1].from : nil)
    }
  }
}
