extension JSONValue {
  /// Reads one value from `bytes`, which must hold nothing else.
  ///
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  public init(parsing bytes: UnsafeBufferPointer<UInt8>, rules: JSONRules = .input) throws(JSONError) {
    var scanner = JSONScanner(bytes, rules: rules)
    self = try scanner.value()
    try scanner.expectEnd()
  }

  /// Reads one value from `bytes`, which must hold nothing else.
  public init(parsing bytes: [UInt8], rules: JSONRules = .input) throws(JSONError) {
    let result: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONError) { return .success(try JSONValue(parsing: buffer, rules: rules)) } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }

  /// Reads one value from `text`, which must hold nothing else.
  public init(parsing text: String, rules: JSONRules = .input) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), rules: rules)
  }
}

extension JSONScanner {
  /// Reads one value and steps over it.
  public mutating func value(depth: Int = 0) throws(JSONError) -> JSONValue {
    try skipSpace()
    guard position < end else { throw error(.unexpectedEnd) }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string(text(of: try scanString()))
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    default:
      let number = try scanNumber()
      return number.integer.map(JSONValue.integer) ?? .number(number.double)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth)
    position += 1
    var values: [JSONValue] = []
    try skipSpace()
    if take(UInt8(ascii: "]")) { return values }
    while true {
      values.append(try value(depth: depth + 1))
      try skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "]"))
      return values
    }
  }

  /// Reads an object and steps over it.
  mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth)
    try expect(UInt8(ascii: "{"))
    var object = JSONObject()
    var previous: StringSpan?
    try skipSpace()
    if take(UInt8(ascii: "}")) { return object }
    while true {
      try skipSpace()
      let keyStart = position
      let span = try scanString()
      if rules.isCanonical {
        if let previous { try checkOrder(previous, span, at: keyStart) }
        previous = span
      }
      let key = text(of: span)
      try skipSpace()
      try expect(UInt8(ascii: ":"))
      guard object.insertNew(key, try value(depth: depth + 1)) else {
        throw error(.repeatedKey(key), at: keyStart)
      }
      try skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      try expect(UInt8(ascii: "}"))
      return object
    }
  }
}
