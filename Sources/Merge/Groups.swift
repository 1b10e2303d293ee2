import CanonicalJSON
import EventLog
import Platform
import Vocabulary

/// Live facts that are about the same thing, joined into groups, and the one of each that figures use.
///
/// Two are joined when they have one slot, or when both replace one same line, directly or through others; two
/// retractions are not. A group whose facts do not all say the same is a conflict.
struct Groups {
  private(set) var isUsed: [Bool]
  private(set) var conflicts: [Conflict] = []
  /// The rows that were joined with others, in order, whether they say the same or not.
  private(set) var joinedRows: [Int32] = []
  /// By row, the hash of the slot of a live fact; `SlotReader.unknownHash` for other rows.
  let slotHashes: [UInt32]

  /// - Parameter slotHashes: By row, what is known of them already; rows beyond the end are not looked at yet.
  init(of live: LiveFacts, in table: LineTable, vocabulary: Vocabulary, slotHashes known: [UInt32]) {
    let retraction = table.kindIndex(named: "intrekking")
    isUsed = live.isLive
    if let retraction {
      let kinds = table.kinds
      for row in isUsed.indices where Int(kinds[row]) == retraction { isUsed[row] = false }
    }

    var joined = JoinedNumbers()
    let reader = SlotReader(table, vocabulary)
    slotHashes = Self.completed(known, live.isLive, table, reader)
    let decide: @Sendable ([LineCopies.Line]) -> Decision = { lines in
      let used = (lines.max { Self.precedes($0, $1, table, retraction) } ?? lines[0]).row
      let rows = lines.map(\.row)
      let conflict =
        Self.differ(lines, table) ? Conflict(kind: table.kindName(used), rows: rows, used: used) : nil
      return Decision(rows: rows, used: used, conflict: conflict)
    }
    let ofSlots = Self.joinBySlot(live.isLive, table, reader, slotHashes, &joined, decide)
    Self.joinByAncestor(live.ancestors, table, retraction, &joined)
    // Most groups are of one slot, and were looked at.
    var decisions: [Decision] = []
    var others: [[Int]] = []
    for rows in joined.groups() {
      if let decision = ofSlots[rows[0]], decision.rows == rows {
        decisions.append(decision)
      } else {
        others.append(rows)
      }
    }
    decisions += Self.looking(at: others, in: table, decide)
    for decision in decisions {
      joinedRows += decision.rows.map { Int32(truncatingIfNeeded: $0) }
      for row in decision.rows where row != decision.used { isUsed[row] = false }
      if let conflict = decision.conflict { conflicts.append(conflict) }
    }
    conflicts.sort { $0.rows[0] < $1.rows[0] }
    joinedRows.sort()
  }

  /// What is made of a group.
  private struct Decision: Sendable {
    let rows: [Int]
    let used: Int
    let conflict: Conflict?
  }

