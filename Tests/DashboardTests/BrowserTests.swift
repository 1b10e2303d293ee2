import CivilTime
import PlainText
import Query
import Terminal
import Testing
import Vocabulary
import Words

@testable import Dashboard

/// A browser over a sample, with someone who does what it asks.
struct Desk {
  var sample: Sample
  var browser: Browser
  var exported: [String] = []
  var hasQuit = false

  init(_ sample: Sample = .usual, at place: Place = Place(), columns: Int = 100, rows: Int = 40) throws {
    self.sample = sample
    let look = Look(width: columns, offersCommands: false)
    browser = Browser(at: place, try Self.drawing(sample).drawn(place, look), look, rows: rows)
  }

  static func drawing(_ sample: Sample) -> PageDrawing {
    PageDrawing(Material(Cases(sample.projection, .standard), context: context))
  }

  mutating func press(_ keys: Key...) throws {
    for key in keys { try press(key) }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  private mutating func press(_ key: Key) throws {
    switch browser.handle(key) {
    case nil, .suspend, .repaint: break
    case .quit: hasQuit = true
    case .show(let place):
      do throws(QueryError) {
        browser.shown(place, try Self.drawing(sample).drawn(place, browser.look))
      } catch {
        browser.refused(Prompt.Problem(error))
      }
    case .explain(let figure):
      browser.explained(try list(figure))
    case .export(let name):
      exported.append(name)
      browser.told(BrowserWords.exported(name))
    }
  }

  /// Facts came: the same place is drawn again.
  mutating func redraw(_ sample: Sample) throws {
    self.sample = sample
    let drawing = Self.drawing(sample)
    browser.shown(browser.place, try drawing.drawn(browser.place, browser.look))
    guard let examined = browser.examined else { return }
    let figure = try drawing.again(examined, on: browser.screen)
    browser.detailed(figure)
    if case .facts = browser.mode { browser.explained(try list(figure)) }
  }

  private func list(_ figure: ScreenFigure) throws -> FactList {
    FactList(figure, try figure.query.provenance(of: figure.indicator, on: sample.projection, vocabulary: .standard))
  }

  var picture: Picture {
    browser.picture(status: Phrase(same: "status")) { line in
      FactList.Row(kind: "kind", day: "2016-05-20", reference: "abcdef:\(line)", author: "laptop", contents: "c")
    }
  }

  /// The line that the marker stands at.
  var marked: String? { picture.lines.map(\.text).first { $0.hasPrefix("▸") } }
}

@Suite struct BrowserTests {
  @Test func `letters go to screens, and Esc back to exactly where one was`() throws {
    var desk = try Desk(rows: 20)
    try desk.press(.down, .down)
    let before = desk.browser
    #expect(desk.marked?.contains("Uitval (breed)") == true)
    try desk.press(.character("a"))
    #expect(desk.browser.place.page == .aanbieders)
    try desk.press(.down, .escape)
    #expect(desk.browser == before)
    try desk.press(.escape)
    #expect(desk.browser == before)
    #expect(desk.browser.message == BrowserWords.nothingBefore)
  }

  @Test func `the screen of aanbieders takes the indicator of the figure one comes from`() throws {
    var desk = try Desk()
    try desk.press(.down, .character("a"))
    #expect(desk.browser.place.indicator == "uitval_smal")
    try desk.press(.tab)
    #expect(desk.browser.place.indicator == "uitval_breed")
    try desk.press(.backTab, .backTab)
    #expect(desk.browser.place.indicator == "doelrealisatie_macro")
  }

