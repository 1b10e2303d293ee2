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
    let rank = table == .budgets ? Self.ranks(cases, facts) : Array(last)
    let subject = Self.subject(table)
    let codes = subject.map { facts.codes($0) }
    let years = table == .budgets ? facts.numbers("jaar").map { Int32(exactly: $0) ?? 0 } : []
    let length = cases.timing.length
    var holders: [[Int32]: Int] = [:]
    var isStanding = [Int8](repeating: 0, count: facts.rowCount)
    // A budget is of its whole year, also where less than that is asked about.
    for row in isStanding.indices where table == .budgets || cases.timing.keeps(first[row], last[row]) {
      var key = codes.map { $0[row] }
      if table == .budgets {
        key.append(years[row])
      } else if let length {
        key.append(Self.month(first[row], last[row], length))
      }
      if let holder = holders[key], rank[holder] > rank[row] { continue }
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

  private static func ranks(_ cases: CaseTable, _ facts: FactTable) -> [Int32] {
    let list = cases.vocabulary.codeList(named: "budgetgrondslag")?.codes.map(\.value) ?? []
    let strings = cases.projection.strings
    var ranks: [Int32: Int32] = [:]
    for (rank, value) in list.enumerated() {
      if let code = strings.code(of: value) { ranks[code] = Int32(truncatingIfNeeded: rank) }
    }
    return facts.codes("grondslag").map { ranks[$0] ?? -1 }
  }
}
