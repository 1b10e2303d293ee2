import PlainText
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("uitval", 6), ("cliënt", 6), ("clie\u{308}nt", 6), ("●○◐▌«»", 6), ("日本", 4), ("👩‍👧", 2), ("🇳🇱", 2), ("⚠", 1),
    ("⚠\u{FE0F}", 2),
    ("é\u{301}", 1), ("\u{200B}", 0), ("\n", 0), ("▃▄▅", 3), ("…", 1), ("한글", 4), ("ｗ", 2), ("€ 5", 3), ("⠑⡄", 2),
    ("1\u{20E3}", 1), ("😀", 2), ("\u{301}", 0),
  ])
  func `text takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func `a letter by itself takes what it takes among others`() throws {
    for value in UInt32(0x20)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(Character(scalar))
      if text.count == 2 { #expect(TextWidth.of(text) == 1 + TextWidth.of(Character(scalar)), "\(value)") }
    }
  }
}
