import CanonicalJSON

extension Figure {
  private enum Member {
    case number(Double?)
    case count(Int)
    case flag(Bool)
    case norms([Norm])
  }

  /// Hands over what other programs read of it, in the order of the names, as canonical JSON has them.
  private func eachMember(_ body: (StaticString, Member) -> Void) {
    body("high", .number(high))
    if let open { body("least", .number(open.low)) }
    body("low", .number(low))
    body("missing", .count(missing))
    if let open { body("most", .number(open.high)) }
    body("n", .count(n))
    if let nonresponse {
      body("nonresponse_high", .number(nonresponse.high))
      body("nonresponse_low", .number(nonresponse.low))
    }
    if !norms.isEmpty { body("norms", .norms(norms)) }
    body("numerator", .number(numerator))
    body("suppressed", .flag(suppressed))
    body("value", .number(value))
  }

  /// `{"value", "numerator", "n", "low", "high", "missing", "suppressed"}`, with null for what there is none of, and
  /// `least` and `most` where open conflicts may move it, `nonresponse_low` and `nonresponse_high` where not everybody
  /// answered, and `norms` where it is held to those.
  public var json: JSONValue {
    var object = JSONObject()
    eachMember { name, member in
      object[name.description] =
        switch member {
        case .number(let value): value.map { JSONValue($0) } ?? .null
        case .count(let count): .integer(Int64(count))
        case .flag(let flag): .bool(flag)
        case .norms(let norms): .array(norms.map(\.json))
        }
    }
    return .object(object)
  }

  /// Appends what `json` is, as canonical text.
  func appendJSON(to bytes: inout [UInt8]) {
    func append(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }
    var separator: StaticString = "{\""
    eachMember { name, member in
      append(separator)
      separator = ",\""
      append(name)
      append("\":")
      switch member {
      case .number(nil): append("null")
      case .number(let value?): JSONValue(value).appendCanonical(to: &bytes)
      case .count(let count): JSONValue.integer(Int64(count)).appendCanonical(to: &bytes)
      case .flag(let flag): append(flag ? "true" : "false")
      case .norms(let norms): JSONValue.array(norms.map(\.json)).appendCanonical(to: &bytes)
      }
    }
    append("}")
  }
}

extension Norm {
  /// `{"days", "source", "regio", "periode"}`, with null for what it does not say.
  fileprivate var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return ["days": JSONValue(days), "source": text(source), "regio": text(regio), "periode": text(periode)]
  }
}
