import CanonicalJSON
import Testing

@testable import Interview

@Suite struct NumberReadingTests {
  @Test(arguments: [
    ("5,6", JSONValue(5.6)), ("5.6", JSONValue(5.6)), ("8,70", JSONValue(8.7)), ("12", 12), ("-3", -3),
    ("0,125", JSONValue(0.125)),
    ("0.125", JSONValue(0.125)), ("1.204.500", 1_204_500), ("1,204,500", 1_204_500), ("1.204,5", JSONValue(1204.5)),
    ("1,204.5", JSONValue(1204.5)), ("1204", 1204), ("1.2345", JSONValue(1.2345)), ("4,675", JSONValue(4.675)),
    ("007", 7),
  ])
  func `a number that can be read in one way is exact`(text: String, expected: JSONValue) {
    #expect(NumberReading(text, of: .fte) == .exact(expected))
  }

  @Test(arguments: [
    ("4.675", ["4675", "4,675"]), ("5/6", ["5 tot 6", "5,6"]),
    ("-1.204", ["-1204", "-1,204"]),
  ])
  func `a number that can be read in two ways names both`(text: String, readings: [String]) {
    #expect(NumberReading(text, of: .fte) == .unclear(readings))
  }

  @Test(arguments: ["4.675", "5/6", "-1.204"])
  func `each reading that is named is understood when typed`(text: String) {
    guard case .unclear(let readings) = NumberReading(text, of: .fte) else {
      Issue.record("\(text) is not unclear")
      return
    }
    for reading in readings {
      if case .problem(let problem) = NumberAnswer(reading, unit: .fte) { Issue.record("\(reading): \(problem)") }
    }
  }

  @Test func `the unit decides what a dot can mean`() {
    #expect(NumberReading("4.675", of: .trajecten) == .exact(4675))
    #expect(NumberReading("4.675", of: .euro) == .exact(467_500))
    #expect(NumberReading("5/6", of: .aanbieders) == .unclear(["5 tot 6"]))
    #expect(NumberReading("5,6", of: .aanbieders) == .broken)
    #expect(NumberReading("4,675", of: .trajecten) == .broken)
  }

  @Test func `euros are whole cents`() {
    #expect(NumberReading("€85.770.879", of: .euro) == .exact(8_577_087_900))
    #expect(NumberReading("1.255.309,36", of: .euro) == .exact(125_530_936))
    #expect(NumberReading("0,1", of: .euro) == .exact(10))
    #expect(NumberReading("12,345.67", of: .euro) == .exact(1_234_567))
  }

  @Test(arguments: [
    "85.77.879", "1.2.3", "1,,2", ".5", "5.", "1.204,5,6", "1.204.50", "12a", "1.20,4", "1234567890123456", "1/2/3",
    "1000.204,5", "--5", "5/", "1.204,",
  ])
  func `digits that fit no way of writing are broken`(text: String) {
    #expect(NumberReading(text, of: .fte) == .broken)
  }

  @Test(arguments: ["", "n.n.b.", "geen", "-", "€"])
  func `text without digits is no number`(text: String) {
    #expect(NumberReading(text, of: .fte) == .none)
  }
}
