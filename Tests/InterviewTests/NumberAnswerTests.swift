import CanonicalJSON
import Testing

@testable import Interview

@Suite struct NumberAnswerTests {
  @Test(arguments: [
    ("5,6 fte 2016", NumberAnswer.number(JSONValue(5.6), .known("2016"))),
    ("5,6", .number(JSONValue(5.6), .notGiven)),
    ("9 fte -", .number(9, .unknown)),
    ("9 FTE in 2016k2", .number(9, .known("2016k2"))),
    ("9 fte over 2016Q2", .number(9, .known("2016k2"))),
    ("9fte 2016-03", .number(9, .known("2016-03"))),
    ("5 tot 6 fte 2016", .range),
    ("5-6", .range),
    ("5 - 6 fte", .range),
    ("5/6 fte", .problem(.unclear("5/6", ["5 tot 6", "5,6"]))),
    ("ongeveer 9", .problem(.notANumber)),
    ("9 mensen 2016", .problem(.extraWords("mensen"))),
    ("5 - 2016", .problem(.extraWords("-"))),
    ("", .problem(.notANumber)),
    ("85.77.879", .problem(.broken("85.77.879"))),
    ("2016", .number(2016, .notGiven)),
  ])
  func `a line is a number with its unit and period, or says what it is instead`(line: String, expected: NumberAnswer) {
    #expect(NumberAnswer(line, unit: .fte) == expected)
  }

  @Test func `signs of money and share may stand against the number`() {
    #expect(NumberAnswer("€ 85.770.879 2015", unit: .euro) == .number(8_577_087_900, .known("2015")))
    #expect(NumberAnswer("€85.770.879 over 2015", unit: .euro) == .number(8_577_087_900, .known("2015")))
    #expect(NumberAnswer("12% 2016", unit: .procent) == .number(12, .known("2016")))
    #expect(NumberAnswer("62.763.468 euro -", unit: .euro) == .number(6_276_346_800, .unknown))
  }
}
