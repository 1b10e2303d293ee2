import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// The lines that logs got since a snapshot was made, when all they do is add facts that nothing stands against.
///
/// Accepted are lines of logs that may grow (`LogsSeen.Branch.mayGrow`), that are right and stand in a row:
/// checkpoints; facts of known kinds that replace nothing and whose slot no live fact has; and facts that replace one
/// fact of their kind and slot, which is live, alone in its slot, in a log for all, and seen by the snapshot. A line
/// that is expected (`LogsSeen.expected`), a retraction, an answer to an erasure, a payload that breaks a rule, a second
/// fact of one slot: any of these, and everything else, makes the whole tail one that only a full reading can judge.
/// Hashes decide about slots, so two slots with one hash cost a reading and never a wrong figure.
struct Tail {
  /// What the new facts say, in cells; their rows count from 0.
  let builder: ProjectionBuilder
  /// By row from 0 on.
  private(set) var lines: [FactLine] = []
  /// By number of the kind.
  private(set) var edits: [Int: RowEdits] = [:]
  /// By log, the writer's clock at its last line.
  private(set) var lastHeard: [LogID: Int64] = [:]

  /// The row of the first one.
  let firstRow: Int

  private let snapshot: Snapshot
  private let seen: LogsSeen
  private let finder: LineFinder
  private let vocabulary: Vocabulary
  /// The slots of new facts, with the row of the one that is there already and goes.
  private var slots: [UInt32: Int?] = [:]
  private(set) var replacedRows: Set<Int> = []

  /// - Returns: Nil where a full reading has to judge.
  init?(
    _ growths: [LogsSeen.Growth], behind snapshot: Snapshot, _ seen: LogsSeen, _ finder: LineFinder,
    _ plan: ProjectionPlan
  ) {
    self.snapshot = snapshot
    firstRow = seen.rowCount
    self.seen = seen
    self.finder = finder
    vocabulary = plan.vocabulary
    builder = ProjectionBuilder(plan)
    for growth in growths where !takeLines(of: growth) { return nil }
    guard areSlotsFree else { return nil }
    for kind in edits.keys { edits[kind]?.removed.sort() }
  }

  // MARK: Lines

  private mutating func takeLines(of growth: LogsSeen.Growth) -> Bool {
    let file = seen.files[growth.file]
    let branch = seen.branches[file.branch]
    let isLastFile = growth.file + 1 == seen.files.count || seen.files[growth.file + 1].branch != file.branch
    guard branch.mayGrow, isLastFile, file.rows.upperBound == branch.rows.upperBound else { return false }
    return growth.bytes.withUnsafeBufferPointer { bytes in
      var lines = LineBreaks(bytes)
      var due = branch.firstSeq + branch.rows.count
      while let range = lines.next() {
        guard self.lines.count < Snapshot.largestTail(seen.rowCount),
          let line = try? LineView(parsing: bytes, in: range), line.log == branch.log, line.seq == due,
          !seen.expected.contains(LogsSeen.Expected(log: line.log, seq: line.seq)),
          take(line, of: branch, in: bytes)
        else { return false }
        let reference = Reference(log: line.log, seq: line.seq, chain: line.chain)
        self.lines.append(FactLine(reference: reference, bytes: Array(bytes[range])))
        lastHeard[line.log] = line.at.milliseconds
        due += 1
      }
      return true
    }
  }

  private mutating func take(
    _ line: LineView, of branch: LogsSeen.Branch, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let payload = line.payload else { return false }
    let name = String(decoding: bytes[line.kind], as: UTF8.self)
    if name == Checkpoint.kind { return line.replaces.isEmpty }
    guard !LineView.structuralKinds.contains(name), !Self.judgedKinds.contains(name),
      let kind = vocabulary.kind(named: name), !kind.isStructural
    else { return false }
    let payloadBytes = UnsafeBufferPointer(rebasing: bytes[payload])
    var replaced: Int?
    if !line.replaces.isEmpty {
      guard let row = row(replacedBy: line, payloadBytes, kind, branch) else { return false }
      replaced = row
    }
    var hash = SlotHash.none
    if let number = builder.number(of: name) {
      guard add(payloadBytes, kind: number, name, behind: branch, replacing: replaced) else { return false }
      hash = builder.slotHash
    } else if let fields = kind.slot {
      hash = SlotReader.hash(of: payloadBytes, kind: name, fields: fields.map { Array($0.utf8) })
    }
    if hash != SlotHash.none, slots.updateValue(replaced, forKey: hash) != nil { return false }
    return true
  }

  /// Kinds that do more than stand for themselves.
  private static let judgedKinds: Set<String> = ["intrekking", "naam", "wissing_uitgevoerd"]

  private mutating func add(
    _ payload: UnsafeBufferPointer<UInt8>, kind: Int, _ name: String, behind branch: LogsSeen.Branch,
    replacing row: Int?
  ) -> Bool {
    let invalidCount = builder.invalidRows.count
    builder.add(kind: name, payload: payload, row: lines.count)
    guard builder.invalidRows.count == invalidCount else { return false }
    let known = snapshot.lines(of: name)
    if let row {
      let place = Self.firstPlace(in: known, from: row)
      guard place < known.count, Int(known[place]) == row else { return false }
      edits[kind, default: RowEdits()].removed.append(place)
    }
    edits[kind, default: RowEdits()].inserted.append(
      (Self.firstPlace(in: known, from: branch.rows.upperBound), builder.cells[kind].count - 1))
    return true
  }

  /// The first place whose row is not before one.
  private static func firstPlace(in rows: Cells<Int32>, from row: Int) -> Int {
    (0..<rows.count).border(where: { Int(rows[$0]) >= row })
  }

  // MARK: Corrections

  /// The row of the fact that a line replaces; nil unless that is all it does.
  private mutating func row(
    replacedBy line: LineView, _ payload: UnsafeBufferPointer<UInt8>, _ kind: Kind, _ branch: LogsSeen.Branch
  ) -> Int? {
    guard line.replaces.count == 1, let target = line.replaces.first, branch.isShared else { return nil }
    let branches = seen.branches.filter { $0.log == target.log }
    guard branches.count == 1, let acted = branches.first, acted.isShared, acted.mayGrow else { return nil }
    let row = acted.rows.lowerBound + target.seq - acted.firstSeq
    guard acted.rows.contains(row), isLive(row), !isJoined(row), replacedRows.insert(row).inserted,
      let found = (try? finder.line(row)) ?? nil, found.reference == target,
      found.kind == kind.name, let known = found.payloadBytes
    else { return nil }
    let fields = (kind.slot ?? []).map { Array($0.utf8) }
    let isSameSlot = known.withUnsafeBufferPointer { known in
      SlotReader.key(in: known, fields: fields) == SlotReader.key(in: payload, fields: fields)
    }
    return isSameSlot ? row : nil
  }

  private func isLive(_ row: Int) -> Bool {
    let hashes = snapshot.slotHashes
    return row < hashes.count && hashes[row] != SlotHash.unknown
  }

  private func isJoined(_ row: Int) -> Bool {
    snapshot.joinedRows.contains(Int32(truncatingIfNeeded: row))
  }

  /// Whether the slots of new facts are those of no other live fact than the ones they replace.
  private var areSlotsFree: Bool {
    if slots.isEmpty { return true }
    let hashes = snapshot.slotHashes
    guard hashes.count == seen.rowCount else { return false }
    return SlotSearch(slots.keys.map(\.self)).rows(in: hashes).allSatisfy { row in
      slots[hashes[row]].map { $0 == row } ?? true
    }
  }
}
