import CanonicalJSON
import Query

/// What a figure is called where it is explained: its indicator, and its value on each dimension of the question.
struct FigureName {
  private let indicator: Indicator
  private let keys: [(dimension: Dimension, value: String?)]

  init(_ indicator: Indicator, _ keys: [(dimension: Dimension, value: String?)]) {
    self.indicator = indicator
    self.keys = keys
  }

  /// `uitval_breed zee-003 2016k1`, for a column.
  var text: String { ([indicator.id] + keys.compactMap(\.value)).joined(separator: " ") }

  /// `uitval_breed   zee-003, 2016k1`, for a line of its own.
  var heading: String {
    let values = keys.compactMap(\.value).joined(separator: ", ")
    return indicator.id + (values.isEmpty ? "" : "   " + values)
  }

  /// The values by their dimensions, null for what is not known.
  var json: JSONValue {
    var object = JSONObject()
    for (dimension, value) in keys { object[dimension.rawValue] = value.map(JSONValue.string) ?? .null }
    return .object(object)
  }
}
