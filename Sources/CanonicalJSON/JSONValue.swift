/// A JSON value as a payload holds it.
///
/// Whole numbers within ±(2^53−1) are always `integer`, however they were written, so that equal numbers are equal
/// values; `number` holds all others.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The largest whole number that every JSON reader keeps exactly: 2^53 − 1.
  public static let largestInteger: Int64 = 9_007_199_254_740_991

  /// The value of a double: `integer` where it is whole and small enough. Not finite becomes `null`.
  public init(_ double: Double) {
    if let whole = Int64(exactly: double), abs(whole) <= Self.largestInteger {
      self = .integer(whole)
    } else {
      self = double.isFinite ? .number(double) : .null
    }
  }

  public var stringValue: String? { if case .string(let value) = self { value } else { nil } }
  public var integerValue: Int64? { if case .integer(let value) = self { value } else { nil } }
  public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The number, whole or not.
  public var doubleValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The member of an object, or nil.
  public subscript(key: String) -> JSONValue? { objectValue?[key] }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
