import CanonicalJSON
import CivilTime
import Query
import Statistics
import Testing
import Vocabulary
import Words

@testable import Dashboard

/// One group against others: expected and observed, differences, and those who did not answer.
@Suite struct ComparisonTests {
  @Test func `what was counted stands against what was expected, with the interval of the ratio`() throws {
    let standardised = try #require(
      try Standardisation(
        Indicator.named("uitval_breed")[0], per: .aanbieder, on: Cases(Sample.usual.projection, .standard)))
    let row = try #require(standardised.row("zee-003")?.result)
    let numbers = NumberText(.dutch)
    let screen = try aanbieders(.usual)
    let line = try #require(screen.lines(with: "zee-003", "▲ meer dan verwacht").first)
    // 24 where 45 of 267 makes 10,1 of 60.
    for text in [" 24 ", " 10,1 ", " 2,37 ", numbers.decimal(row.interval.low, digits: 2)] {
      #expect(line.contains(text), "\(text)")
    }
    #expect(screen.lines(with: "zee-002", "0,59").count == 1)
    #expect(screen.lines(with: "hulpvorm en leeftijdsgroep").count == 1)
    // Of 7 trajecten nothing is said.
    #expect(screen.lines(with: "zee-004").count == 1)
    #expect(try aanbieders(.usual, "tevredenheid").lines(with: "O/E").isEmpty)
  }

  @Test func `a share differs from the others', this one left out, with Newcombe's interval`() throws {
    let screen = try PageDrawing(Sample.usual.material).drawn(Place(.aanbieder, aanbieder: "zee-003"), Look(width: 100))
    let own = try #require(Proportion(24, of: 60)), others = try #require(Proportion(21, of: 207))
    let ends = own.difference(from: others)
    let numbers = NumberText(.dutch)
    func text(_ value: Double) -> String { numbers.signed(value * 100, digits: 1) }
    let expected = "▲ \(text(ends.value)) (\(text(ends.interval.low)) tot \(text(ends.interval.high)))"
    #expect(screen.lines(with: "Uitval (breed)", expected).count == 1)
    // Nothing ended in the year before.
    #expect(screen.lines(with: "t.o.v. 2014k3").isEmpty)
  }

  @Test func `a period is compared with the one before it, and a single group with nobody`() throws {
    var sample = Sample()
    sample.addTrajecten("zee-001", 60, uitval: 6, end: "2016-03-20")
    sample.addTrajecten("zee-001", 60, uitval: 30, end: "2016-05-20")
    let place = Place(.aanbieder, aanbieder: "zee-001", period: Period("2016k2"))
    let screen = try PageDrawing(sample.material).drawn(place, Look(width: 100))
    #expect(screen.lines(with: "verschil", "t.o.v. 2016k1").count == 1)
    #expect(screen.lines(with: "Uitval (breed)", "▲ +40,0 (").count == 1)
    #expect(screen.lines(with: "t.o.v. de anderen").isEmpty)
  }

  @Test func `below thirty in either denominator two shares are not compared`() throws {
    for (count, isCompared) in [(29, false), (30, true)] {
      var sample = Sample()
      sample.addTrajecten("zee-001", count, uitval: 0, end: "2016-05-20")
      sample.addTrajecten("zee-002", 60, uitval: 40, end: "2016-05-20")
      for name in ["zee-001", "zee-002"] {
        let place = Place(.aanbieder, aanbieder: name)
        let screen = try PageDrawing(sample.material).drawn(place, Look(width: 100))
        #expect(screen.lines(with: "t.o.v. de anderen").isEmpty != isCompared, "\(name), \(count)")
      }
    }
    var mixed = Sample()
    mixed.addTrajecten("zee-001", 29, uitval: 0, end: "2016-05-20")
    mixed.addTrajecten("zee-002", 60, uitval: 40, end: "2016-05-20")
    for goal in 0..<5 {
      let traject = JSONValue.string("zee-001/2016-05-20/\(goal)")
      mixed.add("doelscore", ["traject": traject, "doel_nr": 2, "moment": "eind", "score": 0])
    }
    let screen = try PageDrawing(mixed.material).drawn(Place(.aanbieder, aanbieder: "zee-001"), Look(width: 100))
    #expect(screen.lines(with: "Uitval (breed)", "n onder 30").count == 1)
    #expect(screen.lines(with: "Doelrealisatie", "0,0 (").count == 1)
  }

  @Test func `the details of a figure hold its difference with the interval`() throws {
    let screen = try overview(.usual)
    let shown = try #require(screen.figures.first { $0.indicator.id == "uitval_breed" })
    let details = DetailsText(shown, Look(width: 100)).body.map(\.text)
    #expect(details.contains { $0.contains("t.o.v. 2016k1") && $0.contains("+8,8 (") && $0.contains(" tot +") })
  }

  @Test func `where fewer than half answered, the figure says what it would be had everybody`() throws {
    // 69 of 207 answered in the second quarter.
    let result = try Query(parsing: "tevredenheid waar periode = 2016k2").evaluate(
      on: Sample.usual.projection, vocabulary: .standard)
    let figure = result.rows[0].figures[0]
    let bounds = try #require(
      ResponseBounds(mean: figure.value, answered: figure.n, asked: figure.n + figure.missing, scale: 1...10)?.bounds)
    let numbers = NumberText(.dutch)
    let text = "\(numbers.decimal(bounds.low)) – \(numbers.decimal(bounds.high))"
    #expect(try overview(.usual).lines(with: "had iedereen geantwoord", "Tevredenheid ouder", text).count == 1)
    let screen = try aanbieders(.usual, "tevredenheid")
    #expect(screen.lines(with: "zee-002 ouder", "⚠ ").count == 1)
    #expect(screen.lines(with: "minder dan de helft antwoordde").count == 1)
    let file = try PageDrawing(Sample.usual.material).file(Place(.overzicht)).csv
    #expect(file.contains("definition,where,nonresponse_low,nonresponse_high"))
  }

  @Test func `files hold what was expected, and the ratio with its interval`() throws {
    let csv = try PageDrawing(Sample.usual.material).file(Place(.aanbieders)).csv
    let lines = csv.split(separator: "\r\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("zee-003,uitval_breed_verwacht,10.112") })
    #expect(lines.contains { $0.hasPrefix("zee-003,uitval_breed_oe,2.373") })
  }
}
