import CanonicalJSON
import Words

extension Release {
  /// The release as one document, without anything that was kept back: `{"question", "level", "minimum", "definitions",
  /// "dimensions", "rows": […], "suppressed": count, "notes": […]}`.
  ///
  /// Why a figure is not given stays here: that few are behind it, that it is nobody or everybody, or that it would be
  /// safe by itself, says of a hidden count what hiding it keeps back.
  /// Rows are as those of `QueryResult.json`; what is not given is null.
  public func json(_ language: Language) -> JSONValue {
    [
      "question": .string(question), "level": .string(policy.level.rawValue),
      "minimum": .integer(Int64(policy.rule.minimum)),
      "definitions": .array(indicators.map { .string($0.definition) }),
      "dimensions": .array(dimensions.map { .string($0.rawValue) }),
      "rows": .array(rows.map(json)), "suppressed": .integer(Int64(suppressedCounts.values.reduce(0, +))),
      "notes": .array(remarks.map { .string($0[language]) }),
    ]
  }

  private func json(_ row: Row) -> JSONValue {
    var object = JSONObject()
    for (dimension, key) in zip(dimensions, row.keys) {
      object[dimension.rawValue] = .string(key ?? QueryWords.unknown.dutch)
    }
    for (indicator, figure) in zip(indicators, row.figures) { object[indicator.id] = figure.json }
    return .object(object)
  }

  /// What a reader has to know beside the figures; nothing that counts people.
  public var remarks: [Phrase] {
    var remarks = [GateWords.rounding(policy.level.rawValue, minimum: policy.rule.minimum)]
    if isReordered { remarks.append(GateWords.reordered) }
    return remarks + notes.filter(\.isWithoutCounts).map { $0.phrase() }
  }
}

extension QueryNote {
  /// Whether it may go along with figures that leave: most say how many of something there are.
  var isWithoutCounts: Bool {
    switch self {
    case .inventedData, .uitvalHasTwoMeanings, .moreThanOneScale, .repeats, .ignores, .seriesBreak, .treeknorm,
      .norms:
      true
    default: false
    }
  }
}

extension ReleasedFigure {
  /// As `Figure.json`, with `n_at_least` where `n` is no more than that.
  public var json: JSONValue {
    func number(_ value: Double?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
    func count(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
    var object = JSONObject()
    object["value"] = number(value)
    object["numerator"] = count(numerator)
    object["n"] = count(n)
    object["n_at_least"] = isAtLeast ? .bool(true) : nil
    object["low"] = number(low)
    object["high"] = number(high)
    object["missing"] = .null
    object["suppressed"] = .bool(suppressed)
    return .object(object)
  }
}