  @Test func `Tab goes through what can be asked per aanbieder, and through what people recorded`() throws {
    var sample = Sample.usual
    sample.add(
      "definitie",
      ["indicator": "proef", "tabel": "traject_beeindigd", "teller": "reden = 03", "noemer": "reden bekend"])
    var desk = try Desk(sample, at: Place(.aanbieders))
    var seen: [String] = []
    for _ in desk.browser.screen.choices {
      try desk.press(.tab)
      // Without pseudonyms there is no number of jeugdigen: that is said, and the next Tab goes on.
      if desk.browser.message == nil { seen.append(desk.browser.place.indicator) }
    }
    let refused = Set(desk.browser.screen.choices).subtracting(seen)
    #expect(refused == ["jeugdigen", "jeugdigen_uitstroom"])
    #expect(
      seen.last == "uitval_breed" && seen.contains("proef") && !seen.contains("aanbieders_per_10000") && seen.count > 40
    )
    #expect(Indicator.named("aanbieders_per_10000").first?.has(.aanbieder) == false)
    try desk.press(.backTab)
    while desk.browser.place.indicator != "proef" { try desk.press(.backTab) }
    #expect(desk.picture.lines.contains { $0.text.contains("proef per aanbieder") })
    #expect(desk.picture.lines.contains { $0.text.contains("zee-003") && $0.text.contains("40,0 %") })
    desk = try Desk(Sample(), at: Place(.aanbieders))
    try desk.press(.tab)
    #expect(desk.browser.place.indicator == "voortijdig")
  }

  @Test func `the facts behind a figure add up to it, and one comes back to the same line`() throws {
    var desk = try Desk()
    try desk.press(.down, .down)
    let before = desk.browser
    let figure = try #require(desk.browser.selectedFigure)
    try desk.press(.enter)
    guard case .facts(let list, _) = desk.browser.mode else { throw Stop() }
    #expect(Double(list.provenance.counted.count) == figure.figure.numerator)
    #expect(list.provenance.counted.count + list.provenance.notCounted.count == figure.figure.n)
    #expect(list.provenance.missing.count == figure.figure.missing)
    #expect(desk.picture.lines.contains { $0.text.contains("39 geteld") })
    try desk.press(.pageDown, .down, .escape)
    #expect(desk.browser == before)
  }

  @Test func `new facts change the figure above its facts and in its details as well`() throws {
    var desk = try Desk()
    try desk.press(.down, .down, .enter)
    #expect(desk.picture.lines[1].text.contains("39 van 207 trajecten"))
    var sample = desk.sample
    sample.addTrajecten("zee-009", 3, uitval: 3, end: "2016-05-24")
    try desk.redraw(sample)
    #expect(desk.picture.lines[1].text.contains("42 van 210 trajecten"))
    #expect(desk.picture.lines.contains { $0.text.contains("42 geteld") })
    try desk.press(.escape, .character("d"))
    #expect(desk.picture.lines[1].text.contains("42 van 210 trajecten"))
    sample.addTrajecten("zee-010", 10, uitval: 0, end: "2016-05-24")
    try desk.redraw(sample)
    #expect(desk.picture.lines[1].text.contains("42 van 220 trajecten"))
    // Facts of a later quarter change the screen below, not the figure that one looks into.
    sample.addTrajecten("zee-001", 20, uitval: 1, end: "2016-08-24")
    try desk.redraw(sample)
    #expect(desk.picture.lines[1].text.contains("42 van 220 trajecten"))
    try desk.press(.escape)
    #expect(desk.browser.screen.period == Period("2016k3"))
  }

  @Test func `from the details of a figure into its facts, and back to the details`() throws {
    var desk = try Desk()
    try desk.press(.down, .character("d"))
    guard case .details(let figure, _) = desk.browser.mode else { throw Stop() }
    try desk.press(.character("w"))
    guard case .facts = desk.browser.mode else { throw Stop() }
    try desk.press(.escape)
    #expect(desk.browser.mode == .details(figure, scroll: 0))
    try desk.press(.escape)
    #expect(desk.browser.mode == .looking)
    try desk.press(.character("w"), .escape)
    #expect(desk.browser.mode == .looking)
  }

