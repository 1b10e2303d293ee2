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

  /// The rule as it would be written in a `definitie`.
  public var ruleText: String {
    var parts = [table.rawValue]
    if rule.filter != .always { parts.append("filter: " + rule.filter.text) }
    switch measure {
    case .share(let numerator), .shareOfTrajecten(let numerator): parts.append("teller: " + numerator.text)
    case .mean(let field), .median(let field), .sum(let field, _): parts.append("waarde: " + field)
    default: break
    }
    if rule.counted != .always { parts.append("noemer: " + rule.counted.text) }
    return parts.joined(separator: "; ")
  }
}
