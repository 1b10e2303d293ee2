import Tabular
import Testing

@Suite struct TextEncodingTests {
  private let text = "naam;bedrag\nCliënt café;€ 5 “ja”\n😀;2\n"

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  @Test func `UTF-8 is read with and without its mark`() {
    for mark in [[], [0xEF, 0xBB, 0xBF] as [UInt8]] {
      let reader = CSVReader(mark + Array(text.utf8))
      #expect(reader.encoding == .utf8)
      #expect(reader.header == ["naam", "bedrag"])
      #expect(Array(reader).map(\.cells) == [["Cliënt café", "€ 5 “ja”"], ["😀", "2"]])
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read by its mark`(isBigEndian: Bool) {
    let reader = CSVReader(utf16("\u{FEFF}" + text, isBigEndian: isBigEndian))
    #expect(reader.encoding == (isBigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(!reader.hasReplacements)
    #expect(Array(reader).map(\.cells) == [["Cliënt café", "€ 5 “ja”"], ["😀", "2"]])
  }

  @Test func `half a character of UTF-16 is told`() {
    let whole = utf16("\u{FEFF}a\n😀", isBigEndian: false)
    #expect(CSVReader(whole.dropLast(1)).hasReplacements)
    #expect(CSVReader(whole.dropLast(2)).hasReplacements)
    #expect(!CSVReader(whole.dropLast(4)).hasReplacements)
  }

  @Test func `bytes that are not UTF-8 are read as Windows-1252, and that is told`() {
    let bytes = Array("naam;bedrag\nCli".utf8) + [0xEB] + Array("nt;".utf8) + [0x80] + Array(" 5\n".utf8)
    let reader = CSVReader(bytes)
    #expect(reader.encoding == .windows1252)
    #expect(Array(reader).map(\.cells) == [["Cliënt", "€ 5"]])
  }

  @Test func `a line that is UTF-8 stays so beside one that is not`() {
    let bytes = Array("a\ncafé\ncaf".utf8) + [0xE9, 0x0A]
    #expect(Array(CSVReader(bytes)).map(\.cells) == [["café"], ["café"]])
  }

  @Test func `every byte of Windows-1252 is some character`() {
    for byte in UInt8(0x80)...0xFF {
      let cells = Array(CSVReader(Array("a\nx".utf8) + [byte, 0x21])).map(\.cells)
      #expect(cells.count == 1 && cells[0][0].unicodeScalars.count == 3, "byte \(byte)")
      #expect(!(cells[0][0].contains("\u{FFFD}")), "byte \(byte)")
    }
  }
}
