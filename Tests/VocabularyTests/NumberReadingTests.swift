import CanonicalJSON
import Testing

@testable import Vocabulary

struct NumberReadingTests {
  private let score = Field.decimal("score", -100...10_000_000, "x", "x")
  private let count = Field.integer("aantal", -1000...10_000_000, "x", "x")

  private func reason(_ field: Field, _ text: String) -> ReadingError.Reason? {
    do {
      _ = try field.value(reading: text)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(
    arguments: [
      ("7,4", 7.4), ("7.4", 7.4), ("1.234,5", 1234.5), ("1.234.567", 1_234_567), ("1.234.567,25", 1_234_567.25),
      ("4,675", 4.675), ("4675", 4675), ("1234.567", 1234.567), ("0.675", 0.675), ("12.50", 12.5), (" 8 ", 8),
      ("\u{A0}8,7\u{A0}", 8.7), ("-1,5", -1.5), ("\u{2212}2", -2), ("+1", 1), ("0", 0), ("-0", 0), ("1 234,5", 1234.5),
      ("1\u{A0}234", 1234),
    ])
  func `a decimal is read with a comma or a dot where only one reading is possible`(text: String, value: Double) throws
  {
    #expect(try score.value(reading: text) == JSONValue(value))
  }

  @Test func `a dot before three digits is refused in a decimal, with both readings named`() {
    #expect(reason(score, "4.675") == .ambiguousNumber("4,675", "4675"))
    #expect(reason(score, "-4.675") == .ambiguousNumber("-4,675", "-4675"))
    #expect(reason(score, "100.000") == .ambiguousNumber("100,000", "100000"))
  }

  @Test func `a dot in a whole number parts thousands and nothing else`() throws {
    #expect(try count.value(reading: "4.675") == 4675)
    #expect(try count.value(reading: "4675") == 4675)
    #expect(try count.value(reading: "1.004.675") == 1_004_675)
    #expect(try count.value(reading: "-2") == -2)
    #expect(reason(count, "4,675") == .notWhole)
    #expect(reason(count, "4,0") == .notWhole)
    #expect(reason(count, "4.6") == .wrongGroup("6"))
    #expect(reason(count, "4.6750") == .wrongGroup("6750"))
    #expect(reason(count, "4675.000") == .wrongGroup("4675"))
  }

  @Test func `a group of digits that is not three long is named, never repaired`() {
    #expect(reason(count, "85.77.879") == .wrongGroup("77"))
    #expect(reason(score, "85.77.879") == .wrongGroup("77"))
    #expect(reason(score, "1.23,5") == .wrongGroup("23"))
  }

  @Test(arguments: ["", "   ", "\u{A0}"]) func `nothing is said to be nothing`(text: String) {
    #expect(reason(score, text) == .empty)
    #expect(reason(count, text) == .empty)
  }

  @Test(
    arguments: [
      "abc", "1e5", "12%", "1,2,3", "1,234.5", ",5", "5,", "1..2", ".5", "--1", "1 2.345", "NaN", "inf", "0x10",
      "1_000",
      "٣", "½",
    ])
  func `what is not a number is refused as such`(text: String) {
    #expect(reason(score, text) == .notANumber)
    #expect(reason(count, text) == .notANumber)
  }

  @Test func `a number outside the field's bounds is refused, however many digits it has`() {
    #expect(reason(count, "10000001") == .outOfRange(count.type))
    #expect(reason(count, String(repeating: "9", count: 400)) == .outOfRange(count.type))
    #expect(reason(score, String(repeating: "9", count: 400)) == .outOfRange(score.type))
    #expect(reason(score, "-101") == .outOfRange(score.type))
  }

  @Test func `every number without decimals is read back from its Dutch form in a whole field`() throws {
    for value in stride(from: Int64(0), through: 10_000_000, by: 7919) {
      var digits = String(value)
      var groups: [String] = []
      while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      let dutch = ([digits] + groups).joined(separator: ".")
      #expect(try count.value(reading: dutch) == .integer(value), "\(dutch)")
    }
  }
}