  @Test(arguments: Page.allCases.filter { $0 != .interviews && $0 != .budget })
  func `every figure of a screen is what its own question answers`(page: Page) throws {
    let sample = Sample.usual
    let place = Place(page, aanbieder: page == .aanbieder ? "zee-003" : nil)
    let screen = try Desk.drawing(sample).drawn(place, Look(width: 100))
    #expect(!screen.figures.isEmpty)
    for shown in screen.figures {
      let result = try shown.query.evaluate(on: sample.projection, vocabulary: .standard)
      #expect(result.rows.count == 1, "\(shown.label)")
      #expect(shown.query.indicators == [shown.indicator])
      #expect(result.figure(shown.indicator.id, row: 0) == shown.figure, "\(shown.label)")
    }
  }

  @Test func `any part of a list of facts is that part of the whole`() throws {
    let figure = try #require(try Desk().browser.selectedFigure)
    let provenance = Provenance(counted: [1, 2, 3], notCounted: [], missing: [7, 8])
    for facts in [provenance, Provenance(), Provenance(missing: [1])] {
      let text = FactsText(FactList(figure, facts), Look(width: 80))
      func body(_ range: Range<Int>) -> [Line] {
        text.body(range) { FactList.Row(kind: "k", day: "", reference: "r\($0)", author: "a", contents: "") }
      }
      let all = body(0..<1000)
      #expect(all.count == text.bodyCount)
      for start in 0...all.count {
        for end in start...all.count { #expect(body(start..<end) == Array(all[start..<end]), "\(start)..<\(end)") }
      }
    }
  }

  @Test func `long lists of facts scroll to their end and no further`() throws {
    var desk = try Desk(rows: 20)
    try desk.press(.down, .down, .character("w"), .end)
    let end = desk.picture
    #expect(end.lines.contains { $0.text.contains("abcdef") })
    try desk.press(.down, .pageDown)
    #expect(desk.picture == end)
    try desk.press(.home)
    #expect(desk.picture.lines.contains { $0.text.contains("geteld (") })
  }

  @Test func `a wrong filter is shown with its place, and the figures stay`() throws {
    var desk = try Desk()
    let before = desk.browser
    try desk.press(.character("f"))
    try desk.type("regio = zeelnd")
    try desk.press(.enter)
    #expect(desk.browser.screen == before.screen)
    #expect(desk.browser.place == before.place)
    let lines = desk.picture.lines.map(\.text)
    let typed = try #require(lines.first { $0.contains("regio = zeelnd") })
    let carets = try #require(lines.first { $0.contains("^^^^^^") })
    #expect(carets.count == typed.count)
    #expect(typed.hasSuffix("zeelnd") && carets.hasSuffix("^^^^^^"))
    #expect(lines.contains { $0.contains("bedoelt u 'zeeland'?") })
    try desk.press(.control("w"))
    try desk.type("zeeland")
    try desk.press(.enter)
    #expect(desk.browser.prompt == nil)
    #expect(desk.browser.place.filter.conditions.count == 1)
    #expect(desk.picture.lines[0].text.contains("zeeland"))
  }

  @Test func `Esc leaves a filter as it was`() throws {
    var desk = try Desk()
    let before = desk.browser
    try desk.press(.character("f"))
    try desk.type("onzin")
    try desk.press(.escape)
    #expect(desk.browser == before)
  }

  @Test func `a filter that empties the screen is named`() throws {
    var desk = try Desk()
    try desk.press(.character("f"))
    try desk.type("regio = zeeland en regio = twente")
    try desk.press(.enter)
    #expect(desk.picture.lines.contains { $0.text.contains("Niets past bij 'regio = twente'; zonder") })
  }

  @Test func `the arrows go to the period before and after, and a period that is none is refused`() throws {
    var desk = try Desk()
    try desk.press(.left)
    #expect(desk.browser.place.period == Period("2016k1"))
    try desk.press(.right, .right)
    #expect(desk.browser.place.period == Period("2016k3"))
    #expect(desk.picture.lines.contains { $0.text.contains("Niets past bij 'periode = 2016k3'") })
    try desk.press(.character("p"), .control("u"))
    try desk.type("2016k9")
    try desk.press(.enter)
    #expect(desk.picture.lines.contains { $0.text.contains("'2016k9' is geen periode") })
    #expect(desk.browser.place.period == Period("2016k3"))
    try desk.press(.control("u"), .enter)
    #expect(desk.browser.place.period == nil)
  }

  @Test func `the marker follows its figure when facts come, also where lines were added above it`() throws {
    var desk = try Desk(at: Place(.aanbieders))
    try desk.press(.down, .down)
    #expect(desk.marked?.contains("zee-003") == true)
    var more = Sample.usual
    more.addTrajecten("zee-000", 60, uitval: 6, end: "2016-05-20")
    try desk.redraw(more)
    #expect(desk.marked?.contains("zee-003") == true)
  }

  @Test func `an export asks for a name and is told`() throws {
    var desk = try Desk()
    try desk.press(.character("e"))
    #expect(desk.browser.prompt?.line.text == "overzicht-2016k2.csv")
    #expect(desk.picture.lines.contains { $0.text.contains("niveau intern") })
    try desk.press(.control("u"), .enter)
    #expect(desk.exported.isEmpty)
    try desk.type("uit.csv")
    try desk.press(.enter)
    #expect(desk.exported == ["uit.csv"])
    #expect(desk.browser.prompt == nil)
  }

  @Test func `details and help explain in words, every indicator of the screen`() throws {
    var desk = try Desk(rows: 200)
    try desk.press(.down, .character("d"))
    #expect(desk.picture.lines.contains { $0.text.contains("uitval_smal@1") })
    try desk.press(.escape, .character("?"))
    for indicator in desk.browser.screen.indicators {
      #expect(desk.picture.lines.contains { $0.text.contains(indicator.definition) }, "\(indicator.id)")
    }
    try desk.press(.character("?"))
    #expect(desk.browser.mode == .looking)
  }

  @Test func `a terminal that is too small says what it takes, and recovers`() throws {
    var desk = try Desk()
    let before = desk.picture
    desk.browser.resize(columns: 59, rows: 40)
    #expect(desk.picture.text.contains("60 kolommen en 12 regels"))
    desk.browser.resize(columns: 100, rows: 11)
    #expect(desk.picture.text.contains("60 kolommen en 12 regels"))
    for (columns, rows) in [(1, 1), (0, 0), (5, 3)] {
      desk.browser.resize(columns: columns, rows: rows)
      _ = desk.picture
    }
    desk.browser.resize(columns: 100, rows: 40)
    #expect(desk.picture == before)
  }

  @Test(arguments: [(60, 12), (60, 24), (80, 24), (100, 30), (200, 50)])
  func `no picture is larger than the terminal, whatever is pressed`(columns: Int, rows: Int) throws {
    let keys: [Key] = [
      .down, .character("w"), .end, .escape, .character("d"), .pageDown, .escape, .character("?"), .end, .escape,
      .character("f"), .character("é"), .enter, .escape, .character("e"), .escape, .end, .character("a"), .end, .up,
      .character("d"), .character("k"), .end, .character("m"), .character("s"), .character("b"), .character("i"),
      .character("f"), .character("x"), .escape, .escape, .escape,
    ]
    for sample in [Sample.usual, Sample()] {
      var desk = try Desk(sample, columns: columns, rows: rows)
      for key in keys {
        try desk.press(key)
        let picture = desk.picture
        #expect(picture.lines.count == rows, "\(key)")
        for line in picture.lines { #expect(TextWidth.of(line.text) <= columns, "\(key): \(line.text)") }
      }
    }
  }

  @Test func `q and Ctrl-C quit, also from facts; q in a question is a letter`() throws {
    var desk = try Desk()
    try desk.press(.character("f"), .character("q"))
    #expect(!desk.hasQuit)
    try desk.press(.control("c"))
    #expect(desk.hasQuit)
    desk = try Desk()
    try desk.press(.character("w"), .character("q"))
    #expect(desk.hasQuit)
  }
}

private struct Stop: Error {}
