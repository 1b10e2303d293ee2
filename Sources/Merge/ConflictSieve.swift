import CanonicalJSON
import EventLog
import Identity
import Platform
import Vocabulary

/// Finds the few lines that can be part of a conflict among all that are held, without keeping the others in memory.
///
/// Two facts disagree only when they have one slot, or replace something. So what is needed are the lines whose slot has
/// the same hash as another's, those that replace, what those replace, and the lines that decide who belongs. Merged by
/// themselves they give the conflicts of the whole.
public struct ConflictSieve {
  /// What one file holds.
  private struct Findings: Sendable {
    var hashes: [UInt64] = []
    var seqs: [UInt32] = []
    var replacing: [Int] = []
    var targets: [Reference] = []
  }

  /// For each branch the numbers of the lines, ascending.
  private var selected: [Set<Int>]
  private let held: HeldLogs

  /// - Throws: `FileError`.
  /// - Complexity: O(*n*) in bytes, on all cores; 12 bytes a line.
  public init(_ held: HeldLogs, vocabulary: Vocabulary) throws {
    self.held = held
    selected = [Set<Int>](repeating: [], count: held.branches.count)
    for line in held.notable { selected[line.branch].insert(line.seq) }
    let slots = SlotKinds(vocabulary)
    let pieces = held.pieces
    let findings = try Parallel.map(pieces) { piece in Result { try Self.look(at: piece, of: held, slots) } }
      .map { try $0.get() }
    for (piece, found) in zip(pieces, findings) {
      selected[piece.branch].formUnion(found.replacing)
      for target in found.targets {
        for index in held.indices(of: target.log) where held.branches[index].holds(target.seq) {
          selected[index].insert(target.seq)
        }
      }
    }
    addRepeats(pieces, findings)
  }

  /// The state of these lines; its conflicts are those of all lines.
  ///
  /// - Throws: `FileError`.
  public func state(workspace: LogID, vocabulary: Vocabulary, ownPrivate: Set<LogID>) throws -> MergedState {
    let table = try LineTable(of: held, only: selected.map { $0.sorted() })
    return MergedState(of: table, workspace: workspace, vocabulary: vocabulary, ownPrivate: ownPrivate)
  }

  private static func look(at piece: HeldLogs.Piece, of held: HeldLogs, _ slots: SlotKinds) throws -> Findings {
    var found = Findings()
    try held.forEachRun(of: piece.branch, piece.seqs) { first, run in
      var seq = first
      var lines = LineBreaks(run)
      while let range = lines.next() {
        let line = UnsafeBufferPointer(rebasing: run[range])
        if let place = FactPlace(line) {
          if place.hasReplacements {
            found.replacing.append(seq)
            if let view = try? LineView(parsing: line, in: 0..<line.count) { found.targets += view.replaces }
          }
          if let payload = place.payload, let hash = slots.hash(line, place.kind, payload) {
            found.hashes.append(hash)
            found.seqs.append(UInt32(truncatingIfNeeded: seq))
          }
        }
        seq += 1
      }
      return true
    }
    return found
  }

  /// Adds the lines whose hash another one has. Two bits a hash tell most of them apart; the rest are sorted.
  private mutating func addRepeats(_ pieces: [HeldLogs.Piece], _ findings: [Findings]) {
    let bitCount = 25
    var seen = [UInt64](repeating: 0, count: 1 << (bitCount - 6))
    var again = seen
    for found in findings {
      for hash in found.hashes {
        let place = Int(hash >> UInt64(64 - bitCount))
        let bit = UInt64(1) << UInt64(place & 63)
        if seen[place >> 6] & bit != 0 { again[place >> 6] |= bit } else { seen[place >> 6] |= bit }
      }
    }
    var candidates: [(hash: UInt64, branch: Int, seq: Int)] = []
    for (piece, found) in zip(pieces, findings) {
      for (hash, seq) in zip(found.hashes, found.seqs) {
        let place = Int(hash >> UInt64(64 - bitCount))
        if again[place >> 6] & (UInt64(1) << UInt64(place & 63)) != 0 {
          candidates.append((hash, piece.branch, Int(seq)))
        }
      }
    }
    candidates.sort { $0.hash < $1.hash }
    for index in candidates.indices {
      let isRepeat =
        (index > 0 && candidates[index - 1].hash == candidates[index].hash)
        || (index + 1 < candidates.count && candidates[index + 1].hash == candidates[index].hash)
      if isRepeat { selected[candidates[index].branch].insert(candidates[index].seq) }
    }
  }
}

/// Where kind and payload stand in a canonical line, found by their places; nil for any other bytes.
private struct FactPlace {
  let kind: Range<Int>
  let payload: Range<Int>?
  let hasReplacements: Bool

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    // {"chain":"…11…","head":{"at":"…24…","kind":"  or  {"chain":"…11…","digest":"…43…","head":…
    guard line.count > 24 else { return nil }
    let isErased = line[24] == UInt8(ascii: "d")
    let start = isErased ? 126 : 71
    var end = start
    while end < line.count, line[end] != UInt8(ascii: "\"") { end += 1 }
    kind = start..<end
    // ","log":"7k3f9q2mx4tz","seq":  or  …,"replaces":[  and their first letter
    let next = end + 24
    guard next + 12 < line.count else { return nil }
    hasReplacements = line[next] == UInt8(ascii: "r")
    if isErased {
      payload = nil
      return
    }
    var position = next
    if hasReplacements {
      while position < line.count, line[position] != UInt8(ascii: "]") { position += 1 }
      position += 2
    }
    while position < line.count, line[position] != UInt8(ascii: "}") { position += 1 }
    // },"payload":{…},"salt":"…16…"}
    let begin = position + 12
    let finish = line.count - 27
    guard begin < finish, line[begin] == UInt8(ascii: "{") else { return nil }
    payload = begin..<finish
  }
}

/// The slot fields of each kind that has a slot.
private struct SlotKinds: Sendable {
  private let kinds: [(name: [UInt8], fields: [[UInt8]])]

  init(_ vocabulary: Vocabulary) {
    kinds = vocabulary.kinds.compactMap { kind in
      kind.slot.map { (Array(kind.name.utf8), $0.map { Array($0.utf8) }) }
    }
  }

  /// A hash of the slot of a fact; nil where it has none.
  func hash(_ line: UnsafeBufferPointer<UInt8>, _ kind: Range<Int>, _ payload: Range<Int>) -> UInt64? {
    let name = line.part(kind)
    guard let index = kinds.firstIndex(where: { $0.name.count == name.count && name.elementsEqual($0.name) }) else {
      return nil
    }
    return SlotReader.hash(in: line.part(payload), fields: kinds[index].fields, seed: UInt64(index) + 1)
  }
}
