import CanonicalJSON
import EventLog
import Platform
import Vocabulary

/// Turns payloads, one after another, into columns, while the lines they stand in are read.
///
/// Each payload is read in one pass over its bytes, checked as `Vocabulary` would and spread over columns, without a
/// `String` or a `JSONValue`. What that pass does not know (an escape, a letter beyond ASCII, a list, a number with an
/// exponent, many digits in a row) is not refused by it: the payload then goes to the vocabulary's own checker, which
/// always has the last word on what is invalid.
public final class ProjectionBuilder: PayloadTaker {
  let plan: ProjectionPlan
  let strings: StringTable
  /// By number of the kind.
  let cells: UnsafeMutablePointer<KindCells>
  /// Kept by hand: to count references for each payload takes longer than finding its reader.
  private let readers: [Unmanaged<KindReader>?]
  private let lastTexts = LastTexts()
  /// Per row of a kind that has a number, from 0, the hash of what it is about; see `SlotHash`.
  @exclusivity(unchecked) private(set) var slotHashes: [UInt32] = []
  @exclusivity(unchecked) private(set) var invalidRows: [Int32] = []

  // What was read last, to be kept or not.
  @exclusivity(unchecked) private var kindToKeep = 0
  @exclusivity(unchecked) var slotHash = SlotHash.none

  public init(_ plan: ProjectionPlan) {
    self.plan = plan
    strings = plan.strings.copy()
    cells = .allocate(capacity: max(1, plan.plans.count))
    for (index, kind) in plan.plans.enumerated() {
      (cells + index).initialize(to: KindCells(kind.fields.map { $0.isKept ? $0.form.shape : nil }))
    }
    let lastTexts = lastTexts
    readers = plan.plans.map { $0.isFast ? Unmanaged.passRetained(KindReader($0, plan, lastTexts)) : nil }
  }

  deinit {
    for reader in readers { reader?.release() }
    for index in plan.plans.indices { cells[index].free() }
    cells.deinitialize(count: plan.plans.count)
    cells.deallocate()
  }

  public func expect(rowCount: Int) {
    slotHashes.reserveCapacity(rowCount)
    strings.expect(rowCount / 4)
    for kind in plan.plans.indices { cells[kind].expect(rowCount) }
  }

  public func number(of kind: String) -> Int? { plan.index(of: kind) }

  public func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, kind: Int) -> Int? {
    guard let reader = readers[kind] else { return nil }
    cells[kind].reserve()
    kindToKeep = kind
    return reader._withUnsafeGuaranteedRef { $0.read(bytes, from: start, into: self, &cells[kind]) }
  }

  public func keep(row: Int) {
    cells[kindToKeep].commit(row: Int32(truncatingIfNeeded: row))
    note(slotHash, row)
  }

  public func take(_ payload: UnsafeBufferPointer<UInt8>, kind: Int, row: Int) {
    cells[kind].reserve()
    kindToKeep = kind
    slotHash = SlotHash.hash(of: payload, plan.plans[kind])
    if readChecked(payload, kind: kind) {
      keep(row: row)
    } else {
      invalidRows.append(Int32(truncatingIfNeeded: row))
      note(slotHash, row)
    }
  }

  /// Gives the memory of the hashes of slots back, once they are of no use any more.
  func removeSlotHashes() { slotHashes = [] }

  /// Makes what was set in the cells of a kind a row, without a payload that was read.
  func keep(kind: Int, row: Int) {
    kindToKeep = kind
    slotHash = SlotHash.none
    keep(row: row)
  }

  /// Gives a text a code though no fact may have it.
  public func know(_ text: String) { _ = strings.add(text) }

  private func note(_ hash: UInt32, _ row: Int) {
    while slotHashes.count < row { slotHashes.append(SlotHash.unknown) }
    slotHashes.append(hash)
  }
}

extension ProjectionBuilder {
  /// The hashes of slots by row, of all that builders read, for `MergedState`.
  ///
  /// - Parameter parts: In the order of their rows, of which none is beyond the count.
  public static func slotHashes(_ parts: [Projection.Part], rowCount: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: rowCount) { hashes, count in
      nonisolated(unsafe) let hashes = hashes
      hashes[..<(parts.first?.firstRow ?? rowCount)].initialize(repeating: SlotHash.unknown)
      let ends = parts.dropFirst().map(\.firstRow) + [rowCount]
      _ = Parallel.map(Array(zip(parts, ends)), isWorthwhile: rowCount > 50_000) { part, end in
        let known = part.builder.slotHashes.prefix(end - part.firstRow)
        let next = hashes[part.firstRow...].initialize(fromContentsOf: known)
        hashes[next..<end].initialize(repeating: SlotHash.unknown)
      }
      count = rowCount
    }
  }
}

extension ProjectionBuilder {
  /// Adds a fact of any kind; one of a kind that has no number is passed over. For facts that are not read from files.
  ///
  /// A payload that breaks the rules of its kind is left out, and its row kept in `Projection.invalidLines`.
  ///
  /// - Parameters:
  ///   - payload: Canonical JSON.
  ///   - row: The caller's own number for the fact, to find it again; larger than those before.
  public func add(kind: String, payload: UnsafeBufferPointer<UInt8>, row: Int) {
    guard let kind = number(of: kind) else { return }
    // The quick way looks at several bytes at a time, and so beyond the end.
    let padded = Array(payload) + [UInt8](repeating: 0, count: 64)
    let isRead = padded.withUnsafeBufferPointer { read($0, from: 0, kind: kind) == payload.count }
    if isRead { keep(row: row) } else { take(payload, kind: kind, row: row) }
  }

  /// The columns of all that was added, as facts that are used.
  public func finish() -> Projection {
    let parts = [Projection.Part(self, firstRow: 0)]
    return Projection(
      parts, JoinedTexts(of: parts, isLast: false), isUsed: [Bool](repeating: true, count: slotHashes.count),
      isLast: false)
  }
}
