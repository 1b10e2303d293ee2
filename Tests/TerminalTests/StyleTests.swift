import PlainText
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import Terminal

@Suite struct StyleTests {
  @Test func `a style is put around the text, and left out where colour is off`() {
    #expect(Style.bold.applied(to: "x") == "\u{1B}[1mx\u{1B}[0m")
    #expect(Style([.bold, .red]).applied(to: "x") == "\u{1B}[1;38;5;161mx\u{1B}[0m")
    #expect(Style([.bold, .red]).applied(to: "x", in: .none) == "x")
    #expect(Style([.bold, .red]).applied(to: "x", in: .bold) == "\u{1B}[1mx\u{1B}[0m")
    #expect(Style.red.applied(to: "x", in: .bold) == "x")
    #expect(Style([]).applied(to: "x") == "x")
    #expect(Style.red.applied(to: "") == "")
  }

  /// The share of white light that one of the 256 colours gives, as WCAG 2.1 reckons it.
  private func luminance(_ number: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = number - 16
    let values =
      number >= 232
      ? [Int](repeating: 8 + 10 * (number - 232), count: 3) : [cube / 36, cube / 6 % 6, cube % 6].map { steps[$0] }
    let light = values.map { value -> Double in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
  }

  @Test func `every colour can be read on black and on white, and none is of those that themes set`() {
    #expect(Style.colors.count == 4)
    for (_, number) in Style.colors {
      #expect((16...255).contains(number))
      let light = luminance(number)
      #expect((light + 0.05) / 0.05 >= 4, "\(number) on black")
      #expect(1.05 / (light + 0.05) >= 4, "\(number) on white")
    }
    #expect(abs(luminance(231) - 1) < 1e-9 && luminance(16) == 0)
  }

  @Test(
    arguments: [
      ("xterm-256color", nil, Style.Palette.colors), ("xterm", nil, .colors), ("tmux", nil, .colors),
      ("linux", nil, .colors), ("vt220", nil, .bold), ("vt220", "truecolor", .colors), ("dumb", "truecolor", .none),
      (nil, nil, .bold),
    ] as [(String?, String?, Style.Palette)])
  func `a terminal gets what it can do`(term: String?, colorTerm: String?, palette: Style.Palette) {
    #expect(Style.Palette(term: term, colorTerm: colorTerm) == palette)
  }

  @Test func `control characters of others are shown and not obeyed`() {
    #expect(SafeText.visible("gewoon ë") == "gewoon ë")
    #expect(SafeText.visible("\u{1B}[2Jweg\u{7F}\r\n") == "␛[2Jweg␡␍␊")
    #expect(SafeText.visible("a\nb\u{9B}c", keepsLineEnds: true) == "a\nb\u{FFFD}c")
    #expect(SafeText.visible("a\u{202E}b") == "a\u{FFFD}b")
    #expect(SafeText.visible("a\r\nb", keepsLineEnds: true) == "a␍\nb")
  }
}
