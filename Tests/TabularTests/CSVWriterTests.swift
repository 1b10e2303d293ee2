import Tabular
import Testing

@Suite struct CSVWriterTests {
  @Test func `only cells that need quotes get them`() {
    #expect(
      CSVWriter.line(["a", "b;c", "d,e", "\"f\"", " g", "h\ni", ""]) == "a,b;c,\"d,e\",\"\"\"f\"\"\",\" g\",\"h\ni\","
    )
    #expect(CSVWriter.line(["b;c", "d,e"], separator: UInt8(ascii: ";")) == "\"b;c\";d,e")
  }

  @Test func `what is written is read back the same`() {
    let cells = ["", " ", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "é\u{301}", "a\"b", "\"a", "sep=;", "=1+1"]
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      for first in cells {
        for second in cells + ["x"] {
          let text =
            CSVWriter.line(["a", "b", "c"], separator: separator) + "\r\n"
            + CSVWriter.line([first, second, "z"], separator: separator) + "\r\n"
          let rows = Array(CSVReader(Array(text.utf8)))
          #expect(rows.map(\.cells) == [[first, second, "z"]], "\(text.debugDescription)")
        }
      }
    }
  }

  @Test func `a single empty cell is not an empty line`() {
    let text = "a\n" + CSVWriter.line([""]) + "\n" + CSVWriter.line(["x"])
    #expect(Array(CSVReader(Array(text.utf8))).map(\.cells) == [[""], ["x"]])
  }
}
