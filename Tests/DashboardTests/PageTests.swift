import CivilTime
import Query
import Testing
import Vocabulary
import Words

@testable import Dashboard

@Suite struct PageTests {
  private func drawn(
    _ place: Place, _ sample: Sample = .usual, _ look: Look = Look(width: 100), quality: Quality = Sample.quality
  ) throws -> Screen {
    try PageDrawing(Material(Cases(sample.projection, .standard), context: context, quality: quality))
      .drawn(place, look)
  }

  /// Ended trajecten in every quarter of three years, with that many uitval of 40 in the last one.
  private func course(last: Int) -> Sample {
    var sample = Sample()
    for year in 2014...2016 {
      for (quarter, day) in ["02-10", "05-10", "08-10", "11-10"].enumerated() {
        let uitval = year == 2016 && quarter == 3 ? last : 4 + quarter % 2
        sample.addTrajecten("zee-001", 40, uitval: uitval, end: "\(year)-\(day)")
      }
    }
    return sample
  }

  // MARK: One provider

  @Test func `an aanbieder stands beside its region, on one scale, with what the funnel says`() throws {
    let screen = try drawn(Place(.aanbieder, aanbieder: "zee-003"))
    #expect(screen.lines[0].text.contains("Hoe gaat het hier?   Proef   zee-003"))
    let line = try #require(screen.lines(with: "Uitval (breed)", "40,0 %").first)
    // 45 of 267 in the region, this provider included.
    #expect(line.contains("60 trajecten") && line.contains("16,9 %") && line.contains("◇"))
    #expect(line.contains("▲ opvallend (boven 99,8 %)"))
    #expect(!screen.lines(with: "◇ Zeeland").isEmpty)
  }

  @Test func `a quarter beyond the limits is a signal, held against the quarters before it`() throws {
    let usual = try drawn(Place(.aanbieder, aanbieder: "zee-001"), course(last: 5))
    #expect(usual.lines(with: "2016k4 boven de grens").isEmpty)
    // 11 of 40 is beyond the limit of 10,5 that the others give, and not beyond that of 11,3 with itself among them.
    let high = try drawn(Place(.aanbieder, aanbieder: "zee-001"), course(last: 11))
    #expect(high.lines(with: "▲ 2016k4 boven de grens").count >= 1)
  }

  @Test func `below eight quarters there is a median and no limit`() throws {
    let screen = try drawn(Place(.aanbieder, aanbieder: "zee-001"))
    #expect(!screen.lines(with: "Uitval (breed)", "mediaan van 2 kwartalen").isEmpty)
    #expect(screen.lines(with: "boven de grens").isEmpty)
  }

  @Test func `a course whose newest figure is missing has its periods right`() throws {
    let figures = [10.0, 50, 40, nil].map { value in value.map { Figure(value: $0, numerator: $0, n: 1) } }
    let last = try #require(Period("2016k4"))
    let course = try #require(Course(figures, of: Indicator.named("doorlooptijd")[0], upTo: last))
    #expect(course.pointCount == 3)
    #expect(course.middle == 40)
    #expect(course.limits == nil)
    #expect(Course([nil, nil], of: Indicator.named("uitval_breed")[0], upTo: last) == nil)
  }

  @Test func `limits stay on the scale that figures are measured on`() throws {
    let values = [9.5, 6, 9.9, 6.5, 9.8, 7, 9.9, 6, 9.7]
    let figures = values.map { Figure(value: $0, numerator: $0, n: 20) as Figure? }
    let last = try #require(Period("2016k4"))
    let course = try #require(Course(figures, of: Indicator.named("tevredenheid")[0], on: 1...10, upTo: last))
    #expect(course.limits?.high == 10)
    #expect(try #require(course.limits?.low) >= 1)
  }

  @Test func `a quarter in which nothing ended counts as none, and one before the first as not known`() throws {
    var sample = Sample()
    sample.addTrajecten("zee-001", 20, uitval: 2, end: "2016-02-10")
    sample.addTrajecten("zee-001", 20, uitval: 2, end: "2016-11-10")
    let screen = try drawn(Place(.aanbieder, aanbieder: "zee-001"), sample)
    #expect(!screen.lines(with: "Uitstroom", "mediaan van 4 kwartalen").isEmpty)
    #expect(!screen.lines(with: "Uitval (breed)", "mediaan van 2 kwartalen").isEmpty)
  }

