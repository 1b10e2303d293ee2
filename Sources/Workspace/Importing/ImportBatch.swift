import EventLog
import Vocabulary

/// Facts that are to be written together.
struct ImportBatch {
  struct Fact {
    let draft: Draft
    /// Its number among the known facts.
    let number: Int
  }

  private var facts: [Audience: [Fact]] = [:]
  private var count = 0
  private var byteCount = 0

  var isEmpty: Bool { count == 0 }

  var isFull: Bool {
    count >= FactImport.largestBatchRowCount || byteCount >= FactImport.largestBatchByteCount
  }

  /// - Parameter byteCount: Of the payload.
  mutating func add(_ draft: Draft, _ number: Int, _ audience: Audience, byteCount: Int) {
    facts[audience, default: []].append(Fact(draft: draft, number: number))
    count += 1
    self.byteCount += byteCount
  }

  /// What waits, widest audience first; the batch is empty then.
  mutating func take() -> [(Audience, [Fact])] {
    defer { self = ImportBatch() }
    return facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
