import CanonicalJSON
import Words

extension QueryResult {
  /// The rows as other programs read them, such as `[{"kwartaal": "2016k2", "uitval_breed": {"value": 0.118, …}}]`.
  ///
  /// A key that is not known is `(onbekend)` in every language.
  public var json: JSONValue {
    .array(
      rows.map { row in
        var object = JSONObject()
        for (dimension, key) in zip(dimensions, row.keys) {
          object[dimension.rawValue] = .string(key ?? QueryWords.unknown.dutch)
        }
        for (indicator, figure) in zip(indicators, row.figures) { object[indicator.id] = figure.json }
        return .object(object)
      })
  }
}

extension Figure {
  /// `{"value", "numerator", "n", "low", "high", "missing", "suppressed"}`, with null for what there is none of.
  public var json: JSONValue {
    func number(_ value: Double?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
    var object = JSONObject()
    object["value"] = number(value)
    object["numerator"] = JSONValue(numerator)
    object["n"] = .integer(Int64(n))
    object["low"] = number(low)
    object["high"] = number(high)
    object["missing"] = .integer(Int64(missing))
    object["suppressed"] = .bool(suppressed)
    return .object(object)
  }
}
