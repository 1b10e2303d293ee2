import Dashboard
import Query
import Testing
import Vocabulary

@Suite struct ExportTests {
  private func answer(_ question: String) throws -> QueryResult {
    try Query(parsing: question).evaluate(on: Sample.usual.projection, vocabulary: .standard)
  }

  @Test func `CSV has a head, a line a figure, and a decimal point`() throws {
    let lines = ResultTable.csv(try answer("uitval_breed, instroom per aanbieder waar aanbieder = zee-002"))
      .split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "aanbieder,indicator,value,low,high,numerator,n,unit,missing,definition")
    #expect(lines[1].hasPrefix("zee-002,uitval_breed,0.1,0.0"))
    #expect(lines[1].hasSuffix(",8,80,trajecten,0,uitval_breed@1"))
    #expect(lines[2] == "zee-002,instroom,80,,,80,80,trajecten,0,instroom@1")
    #expect(lines.count == 3)
  }

  @Test func `a cell with a comma or quote is quoted`() throws {
    var sample = Sample()
    sample.addTrajecten("a,\"b\"|c", 1, uitval: 0, end: "2016-05-01")
    let result = try Query(parsing: "uitstroom per aanbieder").evaluate(on: sample.projection, vocabulary: .standard)
    #expect(ResultTable.csv(result).contains("\r\n\"a,\"\"b\"\"|c\",uitstroom,"))
    #expect(ResultTable.markdown(result, language: .dutch).contains("| a,\"b\"\\|c | uitstroom |"))
  }

  @Test func `Markdown names unit, definition, interval, n and what is missing`() throws {
    let text = ResultTable.markdown(try answer("uitval_breed per aanbieder"), language: .dutch)
    #expect(
      text.hasPrefix("| aanbieder | indicator | waarde | 95 %-interval | teller | n | eenheid | ontbreekt |\n| --- |"))
    #expect(text.contains("| zee-002 | uitval_breed | 10,0 % | 5,2 – 18,5 | 8 | 80 | trajecten | 0 |"))
    #expect(text.contains("`uitval_breed@1`: reden 03 of 04"))
  }

  @Test func `a table shows a small n with a mark, and never without its interval`() throws {
    let result = try answer("uitval_breed per aanbieder")
    let screen = ResultTable(result, vocabulary: .standard).drawn(Look(width: 100))
    #expect(screen.lines(with: "zee-004", "14,3 %", "2,6 – 51,3", "⚠ 7", "trajecten").count == 1)
    #expect(screen.lines(with: "n kleiner dan 10").count == 1)
  }
}
