import CivilTime
import EventLog
import Identity
import Merge
import Platform
import Projection

/// What was known here at the end of a day, beside what is known now.
public struct KnownThen: Sendable {
  public let then: Facts
  public let now: Facts
  /// The first moment after the day, in milliseconds since 1970.
  public let end: Int64
  /// By row, when the line arrived here, for those of others of which that was noted.
  public let arrivals: ArrivalsByRow
  /// Facts that counted then, and whose payload was erased since: no figure of then can have them any more.
  public let erasedRows: [Int]
}

/// When lines arrived, and in which bundle.
public struct ArrivalsByRow: Sendable {
  private let byLog: [LogID: [Arrivals.Arrival]]
  private let table: LineTable

  init(_ arrivals: [Arrivals.Arrival], _ table: LineTable) {
    byLog = Dictionary(grouping: arrivals, by: \.log)
    self.table = table
  }

  public var isEmpty: Bool { byLog.isEmpty }

  /// The first time that a row's line arrived; nil where that is not known, as for one's own.
  public subscript(row: Int) -> Arrivals.Arrival? {
    if byLog.isEmpty { return nil }
    let reference = table.reference(row)
    return byLog[reference.log]?.first { $0.lines.contains(reference.seq) }
  }
}

extension Workspace {
  /// When each line of a table arrived.
  public func arrivals(in table: LineTable) -> ArrivalsByRow { ArrivalsByRow(Arrivals(self).all(), table) }

  /// The facts as they were known here when a day was over: lines by their writer's clock, and those of others not
  /// before they arrived, where that is known.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: O(*n*) in the bytes of the logs.
  public func facts(
    only columns: [String: Set<String>]? = nil,
    knownOn day: CivilDate
  ) throws(FileError) -> KnownThen {
    let plan = ProjectionPlan(vocabulary: vocabulary, only: columns)
    let (table, taken) = try LineTable.reading(logsPath, files: files) { ProjectionBuilder(plan) }
    let hashes = ProjectionBuilder.slotHashes(taken, rowCount: table.rowCount)
    let arrivals = arrivals(in: table)
    let end = Int64(day.days + 1) * 86_400_000
    let known = (0..<table.rowCount).map { row in
      table.isReadable(row) && table.time(row) < end && (arrivals[row].map { $0.at.milliseconds < end } ?? true)
    }
    func state(_ known: [Bool]?) -> MergedState {
      MergedState(
        of: table, workspace: settings.workspace, vocabulary: vocabulary, ownPrivate: ownPrivate, slotHashes: hashes,
        known: known)
    }
    let (then, now) = (state(known), state(nil))
    let parts = taken.map { Projection.Part($0.taker, firstRow: $0.firstRow) }
    let before = Projection(parts, isUsed: then.isUsed, isLast: false)
    let after = Projection(parts, isUsed: now.isUsed)
    let erased = (0..<table.rowCount).filter { known[$0] && now.isErased($0) && !then.isErased($0) }
    return KnownThen(
      then: Facts(state: then, projection: before), now: Facts(state: now, projection: after), end: end,
      arrivals: arrivals, erasedRows: erased)
  }
}
