import CivilTime
import Query
import Statistics
import Testing
import Vocabulary
import Words

@testable import Dashboard

/// What conflicts and silent logs may still make of figures.
@Suite struct OpenEndsTests {
  /// A choice moves uitval by one traject down, and the logs that were asked about had 40 trajecten.
  private func material(conflicts: Int = 1, writers: [Context.Writer] = []) -> Material {
    var context = context
    context.conflictCount = conflicts
    context.writers = writers
    let ends = OpenEnds(
      conflictBounds: { (query, result) throws(QueryError) in
        result.rows.map { row in
          zip(query.indicators, row.figures).map { indicator, figure in
            guard indicator.id == "uitval_breed", let value = figure.value else { return nil }
            return Interval(low: (figure.numerator - 1) / Double(figure.n), high: value)
          }
        }
      },
      countInLogs: { (query, logs) throws(QueryError) in
        logs == ["log-b"] && query.conditions.contains { $0.text == "periode = 2016k1" } ? 40 : 0
      })
    return Material(Cases(Sample.usual.projection, .standard), context: context, openEnds: ends)
  }

  @Test func `what open conflicts may make of a figure stands in its bar, below it, in its details and in files`()
    throws
  {
    let screen = try OverviewScreen(material()).drawn(Look(width: 100))
    // 38 or 39 of 207.
    #expect(screen.lines(with: "( ) met elke keuze in de open conflicten: Uitval (breed) 18,4 – 18,8 %").count == 1)
    #expect(screen.lines(with: "Uitval (breed)", "(●").count == 1)
    #expect(screen.lines(with: "Uitval (smal)", "(●").isEmpty)
    let shown = try #require(screen.figures.first { $0.indicator.id == "uitval_breed" })
    let details = DetailsText(shown, Look(width: 100)).body.map(\.text)
    #expect(details.contains { $0.contains("kan nog zijn") && $0.contains("18,4 % – 18,8 %") })
    let file = try PageDrawing(material()).file(Place(.overzicht))
    let lines = file.csv.split(separator: "\r\n").map(String.init)
    #expect(lines[0].hasSuffix("definition,where,least,most,nonresponse_low,nonresponse_high"))
    #expect(
      lines.contains {
        $0.hasPrefix(",uitval_breed,") && $0.contains("periode = 2016k2,0.18357487922705315,0.188405797101449")
      })
    #expect(file.markdown(language: .dutch).contains("| 18,4 % – 18,8 % |"))
  }

  @Test func `without open conflicts nobody is asked, and nothing is said`() throws {
    let material = material(conflicts: 0)
    let screen = try OverviewScreen(material).drawn(Look(width: 100))
    #expect(screen.lines(with: "met elke keuze").isEmpty)
    #expect(try !PageDrawing(material).file(Place(.overzicht)).csv.contains("least"))
  }

  @Test func `a log that was silent since the period ended is named, with what as much from it as before would do`()
    throws
  {
    var writers = [
      Context.Writer(name: "zeeland, a", ids: ["log-a"], lastHeard: CivilDate(iso: "2016-07-01")),
      Context.Writer(name: "twente, b", ids: ["log-b"], lastHeard: CivilDate(iso: "2016-04-11")),
    ]
    var silent = material(writers: writers)
    var context = silent.context
    context.today = CivilDate(iso: "2016-07-10")
    silent = Material(Cases(silent.projection, .standard), context: context, openEnds: silent.openEnds)
    let screen = try OverviewScreen(silent).drawn(Look(width: 140))
    #expect(screen.lines(with: "⚠ niet gehoord sinds 2016k2 voorbij is: twente, b (2016-04-11)").count == 1)
    // 39 of 207, and none or all of 40 more; smal and breed alike.
    #expect(screen.lines(with: "als die er evenveel hebben als in 2016k1:").count == 1)
    #expect(screen.lines(with: "15,8 – 32,0 % (+40)").count == 2)
    writers[1] = Context.Writer(name: "twente, b", ids: ["log-b"], lastHeard: CivilDate(iso: "2016-07-01"))
    context.writers = writers
    silent = Material(Cases(silent.projection, .standard), context: context, openEnds: silent.openEnds)
    #expect(try OverviewScreen(silent).drawn(Look(width: 140)).lines(with: "niet gehoord sinds").isEmpty)
  }

  @Test func `while a period lasts a log is silent after a month, and one that nothing arrived of always`() throws {
    let period = try #require(Period("2016k2"))
    var context = context
    context.today = CivilDate(iso: "2016-05-20")
    func silent(_ day: String?) -> Bool {
      context.writers = [Context.Writer(name: "a", ids: ["a"], lastHeard: day.flatMap { CivilDate(iso: $0) })]
      return !context.notHeardSince(period).isEmpty
    }
    #expect(!silent("2016-04-19") && silent("2016-04-18") && silent(nil))
  }

  @Test func `unknown answers lie between the ends of their scale`() throws {
    let figure = Figure(value: 8, numerator: 80, n: 10)
    #expect(OpenRemarks.bounds(figure, with: 10, of: 1...10) == Interval(low: 4.5, high: 9))
    #expect(OpenRemarks.bounds(figure, with: 10, of: nil) == nil)
  }
}