  // MARK: Methods

  @Test func `methods stand side by side with the number of regions, and a difference is no effect`() throws {
    var sample = Sample.usual
    sample.add("regio", ["regio": "zeeland", "naam": "Zeeland", "inkoopmethode": "output"])
    let screen = try drawn(Place(.methoden), sample)
    let label = try #require(Vocabulary.standard.codeList(named: "inkoopmethode")?.code("output")?.label.dutch)
    #expect(screen.lines(with: label, "16,9 %", "267 trajecten").first?.hasSuffix(" 1") == true)
    #expect(screen.lines(with: "⚠ een verschil tussen methoden is geen effect").count == 1)
    #expect(screen.lines(with: "typ bijvoorbeeld").isEmpty)
  }

  @Test func `a region whose method nobody recorded says what to type`() throws {
    let screen = try drawn(Place(.methoden))
    #expect(!screen.lines(with: "(onbekend)", "267 trajecten").isEmpty)
    #expect(!screen.lines(with: "veldlog record regio regio=zeeland").isEmpty)
  }

  // MARK: Quality

  @Test func `quality names what is missing, late, waiting, and who was silent`() throws {
    var sample = Sample.usual
    sample.add("traject_gestart", ["traject": "x", "aanbieder": "zee-001", "regio": "zeeland", "datum": "2016-01-04"])
    sample.add("traject_beeindigd", ["traject": "x", "datum": "2016-05-20"])
    let screen = try drawn(Place(.kwaliteit), sample)
    #expect(screen.lines(with: "Uitval (breed)", "1", "267", "zonder bekende reden").count == 1)
    #expect(screen.lines(with: "traject_beeindigd", "⚠ 30", "41 d").count == 1)
    #expect(screen.lines(with: "twente", "⚠ 178 dagen").count == 1)
    #expect(screen.lines(with: "ijsselland", "⚠ nog niets ontvangen").count == 1)
    for text in ["1 open conflict", "1 bundel wacht", "2 bestanden in quarantaine", "3 beschadigde regels"] {
      #expect(screen.lines(with: text).count == 1, "\(text)")
    }
  }

  @Test func `what is late, waits or was silent stands in files as well`() throws {
    let material = Material(
      Cases(Sample.usual.projection, .standard), context: context, quality: Sample.quality)
    let lines = try PageDrawing(material).file(Place(.kwaliteit)).csv.split(separator: "\r\n").map(String.init)
    #expect(lines[0].hasPrefix("informant,soort_feit,log,indicator,value,"))
    for text in [
      ",traject_gestart,,laat_vastgelegd,0,", ",traject_beeindigd,,laat_aangekomen,",
      ",traject_beeindigd,,dagen_tot_vastgelegd,41,", ",,,quarantaine,2,",
      ",,,open_conflicten,1,", ",,ijsselland,regels,0,", ",dagen_sinds_gehoord,178,",
    ] {
      #expect(lines.count { $0.contains(text) } == 1, "\(text)")
    }
    #expect(!lines.contains { $0.contains("ijsselland,dagen") })
  }

  // MARK: Flows

  @Test func `flows by quarter show where more came than left`() throws {
    let screen = try drawn(Place(.stromen))
    #expect(screen.lines(with: "2016k1", "267", "60", "⚠ +207").count == 1)
    #expect(screen.lines(with: "2016k2", "207", "−207").count == 1)
    #expect(screen.lines(with: "instroom 267, uitstroom 267").count == 1)
  }

