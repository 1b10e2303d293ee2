import CanonicalJSON
import Query
import Statistics
import Testing

/// Amounts of the source documents as facts, and what the indicators make of them (cases S004-15, -35 and -38).
@Suite struct PublishedMoneyTests {
  /// What the state gives a region: by the circular of December 2015 for that year, by the model for 2016. In euros.
  private static let budgets: [(regio: String, year2015: Int64, year2016: Int64)] = [
    ("west-brabant-west", 77_481_532, 73_936_360), ("ijsselland", 126_522_891, 118_419_660),
    ("zeeland", 79_880_000, 75_820_626), ("midden-ijssel-oost-veluwe", 82_942_818, 78_818_083),
    ("twente", 146_275_999, 138_575_483), ("utrecht-stad", 65_813_885, 62_765_468),
    ("holland-rijnland", 103_686_790, 95_866_660),
  ]

  private static var facts: Facts {
    var facts = Facts()
    for (regio, year2015, year2016) in budgets {
      addBudget(&facts, regio, 2015, cents: year2015 * 100, grondslag: "decembercirculaire_2015")
      addBudget(&facts, regio, 2016, cents: year2016 * 100, grondslag: "objectief_verdeelmodel")
    }
    return facts
  }

  private static func addBudget(
    _ facts: inout Facts, _ regio: String, _ year: Int64, cents: Int64, soort: String = "rijksbudget",
    grondslag: String? = nil
  ) {
    var members: [String: JSONValue] = [
      "regio": .string(regio), "jaar": .integer(year), "soort": .string(soort), "bedrag_cent": .integer(cents),
    ]
    if let grondslag { members["grondslag"] = .string(grondslag) }
    facts.add("budget", members)
  }

  /// In hundredths of a percent, rounded.
  private static func change(from before: Double?, to after: Double?) -> Int? {
    guard let before, let after else { return nil }
    return ExactRatio(Int(before - after), of: Int(before))?.percentDigits(places: 2)
  }

  @Test func `budgets went down as the source says, S004-15`() throws {
    let result = try Self.facts.answer("budget per regio, jaar")
    #expect(result.rows.count == 14)
    let falls = Dictionary(grouping: result.rows) { $0.keys[0] ?? "" }.mapValues { rows in
      Self.change(from: rows[0].figures[0].value, to: rows[1].figures[0].value)
    }
    #expect(
      falls == [
        "west-brabant-west": 458, "ijsselland": 640, "zeeland": 508, "midden-ijssel-oost-veluwe": 497, "twente": 526,
        "utrecht-stad": 463, "holland-rijnland": 754,
      ])
    #expect(try Self.facts.figure("budget waar jaar = 2015").value == 682_603_915)
    #expect(try Self.facts.figure("budget waar jaar = 2016").value == 644_202_340)
  }

  @Test(arguments: [
    ("ijsselland", 3_552_590, 300, 8, 444_074), ("ijsselland", 4_736_786, 400, 8, 592_098),
    ("zeeland", 1_137_309, 150, 6, 189_552), ("zeeland", 1_137_309, 150, 5, 227_462),
    ("holland-rijnland", 1_917_333, 200, 12, 159_778),
  ])
  func `what administration costs, of the budget and by fte, S004-35`(
    regio: String, euros: Int64, share: Int, fte: Int64, each: Int
  ) throws {
    var facts = Self.facts
    Self.addBudget(&facts, regio, 2016, cents: euros * 100, soort: "uitvoering")
    facts.add("formatie", ["regio": .string(regio), "functie": "inkoopteam", "fte": .integer(fte)])
    let costs = try facts.figure("uitvoeringskosten_aandeel waar regio = \(regio) en jaar = 2016")
    #expect(costs.numerator == Double(euros))
    #expect(ExactRatio(Int(costs.numerator ?? 0), of: costs.n)?.percentDigits(places: 2) == share)
    let staff = try facts.figure("fte waar regio = \(regio)")
    #expect(staff.value == Double(fte))
    let ofOne = (costs.numerator ?? 0) / (staff.value ?? 0)
    // The source names more than € 250.000 for one fte no cost of staff: so it is for IJsselland alone.
    #expect(abs(ofOne - Double(each)) <= 1 && (ofOne > 250_000) == (regio == "ijsselland"))
  }

  @Test(arguments: [(-1, 799), (0, 800), (1, 800)] as [(Int64, Int)])
  func `at least 8 percent as personal budgets is 7.669.332,80 euros, S004-38`(cents: Int64, floored: Int) throws {
    var facts = Self.facts
    Self.addBudget(&facts, "holland-rijnland", 2016, cents: 766_933_280 + cents, soort: "pgb")
    let figure = try facts.figure("pgb_aandeel waar regio = holland-rijnland en jaar = 2016")
    let value = try #require(figure.value)
    #expect(Int(value * 10_000) == floored && (value >= 0.08) == (cents >= 0))
  }
}
