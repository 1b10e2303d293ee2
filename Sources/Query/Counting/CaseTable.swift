import CivilTime
import Projection
import Vocabulary

/// The facts behind the figures of one question, and how they hang together: which traject a row belongs to, when that
/// ended, who came back.
///
/// Each connection is made once, when something first needs it, and kept in `shared` for the next question.
final class CaseTable {
  let shared: Cases
  let timing: Timing
  let origins: LogOrigins?
  var projection: Projection { shared.projection }
  var vocabulary: Vocabulary { shared.vocabulary }

  lazy var startRows = shared.once(.startRows) {
    projection.rows(of: CountTable.started.rawValue, byCodesOf: "traject")
  }
  lazy var endRows = shared.once(.endRows) {
    projection.rows(of: CountTable.ended.rawValue, byCodesOf: "traject")
  }
  /// Per row of `ended`, the row of the same traject in `started`, or −1.
  lazy var startOfEnded = shared.once(.startOfEnded) { joined(.ended, startRows) }
  /// Per row of `started`, the row of the same traject in `ended`, or −1.
  lazy var endOfStarted = shared.once(.endOfStarted) { joined(.started, endRows) }
  /// Per row of `started`, the day on which the same traject ended, or `FactTable.noDay`.
  lazy var endDaysOfStarted = shared.once(.endDaysOfStarted) {
    Cells(gathering: facts(.ended).days("datum"), at: endOfStarted, absent: FactTable.noDay)
  }
  /// Per row of `ended`, whether its reden is one of the national five.
  lazy var hasKnownReden: [Bool] = shared.once(.hasKnownReden) {
    mask(.among("reden", (1...5).map { "0\($0)" }), of: .ended)
  }
  /// The rows of `tevredenheid` without a traject that have an aanbieder and a period.
  lazy var looseRows: [Int32] = shared.once(.looseRows) {
    let table = facts(.answers)
    let (trajecten, aanbieders, periods) = (table.codes("traject"), table.codes("aanbieder"), table.codes("periode"))
    return trajecten.indices.filter { trajecten[$0] < 0 && aanbieders[$0] >= 0 && periods[$0] >= 0 }
      .map { Int32(truncatingIfNeeded: $0) }
  }
  /// The last day on which a traject is known to have started or ended; nil without any.
  lazy var lastKnownDay: Int32? = {
    let day = shared.once(.lastKnownDay) {
      [facts(.started).days("datum"), facts(.ended).days("datum")].compactMap { $0.max() }.max() ?? FactTable.noDay
    }
    return day == FactTable.noDay ? nil : day
  }()
  /// By code of an aanbieder, the code of its regio: of its own fact, else the one regio that its trajecten are in;
  /// or −1.
  lazy var regionOfAanbieder: [Int32] = shared.once(.regionOfAanbieder) {
    var regions = [Int32](repeating: -1, count: projection.strings.count)
    for (aanbieder, regio) in zip(facts(.started).codes("aanbieder"), facts(.started).codes("regio"))
    where aanbieder >= 0 && regio >= 0 {
      let known = regions[Int(aanbieder)]
      regions[Int(aanbieder)] = known == -1 || known == regio ? regio : -2
    }
    regions = regions.map { max($0, -1) }
    let own = byCode(of: "aanbieder", "regio", in: "aanbieder")
    return zip(own, regions).map { $0 < 0 ? $1 : $0 }
  }
  lazy var returns = shared.once(.returns) { Returns(self) }
  lazy var waits = shared.once(.waits) { Waits(self) }

  init(_ shared: Cases, timing: Timing = Timing(), origins: LogOrigins? = nil) {
    self.shared = shared
    self.timing = timing
    self.origins = origins
  }

  /// Another one of the same facts, for who counts at the same time. What both will need is made before.
  var another: CaseTable {
    _ = (startRows, endRows, startOfEnded)
    return CaseTable(shared, timing: timing, origins: origins)
  }

  func facts(_ table: CountTable) -> FactTable { projection.table(table.rawValue) }

  private func joined(_ table: CountTable, _ rows: Cells<Int32>) -> Cells<Int32> {
    Cells(gathering: rows, at: facts(table).codes("traject"), absent: -1)
  }

  private func all(_ table: CountTable) -> Cells<Int32> {
    Cells((0..<facts(table).rowCount).map { Int32(truncatingIfNeeded: $0) })
  }

  /// Per row of a table of trajecten, the row of its traject in `ended`, or −1.
  func endRows(of table: CountTable) -> Cells<Int32> {
    if table == .started { return endOfStarted }
    return shared.once(.endRowsOf(table)) { table == .ended ? all(table) : joined(table, endRows) }
  }

  /// Per row of a table of trajecten, the row of its traject in `started`, or −1.
  func startRows(of table: CountTable) -> Cells<Int32> {
    if table == .ended { return startOfEnded }
    return shared.once(.startRowsOf(table)) { table == .started ? all(table) : joined(table, startRows) }
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
    shared.once(.derived(field, table, field.isOfTiming ? timing : nil)) { derive(field, of: table) }
  }
}
