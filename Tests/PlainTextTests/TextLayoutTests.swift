import PlainText
import Testing

@Suite struct TextLayoutTests {
  @Test func `padding counts columns and never cuts`() {
    #expect(TextLayout.padded("日", to: 4) == "日  ")
    #expect(TextLayout.padded("ab", to: 5, .right) == "   ab")
    #expect(TextLayout.padded("ab", to: 5, .centre) == " ab  ")
    #expect(TextLayout.padded("abc", to: 2) == "abc")
  }

  @Test func `shortening marks what was left out and keeps within its columns`() {
    #expect(TextLayout.shortened("uitval", to: 6) == "uitval")
    #expect(TextLayout.shortened("uitval", to: 5) == "uitv…")
    #expect(TextLayout.shortened("日本語", to: 4) == "日…")
    #expect(TextLayout.shortened("uitval", to: 0) == "")
  }

  @Test func `text is broken at spaces`() {
    #expect(TextLayout.wrapped("een twee drie", to: 8) == ["een twee", "drie"])
    #expect(TextLayout.wrapped("een twee drie", to: 7) == ["een", "twee", "drie"])
    #expect(TextLayout.wrapped("een\n\ntwee", to: 8) == ["een", "", "twee"])
    #expect(TextLayout.wrapped("", to: 8) == [""])
  }

  @Test func `a word that is too wide is broken, and spaces before a line stay`() {
    #expect(TextLayout.wrapped("jeugdhulpaanbieder", to: 10) == ["jeugdhulpa", "anbieder"])
    #expect(TextLayout.wrapped("  een twee drie", to: 8) == ["  een", "  twee", "  drie"])
    #expect(TextLayout.wrapped("日本語", to: 3) == ["日", "本", "語"])
  }

  @Test func `no line is wider than asked and no word is lost`() {
    let words = ["a", "uitval", "日本語", "cliëntervaringsonderzoek", "-", "e\u{301}e\u{301}n"]
    var numbers: UInt64 = 5
    for round in 0..<500 {
      let text = (0..<12).map { _ in
        numbers = numbers &* 6_364_136_223_846_793_005 &+ 1
        return words[Int(numbers >> 40) % words.count]
      }.joined(separator: " ")
      for width in [2, 3, 7, 20, 200] {
        let lines = TextLayout.wrapped(text, to: width)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width }, "round \(round), width \(width)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "round \(round), width \(width)")
      }
    }
  }
}
