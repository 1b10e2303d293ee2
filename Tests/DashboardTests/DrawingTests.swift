import PlainText
import Query
import Testing

@testable import Dashboard

@Suite struct DrawingTests {
  private func text(_ bar: IntervalBar, _ value: Double?, _ low: Double?, _ high: Double?) -> String {
    bar.drawn(value, low: low, high: high).map(\.text).joined()
  }

  @Test func `an interval lies on its scale`() {
    let bar = IntervalBar(scale: 0...1, width: 21, parts: 2, isASCII: true)
    #expect(text(bar, 0.5, 0.25, 0.75) == ".....[----o----].....")
    #expect(text(bar, 0, 0, 0.1) == "o-].......|..........")
    #expect(text(bar, 1, 1, 1) == "..........|.........o")
    #expect(text(bar, nil, nil, nil) == "..........|..........")
    #expect(text(bar, 0.5, nil, nil) == "..........o..........")
  }

  @Test func `points whose names end the same have their whole names in the funnel`() {
    let points = [("zee-001", 100, 0.1), ("twe-001", 60, 0.3), ("ijs-002", 80, 0.2)].map {
      FunnelPlot.Point(label: $0.0, n: $0.1, share: $0.2)
    }
    let text = FunnelPlot(points: points, target: 0.2, Look(width: 100)).drawn().map(\.text).joined(separator: "\n")
    #expect(text.contains("●zee-001") && text.contains("●twe-001") && text.contains("●002"), "\(text)")
    // At the right edge there is room before the point alone.
    let last = [("a-1", 99, 0.1), ("b-1", 100, 0.3), ("c-2", 10, 0.2)].map {
      FunnelPlot.Point(label: $0.0, n: $0.1, share: $0.2)
    }
    for width in [60, 100] {
      let text = FunnelPlot(points: last, target: 0.2, Look(width: width)).drawn().map(\.text).joined(separator: "\n")
      #expect(text.contains("a-1") && text.contains("b-1") && text.contains("2"), "\(text)")
    }
  }

  @Test func `a code that screens are limited to stands with what it is a code of`() {
    func text(_ conditions: Condition...) -> String { Scope(conditions, context).text(Look(width: 100)) }
    #expect(
      text(Condition(.regio, .isEqual, ["zeeland"]), Condition(.hulpvorm, .isEqual, ["02"])) == "zeeland · hulpvorm 02")
    #expect(
      text(Condition(.jaar, .isAtLeast, ["2016"]), Condition(.verwijzer, .isNot, ["01"])) == ">= 2016 · verwijzer != 01"
    )
  }

  @Test func `what lies beyond the scale stands at its end, and a scale without length is no trap`() {
    let bar = IntervalBar(scale: 0...1, width: 11, parts: 1, isASCII: true)
    #expect(text(bar, 7, -3, 9) == "[---------o")
    #expect(text(bar, .nan, nil, nil).count == 11)
    #expect(text(IntervalBar(scale: 2...2, width: 0, isASCII: true), 2, 2, 2).count == 5)
  }

  @Test func `an axis shows as many labels as there is room for, the ends first`() {
    func axis(_ width: Int) -> String {
      IntervalBar(scale: 0...1, width: width, isASCII: true).axis(["0", "25", "50", "75", "100"])
    }
    #expect(axis(21) == "0   25   50   75  100")
    #expect(axis(11) == "0   50  100")
    #expect(axis(6) == "0  100")
  }

  @Test func `a sparkline runs from the lowest to the highest, and leaves a gap for nothing`() {
    #expect(Sparkline.drawn([0, 7, nil, 3.5], isASCII: false) == "▁█ ▅")
    #expect(Sparkline.drawn([2, 2], isASCII: true) == "==" || Sparkline.drawn([2, 2], isASCII: true) == "--")
    #expect(Sparkline.drawn([nil, nil], isASCII: true) == "  ")
  }

  @Test func `widths count columns, not letters`() {
    #expect(TextWidth.of("één") == 3)
    #expect(TextWidth.of("e\u{301}e\u{301}n") == 3)
    #expect(TextWidth.of("日本") == 4)
    #expect(TextWidth.of("a\u{200D}b") == 2)
    #expect(TextWidth.fitted("zee-003", to: 9) == "zee-003  ")
    #expect(TextWidth.fitted("日本語", to: 4) == "日… ")
    #expect(TextWidth.fitted("abc", to: 0) == "")
    #expect(TextWidth.wrapped("een twee drie", to: 8) == ["een twee", "drie"])
    #expect(TextWidth.wrapped("", to: 8) == [""])
    #expect(TextWidth.wrapped("lang\u{A0}woord x", to: 6) == ["lang woord", "x"])
  }

  @Test func `letters lose their marks where only ASCII is to be had`() {
    #expect(ASCIIText.nearest(to: "cliënt · één – 5 %") == "client - een - 5 %")
    #expect(ASCIIText.nearest(to: "Fryslân, Øst, 日") == "Fryslan, Ost, ?")
  }

  @Test func `a scale ends at a round number above what it holds`() {
    #expect([0, 0.03, 0.4, 0.41, 1, 99, 155, 401].map(RoundNumber.above) == [1, 0.04, 0.4, 0.5, 1, 100, 200, 500])
  }
}
