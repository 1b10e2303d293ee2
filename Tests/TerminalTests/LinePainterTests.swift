import Terminal
import Testing

@Suite struct LinePainterTests {
  @Test func `only lines that changed are sent`() {
    var painter = LinePainter()
    _ = painter.text(for: ["one", "two", "three"], rows: 3)
    let text = painter.text(for: ["one", "2", "three"], rows: 3)
    #expect(text.contains("\u{1B}[2;1H\u{1B}[K2\u{1B}[0m"))
    #expect(!text.contains("one") && !text.contains("three"))
    #expect(painter.text(for: ["one", "2", "three"], rows: 3).isEmpty)
  }

  @Test func `rows without a line are emptied, and lines without a row not sent`() {
    var painter = LinePainter()
    _ = painter.text(for: ["one", "two"], rows: 2)
    #expect(painter.text(for: ["one"], rows: 2).contains("\u{1B}[2;1H\u{1B}[K\u{1B}[0m"))
    #expect(!painter.text(for: ["one", "two", "three"], rows: 2).contains("three"))
  }

  @Test func `after another size or a stranger's writing everything is sent`() {
    var painter = LinePainter()
    _ = painter.text(for: ["one", "two"], rows: 2)
    #expect(painter.text(for: ["one", "two"], rows: 3).contains("one"))
    painter.forget()
    #expect(painter.text(for: ["one", "two"], rows: 3).contains("two"))
    #expect(LinePainter().shownNothing)
  }

  @Test func `the cursor shows where something is typed, and else nowhere`() {
    var painter = LinePainter()
    #expect(painter.text(for: ["ab"], rows: 1, cursor: (row: 0, column: 2)).contains("\u{1B}[1;3H\u{1B}[?25h"))
    #expect(painter.text(for: ["abc"], rows: 1).contains("\u{1B}[?25l"))
  }
}

extension LinePainter {
  /// A painter that has drawn nothing sends even an empty screen.
  fileprivate var shownNothing: Bool {
    var painter = self
    return !painter.text(for: [], rows: 1).isEmpty
  }
}
