import PlainText
import Terminal
import Testing

@Suite struct StyleTests {
  @Test func `a style is put around the text, and left out where colour is off`() {
    #expect(Style.bold.applied(to: "x") == "\u{1B}[1mx\u{1B}[0m")
    #expect(Style([.bold, .red]).applied(to: "x") == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(Style.red.applied(to: "x", isOn: false) == "x")
    #expect(Style([]).applied(to: "x") == "x")
    #expect(Style.red.applied(to: "") == "")
  }

  @Test func `control characters of others are shown and not obeyed`() {
    #expect(SafeText.visible("gewoon ë") == "gewoon ë")
    #expect(SafeText.visible("\u{1B}[2Jweg\u{7F}\r\n") == "␛[2Jweg␡␍␊")
    #expect(SafeText.visible("a\nb\u{9B}c", keepsLineEnds: true) == "a\nb\u{FFFD}c")
    #expect(SafeText.visible("a\u{202E}b") == "a\u{FFFD}b")
    #expect(SafeText.visible("a\r\nb", keepsLineEnds: true) == "a␍\nb")
  }
}