  @Test func `a column of flows that nobody knows is left out, and one that is known is drawn`() throws {
    let quarter = try #require(Period("2016k1"))
    func count(_ count: Int) -> Figure { Figure(value: Double(count), numerator: Double(count), n: count) }
    let few = Flow(quarter: quarter, instroom: count(3), uitstroom: count(1))
    let all = Flow(
      quarter: quarter, begin: count(10), instroom: count(3), doorstroom: count(8), uitstroom: count(1),
      eind: count(12), wachttijd: Figure(value: 41, numerator: 120, n: 3))
    let look = Look(width: 100)
    #expect(!FlowChart([few], look).drawn()[0].text.contains("begin"))
    let lines = FlowChart([all], look).drawn().map(\.text)
    for head in ["begin", "in", "door", "uit", "eind", "saldo", "wachttijd"] { #expect(lines[0].contains(head)) }
    #expect(lines[1].contains("41 d (n 3 ⚠)") && lines[1].contains("⚠ +2"))
  }

  // MARK: Money

  @Test func `spending faster than the year is a signal, and the year that has passed is drawn`() throws {
    let rows = SpendingRows(
      [
        Spending(name: "Twente", budget: 10_000_000_00, spent: 5_000_000_00, elapsed: 0.5),
        Spending(name: "Zeeland", budget: 85_770_879_00, spent: 60_000_000_00, elapsed: 0.5),
        Spending(name: "Zonder", budget: 0, spent: 12_345_00, elapsed: 0.5),
      ], Look(width: 100)
    ).drawn().map(\.text)
    #expect(rows[1].contains("50,0 %") && rows[1].contains("€ 5,0 mln") && rows[1].contains("in de pas"))
    #expect(rows[2].contains("70,0 %") && rows[2].contains("▲ sneller dan het jaar") && rows[2].contains("◇"))
    #expect(rows[3].contains("–") && rows[3].contains("€ 12.345") && !rows[3].contains("%"))
  }

  @Test func `files of budget hold what was spent of it, and how much of the year has passed`() throws {
    var sample = Sample()
    sample.add(
      "budget",
      [
        "regio": "zeeland", "jaar": 2016, "soort": "rijksbudget", "grondslag": "meicirculaire_2014",
        "bedrag_cent": 100_000_00,
      ])
    sample.add("uitgave", ["regio": "zeeland", "periode": "2016k1", "bedrag_cent": 24_000_00])
    let lines = try PageDrawing(sample.material).file(Place(.budget)).csv.split(separator: "\r\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("zeeland,,budgetuitputting,0.24,") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix(",2016,verstreken,") && $0.contains(",182,366,dagen,") }, "\(lines)")
  }

  @Test func `an indicator that is not of trajecten names its own kind of fact where there is none`() throws {
    let screen = try drawn(Place(.aanbieders, indicator: "fte"))
    #expect(screen.lines(with: "veldlog codebook formatie").count == 1)
    #expect(screen.lines(with: "traject_gestart").isEmpty)
  }

  @Test func `a year has passed up to today, today included`() throws {
    let year = try #require(Period("2016"))
    #expect(BudgetScreen.elapsed(year, today: CivilDate(iso: "2015-12-31")) == 0)
    #expect(BudgetScreen.elapsed(year, today: CivilDate(iso: "2016-07-01")) == 0.5)
    #expect(BudgetScreen.elapsed(year, today: CivilDate(iso: "2016-12-31")) == 1)
    #expect(BudgetScreen.elapsed(year, today: CivilDate(iso: "2020-01-01")) == 1)
  }

  // MARK: All of them

  @Test func `a screen without facts says what to type, and one that a filter emptied says which condition did`() throws
  {
    for page in Page.allCases {
      let empty = try drawn(Place(page, aanbieder: "zee-001"), Sample(), quality: Quality())
      #expect(!empty.lines(with: "veldlog record").isEmpty, "\(page)")
      guard page.hasFigures, page != .budget else { continue }
      let filter = try Filter(parsing: "aanbieder = zee-001 en regio = twente")
      let filtered = try drawn(Place(page, aanbieder: "zee-001", filter: filter))
      #expect(!filtered.lines(with: "Niets past bij 'regio = twente'").isEmpty, "\(page)")
    }
  }

  @Test func `a file of what is shown has every figure with its definition and what it was limited to`() throws {
    let drawing = PageDrawing(Material(Cases(Sample.usual.projection, .standard), context: context))
    let text = try drawing.file(Place(.overzicht)).csv
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(
      lines[0].hasPrefix("informant,indicator,value,low,high,numerator,n,unit,missing,definition,where,"))
    #expect(lines.contains { $0.hasPrefix(",uitval_breed,") && $0.contains(",uitval_breed@1,periode = 2016k2,") })
    #expect(lines.contains { $0.hasPrefix("ouder,tevredenheid,") })
  }
}
