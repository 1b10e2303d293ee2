import CivilTime
import Projection

/// Which statements still stand: of several about the same subject only the last one does, so that sums take each
/// subject once.
struct Standing {
  /// Per row 1 where it stands, 0 where another took its place.
  let isStanding: [Int8]

  /// Of budgets that is the last basis in the order of the code list, of counts of staff and characteristics the last
  /// day within the time that is asked about, each period for itself.
  init(_ cases: CaseTable, _ table: CountTable) {
    let facts = cases.facts(table)
    let (first, last) = cases.days(of: table)
    let bases = table == .budgets ? Self.bases(cases, facts) : []
    /// Whether a row comes after another about the same subject; of two periods that end together the shorter does.
    func isLater(_ row: Int, _ other: Int) -> Bool {
      table == .budgets ? bases[row] > bases[other] : (last[row], first[row]) > (last[other], first[other])
    }
    let subject = Self.subject(table)
    let codes = subject.map { facts.codes($0) }
    let years = table == .budgets ? facts.numbers("jaar").map { Int32(exactly: $0) ?? 0 } : []
    let lengths = cases.timing.figureLengths
    var holders: [[Int32]: Int] = [:]
    var isStanding = [Int8](repeating: 0, count: facts.rowCount)
    // A budget is of its whole year, also where less than that is asked about.
    for row in isStanding.indices where table == .budgets || cases.timing.keeps(first[row], last[row]) {
      var key = codes.map { $0[row] }
      if table == .budgets {
        key.append(years[row])
      } else {
        for length in lengths { key.append(Self.month(first[row], last[row], length)) }
      }
      if let holder = holders[key], !isLater(row, holder) { continue }
      if let holder = holders[key] { isStanding[holder] = 0 }
      holders[key] = row
      isStanding[row] = 1
    }
    self.isStanding = isStanding
  }

  /// The first month of the period of that length in which the days lie; −1 where they lie in none: something about a
  /// year does not take the place of something about one of its quarters.
  private static func month(_ first: Int32, _ last: Int32, _ length: Period.Length) -> Int32 {
    guard first != FactTable.noDay else { return -1 }
    let period = Period(length, containing: CivilDate(days: first))
    return period.contains(CivilDate(days: last)) ? Int32(truncatingIfNeeded: period.firstMonth) : -1
  }

  private static func subject(_ table: CountTable) -> [String] {
    switch table {
    case .budgets: ["regio", "aanbieder", "gemeente", "soort"]
    case .staff: ["regio", "gemeente", "aanbieder", "functie"]
    default: ["regio", "kenmerk", "eenheid"]
    }
  }

  /// Per budget the place of its basis: none, then those that the code list does not have in alphabetical order, then
  /// those of the list.
  private static func bases(_ cases: CaseTable, _ facts: FactTable) -> [(rank: Int, text: String)] {
    let list = cases.vocabulary.codeList(named: "budgetgrondslag")?.codes.map(\.value) ?? []
    return facts.codes("grondslag").map { code in
      if code < 0 { return (-2, "") }
      let text = cases.projection.strings.string(code)
      return (list.firstIndex(of: text) ?? -1, text)
    }
  }
}
