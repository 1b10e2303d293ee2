import Tabular
import Testing

@Suite struct CSVReaderTests {
  private func rows(_ text: String, separator: UInt8? = nil) -> [CSVRow] {
    Array(CSVReader(Array(text.utf8), separator: separator))
  }

  @Test func `a header and its rows come out as cells`() {
    var reader = CSVReader(Array("naam;fte\nzee-003;5,6\n".utf8))
    #expect(reader.header == ["naam", "fte"])
    #expect(reader.separator == UInt8(ascii: ";"))
    let row = reader.next()
    #expect(row?.cells == ["zee-003", "5,6"])
    #expect(row?.line == 2)
    #expect(reader.next() == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line end counts as one line, with or without one at the end`(end: String) {
    for tail in ["", end, end + end + end] {
      let found = rows(["a,b", "1,2", "", "3,4"].joined(separator: end) + tail)
      #expect(found.map(\.cells) == [["1", "2"], ["3", "4"]])
      #expect(found.map(\.line) == [2, 4])
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a line end in quotes belongs to the cell, and lines are still counted`(end: String) {
    let found = rows("a,b\(end)\"een\(end)twee\",x\(end)3,4\(end)")
    #expect(found.map(\.cells) == [["een\(end)twee", "x"], ["3", "4"]])
    #expect(found.map(\.line) == [2, 4])
  }

  @Test(arguments: [
    ("a;b,c;d\n", UInt8(ascii: ";")), ("a\tb\tc;d\n", UInt8(ascii: "\t")), ("a,b\n", UInt8(ascii: ",")),
    ("\"a,b,c\";d\n", UInt8(ascii: ";")), ("enkel\n1;2\n", UInt8(ascii: ",")), (";;;;\na,b\n", UInt8(ascii: ",")),
    ("", UInt8(ascii: ",")),
  ])
  func `the separator is the one that stands most often in the header, outside quotes`(text: String, expected: UInt8) {
    #expect(CSVReader(Array(text.utf8)).separator == expected)
  }

  @Test func `a given separator wins, and a first line that names one is obeyed`() {
    #expect(rows("a;b,c\n1;2,3\n", separator: UInt8(ascii: ",")).map(\.cells) == [["1;2", "3"]])
    let found = rows("sep=;\r\na,x;b\r\n1;2\r\n")
    #expect(found.map(\.cells) == [["1", "2"]])
    #expect(found.map(\.line) == [3])
    #expect(CSVReader(Array("sep=soort,b\n".utf8)).header == ["sep=soort", "b"])
  }

  @Test func `doubled quotes are one quote, and a quote inside a plain cell is a character`() {
    #expect(rows("a,b\n\"zei \"\"ja\"\"\",5\" pijp\n").map(\.cells) == [["zei \"ja\"", "5\" pijp"]])
    #expect(rows("a,b\n\"\"\"\",\"\"\n").map(\.cells) == [["\"", ""]])
  }

  @Test func `a ragged row is reported with both counts, and the others are read`() {
    let found = rows("a,b,c\n1,2\n1,2,3\n1,2,3,4\n5,6,7\n")
    #expect(
      found.map(\.problem) == [.cellCount(expected: 3, found: 2), nil, .cellCount(expected: 3, found: 4), nil]
    )
    #expect(found[0].cells == ["1", "2"])
    #expect(found[2].cells == ["1", "2", "3", "4"])
  }

  @Test func `separators at the end of lines add no cells`() {
    var reader = CSVReader(Array("a;b;;\n1;2;;\n3;4\n5;6;;7\n;;;\n\"\";;\n".utf8))
    #expect(reader.header == ["a", "b"])
    let found = Array(IteratorSequence(reader))
    #expect(found.map(\.cells) == [["1", "2"], ["3", "4"], ["5", "6", "", "7"], ["", ""]])
    #expect(found.map(\.problem) == [nil, nil, .cellCount(expected: 2, found: 4), nil])
    while reader.next() != nil {}
    #expect(reader.blankRowCount == 1)
  }

  @Test func `a quote without an end costs one row and names the line where it opened`() {
    let found = rows("a,b\n1,2\n3,\"vier\n5,6\n7,8\n")
    #expect(found.map(\.problem) == [nil, .unclosedQuote(line: 3), nil, nil])
    #expect(found.map(\.line) == [2, 3, 4, 5])
    #expect(found[3].cells == ["7", "8"])
  }

  @Test func `a quote opened by mistake does not run on to the quotes of a later row`() {
    let found = rows("a,b\n\"een,2\n3,4\n\"vijf\",6\n7,8\n")
    #expect(found.map(\.problem) == [.unclosedQuote(line: 2), nil, nil, nil])
    #expect(found[2].cells == ["vijf", "6"])
  }

  @Test func `text after a closing quote is a problem of that row alone`() {
    let found = rows("a,b\n\"een\"twee,2\n3,4\n")
    #expect(found.map(\.problem) == [.textAfterQuote(line: 2), nil])
  }

  @Test func `a bad quote after a good cell of two lines ends the row where it opened`() {
    let found = rows("a,b\n\"een\ntwee\",\"drie\" x\n4,5\n")
    #expect(found.map(\.problem) == [.textAfterQuote(line: 3), nil])
    #expect(found.map(\.line) == [2, 4])
  }

  @Test func `a row can be repeated exactly as it stood`() {
    var reader = CSVReader(Array("a;b\r\n\"x\r\ny\"; 2 \r\nlos;e;n;d\r\n".utf8))
    var sources: [String] = []
    while let row = reader.next() { sources.append(String(decoding: reader.source(of: row), as: UTF8.self)) }
    #expect(sources == ["\"x\r\ny\"; 2 ", "los;e;n;d"])
  }

  @Test func `names in the header lose the spaces around them, and repeats are told`() {
    let reader = CSVReader(Array("\n  \n naam ; fte;naam;fte;naam\n".utf8))
    #expect(reader.header == ["naam", "fte", "naam", "fte", "naam"])
    #expect(reader.headerLine == 3)
    #expect(reader.repeatedNames == ["naam", "fte"])
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", ";;;\n", "\u{FEFF}"])
  func `a file without content has no header and no rows`(text: String) {
    var reader = CSVReader(Array(text.utf8))
    #expect(reader.header.isEmpty)
    #expect(reader.next() == nil)
  }

  @Test func `a header with a quote that never closes says so`() {
    #expect(CSVReader(Array("a,\"b\n1,2\n".utf8)).headerProblem == .unclosedQuote(line: 1))
  }

  @Test func `a file cut after any byte is read to its end without losing whole rows before the cut`() {
    let whole = Array("a;b\r\n\"x;\"\"y\";2\r\n\"re\r\ngel\";3\r\né;4\r\n".utf8)
    let good = [["x;\"y", "2"], ["re\r\ngel", "3"]]
    for count in whole.indices {
      let found = Array(CSVReader(Array(whole[..<count])))
      let complete = good.prefix { cells in
        let end = cells == good[0] ? 17 : 30
        return count >= end
      }
      #expect(Array(found.map(\.cells).prefix(complete.count)) == Array(complete), "cut after \(count)")
    }
  }

  @Test func `any bytes at all are read to the end, and every row lies after the one before`() {
    var state: UInt64 = 20160613
    let alphabet = Array("ab;,\"\"\"\n\r\t é€".utf8) + [0xFF, 0xC3, 0x80, 0]
    for round in 0..<2_000 {
      let bytes = (0..<(round % 60)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      var reader = CSVReader(bytes)
      var end = 0
      while let row = reader.next() {
        #expect(row.source.lowerBound >= end, "round \(round)")
        end = row.source.upperBound
      }
      #expect(reader.position == reader.bytes.count, "round \(round)")
    }
  }
}
