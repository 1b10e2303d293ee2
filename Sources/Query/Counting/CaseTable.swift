import CivilTime
import Projection
import Vocabulary

/// The facts behind the figures, and how they hang together: which traject a row belongs to, when that ended, who
/// came back.
///
/// Each connection is made once, when something first needs it.
final class CaseTable {
  let projection: Projection
  let vocabulary: Vocabulary
  let timing: Timing
  let origins: LogOrigins?

  lazy var startRows = projection.rows(of: CountTable.started.rawValue, byCodesOf: "traject")
  lazy var endRows = projection.rows(of: CountTable.ended.rawValue, byCodesOf: "traject")
  /// Per row of `ended`, the row of the same traject in `started`, or −1.
  lazy var startOfEnded = joined(.ended, startRows)
  /// Per row of `started`, the row of the same traject in `ended`, or −1.
  lazy var endOfStarted = joined(.started, endRows)
  /// Per row of `started`, the day on which the same traject ended, or `FactTable.noDay`.
  lazy var endDaysOfStarted = Cells(
    gathering: facts(.ended).days("datum"), at: endOfStarted, absent: FactTable.noDay)
  /// Per row of `ended`, whether its reden is one of the national five.
  lazy var hasKnownReden: [Bool] = {
    mask(.among("reden", (1...5).map { "0\($0)" }), of: .ended)
  }()
  /// The rows of `tevredenheid` without a traject that have an aanbieder and a period.
  lazy var looseRows: [Int32] = {
    let table = facts(.answers)
    let (trajecten, aanbieders, periods) = (table.codes("traject"), table.codes("aanbieder"), table.codes("periode"))
    return trajecten.indices.filter { trajecten[$0] < 0 && aanbieders[$0] >= 0 && periods[$0] >= 0 }
      .map { Int32(truncatingIfNeeded: $0) }
  }()
  /// The last day on which a traject is known to have started or ended; nil without any.
  lazy var lastKnownDay: Int32? = {
    let days = [facts(.started).days("datum"), facts(.ended).days("datum")]
    return days.compactMap { $0.max() }.max().flatMap { $0 == FactTable.noDay ? nil : $0 }
  }()
  /// By code of an aanbieder, the code of its regio: of its own fact, else the one regio that its trajecten are in;
  /// or −1.
  lazy var regionOfAanbieder: [Int32] = {
    var regions = [Int32](repeating: -1, count: projection.strings.count)
    for (aanbieder, regio) in zip(facts(.started).codes("aanbieder"), facts(.started).codes("regio"))
    where aanbieder >= 0 && regio >= 0 {
      let known = regions[Int(aanbieder)]
      regions[Int(aanbieder)] = known == -1 || known == regio ? regio : -2
    }
    regions = regions.map { max($0, -1) }
    let own = byCode(of: "aanbieder", "regio", in: "aanbieder")
    return zip(own, regions).map { $0 < 0 ? $1 : $0 }
  }()
  lazy var returns = Returns(self)
  lazy var waits = Waits(self)
  private var derived: [Derived: FieldColumn] = [:]

  var masks: [Rule: [Bool]] = [:]
  var normsOfFields: [DerivedField: Norms] = [:]
  private var endRowsOfTables: [CountTable: Cells<Int32>] = [:]

  /// A rule and the table whose rows follow it or not.
  struct Rule: Hashable {
    let rule: Predicate
    let table: CountTable
  }

  private struct Derived: Hashable {
    let field: DerivedField
    let table: CountTable
  }

  init(_ projection: Projection, _ vocabulary: Vocabulary, timing: Timing = Timing(), origins: LogOrigins? = nil) {
    self.projection = projection
    self.vocabulary = vocabulary
    self.timing = timing
    self.origins = origins
  }

  /// Another one of the same facts, with the connections between starts and ends made.
  init(sharing other: CaseTable) {
    projection = other.projection
    vocabulary = other.vocabulary
    timing = other.timing
    origins = other.origins
    startRows = other.startRows
    endRows = other.endRows
    startOfEnded = other.startOfEnded
  }

  /// Takes what another one of the same facts has made.
  func take(from other: CaseTable) {
    masks.merge(other.masks) { first, _ in first }
    endRowsOfTables.merge(other.endRowsOfTables) { first, _ in first }
    derived.merge(other.derived) { first, _ in first }
    normsOfFields.merge(other.normsOfFields) { first, _ in first }
  }

  func facts(_ table: CountTable) -> FactTable { projection.table(table.rawValue) }

  private func joined(_ table: CountTable, _ rows: Cells<Int32>) -> Cells<Int32> {
    Cells(gathering: rows, at: facts(table).codes("traject"), absent: -1)
  }

  /// Per row of a table of trajecten, the row of its traject in `ended`, or −1.
  func endRows(of table: CountTable) -> Cells<Int32> {
    switch table {
    case .ended: Cells((0..<facts(.ended).rowCount).map { Int32(truncatingIfNeeded: $0) })
    case .started: endOfStarted
    default: known(table)
    }
  }

  private func known(_ table: CountTable) -> Cells<Int32> {
    if let rows = endRowsOfTables[table] { return rows }
    let rows = joined(table, endRows)
    endRowsOfTables[table] = rows
    return rows
  }

  /// Per row of a table of trajecten, the row of its traject in `started`, or −1.
  func startRows(of table: CountTable) -> Cells<Int32> {
    switch table {
    case .started: Cells((0..<facts(.started).rowCount).map { Int32(truncatingIfNeeded: $0) })
    case .ended: startOfEnded
    default: joined(table, startRows)
    }
  }

  // MARK: Fields

  /// A field of a table's rows, as `FieldPlace` finds it; nil when there is none.
  func column(_ field: String, of table: CountTable) -> FieldColumn? {
    guard let place = FieldPlace(field, of: table, vocabulary) else { return nil }
    let column =
      switch place.source {
      case .derived(let field): derivedColumn(field, of: place.table)
      case .own(let field, .codes): FieldColumn.codes(facts(place.table).codes(field.name))
      case .own(let field, .numbers): FieldColumn.numbers(facts(place.table).numbers(field.name))
      case .own(let field, .days): FieldColumn.days(facts(place.table).days(field.name))
      }
    if place.table == table { return column }
    return column.gathered(place.table == .ended ? endRows(of: table) : startRows(of: table))
  }

  /// The same of a field that is a number; not a number on every row where there is no such field.
  func numbers(_ field: String, of table: CountTable) -> Cells<Double> {
    if case .numbers(let numbers) = column(field, of: table) { return numbers }
    return Cells([Double](repeating: .nan, count: facts(table).rowCount))
  }

  private func derivedColumn(_ field: DerivedField, of table: CountTable) -> FieldColumn {
    let key = Derived(field: field, table: table)
    if let column = derived[key] { return column }
    let column = derive(field, of: table)
    derived[key] = column
    return column
  }
}
