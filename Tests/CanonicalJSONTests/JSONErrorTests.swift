import CanonicalJSON
import Testing

/// What is wrong with some JSON, and at which byte.
@Suite struct JSONErrorTests {
  func error(_ text: String, _ rules: JSONRules) -> JSONError? { error(Array(text.utf8), rules) }

  func error(_ bytes: [UInt8], _ rules: JSONRules) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue(parsing: bytes, rules: rules)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", 0, JSONError.Reason.unexpectedEnd), ("  ", 2, .unexpectedEnd), ("[1", 2, .unexpectedEnd),
    ("[1,", 3, .unexpectedEnd), ("[1,]", 3, .unexpectedByte(0x5D)), ("[,1]", 1, .unexpectedByte(0x2C)),
    ("{\"a\"", 4, .unexpectedEnd), ("{\"a\" 1}", 5, .unexpectedByte(0x31)), ("{a:1}", 1, .unexpectedByte(0x61)),
    ("{\"a\":1,}", 7, .unexpectedByte(0x7D)), ("{\"a\":1 \"b\":2}", 7, .unexpectedByte(0x22)),
    ("tru", 3, .unexpectedEnd), ("trux", 3, .unexpectedByte(0x78)), ("nul", 3, .unexpectedEnd),
    ("\"a", 2, .unexpectedEnd), ("\"a\\", 3, .unexpectedEnd), ("\"\\u12", 5, .unexpectedEnd),
    ("\"\\x\"", 1, .invalidEscape), ("\"\\u12g4\"", 1, .invalidEscape), ("\"a\tb\"", 2, .controlCharacter),
    ("\"\\ud800\"", 1, .loneSurrogate), ("\"\\ud800\\u0041\"", 1, .loneSurrogate),
    ("\"\\udc00\"", 1, .loneSurrogate), ("-", 1, .unexpectedEnd), ("01", 0, .unexpectedByte(0x30)),
    ("-01", 1, .unexpectedByte(0x30)), ("1.", 2, .unexpectedEnd), (".5", 0, .unexpectedByte(0x2E)),
    ("1e", 2, .unexpectedEnd), ("1e+", 3, .unexpectedEnd), ("+1", 0, .unexpectedByte(0x2B)),
    ("NaN", 0, .unexpectedByte(0x4E)), ("1 2", 2, .trailingBytes), ("[]]", 2, .trailingBytes),
    ("[9007199254740992]", 1, .numberOutOfRange), ("[1e400]", 1, .numberOutOfRange),
    ("{\"a\":1,\"a\":2}", 7, .repeatedKey("a")), ("{\"a\":1,\"\\u0061\":2}", 7, .repeatedKey("a")),
    ("\u{FEFF}1", 0, .unexpectedByte(0xEF)),
  ])
  func `input of any form is refused at the first byte that is wrong`(
    text: String, offset: Int, reason: JSONError.Reason
  ) {
    #expect(error(text, .input) == JSONError(offset: offset, reason: reason))
  }

  @Test(arguments: [
    ("[1, 2]", 3, JSONError.Reason.notCanonical), (" 1", 0, .notCanonical), ("1\n", 1, .notCanonical),
    ("[1.0]", 1, .notCanonical), ("[1E2]", 1, .notCanonical), ("[0.10]", 1, .notCanonical),
    ("[1e-6]", 1, .notCanonical), ("\"\\/\"", 1, .notCanonical), ("\"\\u0041\"", 1, .notCanonical),
    ("\"\\u001F\"", 1, .notCanonical), ("\"\\u000a\"", 1, .notCanonical), ("[-0]", 1, .numberOutOfRange),
    ("{\"b\":1,\"a\":2}", 7, .unsortedKey("a")), ("{\"a\":1,\"a\":2}", 7, .repeatedKey("a")),
    ("{\"ab\":1,\"a\":2}", 8, .unsortedKey("a")),
    // U+E000 has a greater code unit than the surrogates of U+10000, and a lesser code point.
    ("{\"\u{E000}\":1,\"\u{10000}\":2}", 9, .unsortedKey("\u{10000}")),
  ])
  func `the canonical form alone is taken in a line`(text: String, offset: Int, reason: JSONError.Reason) {
    #expect(error(text, .line) == JSONError(offset: offset, reason: reason))
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are found where they begin`(bytes: [UInt8]) {
    let text = [0x22, 0x61] + bytes + [0x22]
    for rules in [JSONRules.line, .input, .any] {
      #expect(error(text, rules) == JSONError(offset: 2, reason: .invalidUTF8))
    }
  }

  @Test func `32 levels are read and the 33rd bracket is refused`() throws {
    let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(error(deep, .line) == nil)
    #expect(error("[" + deep + "]", .line) == JSONError(offset: 32, reason: .nestedTooDeep(limit: 32)))
    let mixed = String(repeating: "{\"a\":[", count: 17)
    #expect(error(mixed, .line) == JSONError(offset: 16 * 6, reason: .nestedTooDeep(limit: 32)))
  }

  @Test func `a value cut at any byte is refused, and reading never stops the program`() throws {
    let text = #"{"a":[1,-2.5e-7,true,false,null,"é\"\\\n€😀"],"b":{"c":{}},"d":[]}"#
    let bytes = Array(text.utf8)
    #expect(error(bytes, .line) == nil)
    for count in bytes.indices {
      #expect(error(Array(bytes[..<count]), .line) != nil, "cut at \(count)")
      for byte in [UInt8(0), 0x22, 0x2C, 0x5C, 0x7B, 0x80, 0xF0, 0xFF] {
        var changed = bytes
        changed[count] = byte
        if let offset = error(changed, .line)?.offset { #expect((0...changed.count).contains(offset)) }
      }
    }
  }

  @Test func `what is read is written as it was`() throws {
    for text in [
      "0", "-1", "0.1", "1e-7", "0.000001", "9007199254740991", "-9007199254740991", "\"\"",
      "\"\\u0000\\b\\t\\n\\f\\r\"",
      "{}", "[]", #"{"":null,"a":[{}]}"#, "{\"e\u{301}\":1,\"\u{E9}\":2}", "\"\u{7F}\u{2028}\"",
    ] { #expect(try JSONValue(parsing: text, rules: .line).canonicalText == text) }
  }
}
