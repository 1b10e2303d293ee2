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
  /// When lines arrived here, for those of others of which that was noted.
  public let arrivals: ArrivalIndex
  /// Facts that counted then, and whose payload was erased since: no figure of then can have them any more.
  public let erasedRows: [Int]
}

/// When lines arrived, and in which bundle.
public struct ArrivalIndex: Sendable {
  private let byLog: [LogID: [Arrivals.Arrival]]
  /// The logs whose lines arrived in their order, each once, as they do without mishaps.
  private let inOrder: Set<LogID>

  init(_ arrivals: [Arrivals.Arrival]) {
    let byLog = Dictionary(grouping: arrivals, by: \.log)
    self.byLog = byLog
    inOrder = Set(
      byLog.filter { _, arrivals in
        zip(arrivals, arrivals.dropFirst()).allSatisfy { $0.lines.upperBound < $1.lines.lowerBound }
      }.keys)
  }

  public var isEmpty: Bool { byLog.isEmpty }

  /// The first time that a line arrived; nil where that is not known, as for one's own.
  ///
  /// - Complexity: O(log *n*) in the bundles that brought lines of its log, where these came in their order.
  public subscript(reference: Reference) -> Arrivals.Arrival? {
    guard let arrivals = byLog[reference.log] else { return nil }
    guard inOrder.contains(reference.log) else { return arrivals.first { $0.lines.contains(reference.seq) } }
    let first = arrivals.indices.border(where: { arrivals[$0].lines.upperBound >= reference.seq })
    return first < arrivals.count && arrivals[first].lines.contains(reference.seq) ? arrivals[first] : nil
  }
}

extension Workspace {
  /// When lines of others arrived, as far as that was noted.
  public var arrivals: ArrivalIndex { ArrivalIndex(Arrivals(self).all()) }

  /// The facts as they were known here when a day was over: lines by their writer's clock, and those of others not
  /// before they arrived, where that is known.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: O(*n*) in the bytes of the logs.
  public func facts(
    only columns: [String: Set<String>]? = nil,
    knownOn day: CivilDate
  ) throws(FileError) -> KnownThen {
    let logs = try readLogs(only: columns)
    let table = logs.table
    let arrivals = arrivals
    let end = Int64(day.days + 1) * 86_400_000
    let known = (0..<table.rowCount).map { row in
      table.isReadable(row) && table.time(row) < end
        && (arrivals.isEmpty || arrivals[table.reference(row)].map { $0.at.milliseconds < end } ?? true)
    }
    let hashes = logs.slotHashes
    let (then, now) = (state(of: logs, slotHashes: hashes, known: known), state(of: logs, slotHashes: hashes))
    let texts = JoinedTexts(of: logs.parts)
    let before = Projection(logs.parts, texts, isUsed: then.isUsed, isLast: false)
    let after = Projection(logs.parts, texts, isUsed: now.isUsed)
    let erased = (0..<table.rowCount).filter { known[$0] && now.isErased($0) && !then.isErased($0) }
    return KnownThen(
      then: Facts(state: then, projection: before), now: Facts(state: now, projection: after), end: end,
      arrivals: arrivals, erasedRows: erased)
  }
}
