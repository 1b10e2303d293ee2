import CanonicalJSON
import Testing

@testable import Vocabulary

struct AmountReadingTests {
  private let amount = Field.cents("bedrag_cent", "bedrag", "amount")

  private func reason(_ text: String) -> ReadingError.Reason? {
    do {
      _ = try amount.value(reading: text)
      return nil
    } catch {
      return error.reason
    }
  }

  /// Case S004-16: a table prints the amount of an appendix with a digit missing.
  @Test func `an amount with a broken group is refused and not repaired`() throws {
    #expect(reason("€85.77.879") == .wrongGroup("77"))
    #expect(reason("85.77.879") == .wrongGroup("77"))
    #expect(try amount.value(reading: "€85.770.879") == .integer(85_770_879_00))
  }

  @Test(
    arguments: [
      ("€ 85.770.879", 85_770_879_00), ("€34.200", 34_200_00), ("12,50", 12_50), ("€ 12,50", 12_50),
      ("1.255.309,36", 1_255_309_36), ("€1234", 1234_00), ("€ 0,05", 5), ("0", 0), ("1234", 1234), ("-1234", -1234),
      ("-€ 12,50", -12_50), ("€ -12,50", -12_50), ("€ 34.200,-", 34_200_00), ("12,--", 12_00), ("EUR 12,50", 12_50),
      ("€\u{A0}4.675", 4675_00), ("1 255 309,36", 1_255_309_36),
    ] as [(String, Int64)])
  func `an amount in euro is kept in cents, bare digits are cents`(text: String, cents: Int64) throws {
    #expect(try amount.value(reading: text) == .integer(cents))
  }

  @Test func `dots without euro sign or comma may be euro or cents, and are refused with both named`() {
    #expect(reason("4.675") == .ambiguousNumber("€ 4.675", "4675 cent"))
    #expect(reason("85.770.879") == .ambiguousNumber("€ 85.770.879", "85770879 cent"))
  }

  @Test(arguments: ["12,5", "12,505", "€", "€ 1,-5", "vijf euro", "€ 12,50 euro", "1e5", "12,50,-", "$ 12"])
  func `what is not an amount is refused`(text: String) {
    #expect(reason(text) == .notAnAmount)
  }

  @Test func `a decimal dot is not taken for a thousands separator`() {
    #expect(reason("12.50") == .wrongGroup("50"))
    #expect(reason("€ 12.5") == .wrongGroup("5"))
  }

  @Test func `an amount too large for JSON's whole numbers is refused`() throws {
    #expect(try amount.value(reading: "9007199254740991") == .integer(JSONValue.largestInteger))
    #expect(reason("9007199254740992") == .outOfRange(.cents))
    #expect(reason("€ 9007199254740991") == .outOfRange(.cents))
    #expect(reason(String(repeating: "1", count: 100)) == .outOfRange(.cents))
  }
}