  /// The hashes of live rows, with those that are not known yet; `unknownHash` for other rows.
  private static func completed(
    _ known: [UInt32], _ isLive: [Bool], _ table: LineTable, _ reader: SlotReader
  ) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: isLive.count) { hashes, count in
      nonisolated(unsafe) let hashes = hashes
      _ = Parallel.map(isLive.indices.halves, isWorthwhile: isLive.count > 50_000) { rows in
        for row in rows {
          var hash = isLive[row] && row < known.count ? known[row] : SlotReader.unknownHash
          if hash == SlotReader.unknownHash, isLive[row] { hash = reader.hash(of: row, table) }
          hashes.initializeElement(at: row, to: hash)
        }
      }
      count = isLive.count
    }
  }

  /// - Parameter decide: What is made of rows of one slot, while they are looked at.
  /// - Returns: That, by the first row.
  private static func joinBySlot(
    _ isLive: [Bool], _ table: LineTable, _ reader: SlotReader, _ hashes: [UInt32], _ joined: inout JoinedNumbers,
    _ decide: @Sendable ([LineCopies.Line]) -> Decision
  ) -> [Int: Decision] {
    let entries = RepeatedHashes(of: hashes, where: isLive, except: SlotReader.noHash).entries
    // Hashes of the lower half on one core, those of the upper half on the other.
    let candidates = Parallel.map([false, true], isWorthwhile: entries.count > 10_000) { isUpper in
      var index = RowIndex(expecting: entries.count / 2)
      return entries.compactMap { entry -> (first: Int, row: Int)? in
        guard (entry.hash >> 31 == 1) == isUpper else { return nil }
        return index.firstRow(hash: entry.hash, orInsert: entry.row).map { (first: Int($0), row: Int(entry.row)) }
      }
    }
    let byFirst = Dictionary(grouping: candidates.joined(), by: \.first).sorted { $0.key < $1.key }
    let decided = looking(at: byFirst.map { [$0.key] + $0.value.map(\.row) }, in: table) { lines in
      // Two slots may share a hash.
      var slots: [Slot: [LineCopies.Line]] = [:]
      for line in lines {
        guard let kind = table.kind(line.row), let key = reader.key(of: line.row, line.payload, table) else { continue }
        slots[Slot(kind: kind, key: key), default: []].append(line)
      }
      return slots.values.filter { $0.count > 1 }.map(decide)
    }
    var decisions: [Int: Decision] = [:]
    for decision in decided.joined() {
      for row in decision.rows { joined.join(decision.rows[0], row) }
      decisions[decision.rows[0]] = decision
    }
    return decisions
  }

  private struct Slot: Hashable {
    let kind: Int
    let key: [UInt8]
  }

  /// What `body` makes of each of some groups of rows, whose lines it looks at, on all cores; of so many groups at once
  /// that their lines take little memory.
  private static func looking<Result: Sendable>(
    at groups: [[Int]], in table: LineTable, _ body: @Sendable ([LineCopies.Line]) -> Result
  ) -> [Result] {
    var results: [Result] = []
    var next = 0
    while next < groups.count {
      let first = next
      var byteCount = 0
      while next < groups.count, byteCount < 4 << 20 {
        byteCount += groups[next].reduce(0) { $0 + table.byteCount(of: $1) }
        next += 1
      }
      let copies = LineCopies(of: groups[first..<next].flatMap { $0 }, in: table)
      var places: [Range<Int>] = []
      for group in groups[first..<next] {
        let start = places.last?.upperBound ?? 0
        places.append(start..<start + group.count)
      }
      results += withExtendedLifetime(copies) {
        Parallel.map(places, isWorthwhile: places.count > 16) { places in body(places.map { copies[$0] }) }
      }
    }
    return results
  }

  private static func joinByAncestor(
    _ ancestors: [(row: Int, lines: Set<Reference>)], _ table: LineTable, _ retraction: Int?,
    _ joined: inout JoinedNumbers
  ) {
    var byLine: [Reference: [Int]] = [:]
    for (row, lines) in ancestors {
      for line in lines { byLine[line, default: []].append(row) }
    }
    for rows in byLine.values {
      // Retractions of one line agree with each other, and are joined only through a fact that does not.
      guard rows.count > 1, rows.contains(where: { table.kind($0) != retraction }) else { continue }
      for row in rows.dropFirst() { joined.join(rows[0], row) }
    }
  }

  /// Facts before retractions, then the greatest time, log, number and link.
  private static func precedes(
    _ left: LineCopies.Line, _ right: LineCopies.Line, _ table: LineTable, _ retraction: Int?
  ) -> Bool {
    let (leftIsFact, rightIsFact) = (table.kind(left.row) != retraction, table.kind(right.row) != retraction)
    if leftIsFact != rightIsFact { return rightIsFact }
    if left.time != right.time { return left.time < right.time }
    let (leftLine, rightLine) = (table.reference(left.row), table.reference(right.row))
    if leftLine.log != rightLine.log { return leftLine.log < rightLine.log }
    if leftLine.seq != rightLine.seq { return leftLine.seq < rightLine.seq }
    return table.chain(left.row) < table.chain(right.row)
  }

  /// Whether the facts do not all say the same, apart from `toelichting`.
  private static func differ(_ lines: [LineCopies.Line], _ table: LineTable) -> Bool {
    let first = lines[0]
    return lines.dropFirst().contains { line in
      if table.kind(line.row) != table.kind(first.row) { return true }
      return !line.payload.elementsEqual(first.payload) && said(line) != said(first)
    }
  }

  private static func said(_ line: LineCopies.Line) -> [UInt8] {
    line.payloadObject?.comparableBytes ?? []
  }
}

extension MergedState {
  /// The slot's fields, where the facts of a conflict share a slot; nil where they were joined by what they replace.
  public func slot(of conflict: Conflict) -> JSONObject? {
    let reader = SlotReader(table, vocabulary)
    let first = conflict.rows[0]
    guard let fields = vocabulary.kind(named: table.kindName(first))?.slot, let key = reader.key(of: first, table),
      conflict.rows.dropFirst().allSatisfy({ table.kind($0) == table.kind(first) && reader.key(of: $0, table) == key }),
      let payload = table.payloadObject(first)
    else { return nil }
    var slot = JSONObject()
    for field in fields { slot[field] = payload[field] }
    return slot
  }
}

extension JSONObject {
  /// The canonical bytes by which two payloads are compared: without `toelichting`.
  public var comparableBytes: [UInt8] {
    var object = self
    object["toelichting"] = nil
    var bytes: [UInt8] = []
    object.appendCanonical(to: &bytes)
    return bytes
  }
}
