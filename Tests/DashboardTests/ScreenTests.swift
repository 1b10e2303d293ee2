import CivilTime
import PlainText
import Projection
import Query
import Testing
import Vocabulary
import Words

@testable import Dashboard

@Suite struct ScreenTests {
  private func everyScreen(_ sample: Sample, _ look: Look) throws -> [Screen] {
    let projection = sample.projection
    var screens = [try overview(sample, look)]
    for indicator in Indicator.all where indicator.unit != .jeugdigen && indicator.has(.aanbieder) {
      screens.append(try aanbieders(sample, indicator.id, look))
    }
    let drawing = PageDrawing(
      Material(Cases(projection, .standard), context: context, quality: Sample.quality))
    for page in Page.allCases {
      screens.append(try drawing.drawn(Place(page, aanbieder: page == .aanbieder ? "zee-003" : nil), look))
    }
    return try screens + tables(projection, look)
  }

  private func tables(_ projection: Projection, _ look: Look) throws -> [Screen] {
    try [
      "uitval", "uitval, tevredenheid per aanbieder, kwartaal", "instroom per maand", "doorlooptijd per regio",
    ].map { question in
      let result = try Query(parsing: question).evaluate(on: projection, vocabulary: .standard)
      return ResultTable(result, vocabulary: .standard, title: question).drawn(look)
    }
  }

  @Test(arguments: looks)
  func `no screen is wider than it was told, with and without facts`(look: Look) throws {
    // Below 80 columns commands may stick out, since broken they could not be copied, and tables of any question.
    for sample in [Sample.usual, Sample()] {
      let tables = try tables(sample.projection, look)
      for screen in try everyScreen(sample, look) {
        let isTable = tables.contains(screen)
        for line in screen.lines {
          let limit = isTable || line.text.contains("veldlog ") ? max(look.width, 80) : look.width
          #expect(TextWidth.of(line.text) <= limit, "\(line.text)")
        }
      }
    }
  }

  @Test(arguments: looks.filter(\.isASCII))
  func `a screen in ASCII holds nothing else`(look: Look) throws {
    for sample in [Sample.usual, Sample()] {
      for screen in try everyScreen(sample, look) {
        for line in screen.lines { #expect(line.text.utf8.allSatisfy { $0 < 0x80 }, "\(line.text)") }
      }
    }
  }

  @Test func `an English screen has English numbers and no Dutch ones, and the other way round`() throws {
    let english = try overview(.usual, Look(width: 100, language: .english)).text
    let dutch = try overview(.usual, Look(width: 100, language: .dutch)).text
    #expect(english.contains("18.8%") && !english.contains("18,8"))
    #expect(dutch.contains("18,8 %") && !dutch.contains("18.8"))
    for word in ["gehoord", "trajecten ", "beëindigd", "verder:"] { #expect(!english.contains(word), "\(word)") }
  }

  @Test func `the first line is the question, with what it is about, when, and who was heard`() throws {
    let screen = try overview(.usual)
    #expect(screen.lines[0].text.hasPrefix(" Hoe gaat het?   Proef   alle regio's   2016k2"))
    #expect(screen.lines(with: "gehoord: 2 van 3 logs, oudste 2 dagen geleden").count == 1)
    #expect(screen.lines.last?.text.contains("veldlog") == true)
    #expect(screen.lines(with: "1 open conflict").count == 1)
  }

  @Test func `an indicator stands with its value, interval, n and unit, and its change`() throws {
    let screen = try overview(.usual)
    // 38 + 1 of 207 in the second quarter, against 6 of 60.
    let line = try #require(screen.lines(with: "Uitval (breed)").first)
    #expect(line.contains("18,8 %"))
    #expect(line.contains("●"))
    #expect(line.contains("207 trajecten"))
    #expect(line.contains("+8,8"))
    #expect(screen.lines(with: "Tevredenheid ouder", "●").count == 1)
    #expect(screen.lines(with: "respons ouder 34 %").count == 1)
  }

  @Test func `an aanbieder is judged by the funnel and never ranked, and a small one not shown`() throws {
    let screen = try aanbieders(.usual)
    let labels = screen.lines.map(\.text).filter { $0.hasPrefix(" zee-") }.map { $0.dropFirst().prefix(7) }
    // What was expected of each stands below, without the small one.
    #expect(labels == ["zee-001", "zee-002", "zee-003", "zee-004", "zee-001", "zee-002", "zee-003"])
    #expect(screen.lines(with: "zee-003", "40,0 %", "▲ opvallend (boven 99,8 %)").count == 1)
    #expect(screen.lines(with: "zee-002", "10,0 %", "opvallend").isEmpty)
    #expect(screen.lines(with: "zee-004", "n te klein (n 7): niet getoond").count == 1)
    #expect(screen.lines(with: "zee-004", "14,3").isEmpty)
    #expect(screen.lines(with: "uitval_breed@1").count == 1)
  }

  @Test func `the head above the course names the periods that it shows`() throws {
    for (text, words) in [
      ("2016", "8 jaren"), ("2016h1", "8 halfjaren"), ("2016k2", "8 kwartalen"), ("2016-05", "8 maanden"),
    ] {
      let screen = try OverviewScreen(Sample.usual.material, period: Period(text)).drawn(Look(width: 140))
      #expect(screen.lines(with: words).count == 1, "\(text)")
    }
  }

  @Test func `figures without a limit get no judgement`() throws {
    for id in ["tevredenheid", "doorlooptijd", "instroom"] {
      #expect(try aanbieders(.usual, id).lines(with: "binnen de grenzen").isEmpty, "\(id)")
    }
  }

  @Test func `every screen says that data are invented, and only then`() throws {
    var invented = Sample.usual
    invented.addTrajecten("zee-009", 1, uitval: 0, end: "2016-05-01", origin: "verzonnen")
    for screen in try everyScreen(invented, Look(width: 100)) {
      #expect(screen.lines(with: "⚠ bevat verzonnen voorbeelddata").count == 1, "\(screen.text)")
    }
    for screen in try everyScreen(.usual, Look(width: 100)) {
      #expect(screen.lines(with: "verzonnen").isEmpty)
    }
  }

  @Test func `an empty screen says what to type`() throws {
    for screen in try everyScreen(Sample(), Look(width: 100)) {
      #expect(!screen.lines(with: "veldlog ").isEmpty || !screen.lines(with: "vocabulaire").isEmpty, "\(screen.text)")
    }
    #expect(try !overview(Sample()).lines(with: "veldlog record traject_gestart").isEmpty)
    #expect(
      !InterviewsScreen(Sample().material).drawn(Look()).lines(with: "veldlog interview new").isEmpty)
  }
}
