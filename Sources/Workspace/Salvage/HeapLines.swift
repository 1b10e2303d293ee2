import EventLog
import Identity

/// The different lines of a heap: each once, with where its bytes are.
///
/// Costs about 120 bytes a line, and the bytes of those that stand in packed files only.
struct HeapLines {
  struct Line {
    /// An index among the files of the heap: the first that it was found in.
    let file: Int32
    let length: Int32
    /// Where it begins in the file, or in `HeapLines.kept`.
    let offset: Int
    /// Whether its bytes are kept in memory, since the file is packed.
    let isKept: Bool
    /// An index in `logs`.
    let log: Int32
    /// The next line with the same log, number and chain and other bytes; -1 for none.
    fileprivate(set) var next: Int32
    let seq: Int
    let chain: UInt64
    /// Stands for the bytes when lines are compared.
    fileprivate let content: Int
    let hasPayload: Bool
    let isCheckpoint: Bool
    /// Whether it is of a kind that says who belongs or what is erased.
    let isDecision: Bool
    /// Whether a line feed follows it, in some copy.
    fileprivate(set) var isEnded: Bool
  }

  private static let decisions = DecisionNames()

  private struct Key: Hashable {
    let log: Int32
    let seq: Int
    let chain: UInt64
  }

  private(set) var lines: [Line] = []
  private(set) var logs: [LogID] = []
  private(set) var kept: [UInt8] = []
  /// Lines that were found, repeats included.
  private(set) var foundCount = 0
  /// For each log, how many different lines it has, in all their forms.
  private(set) var counts: [Int] = []
  private var indexOfLog: [LogID: Int32] = [:]
  private var first: [Key: Int32] = [:]

  /// Adds a line, or notes that it is there already.
  ///
  /// - Parameters:
  ///   - file: An index among the files of the heap.
  ///   - offset: Where its bytes can be read again in it; nil to keep them.
  mutating func add(
    _ view: LineView, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, file: Int, offset: Int?,
    isEnded: Bool
  ) {
    foundCount += 1
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range]))
    let content = hasher.finalize()
    let log = index(of: view.log)
    let key = Key(log: log, seq: view.seq, chain: view.chain.value)
    var last: Int32 = -1
    var index = first[key] ?? -1
    while index >= 0 {
      if lines[Int(index)].content == content, lines[Int(index)].length == range.count {
        if isEnded { lines[Int(index)].isEnded = true }
        return
      }
      last = index
      index = lines[Int(index)].next
    }
    let kind = bytes.part(view.kind)
    let line = Line(
      file: Int32(file), length: Int32(range.count), offset: offset ?? kept.count, isKept: offset == nil, log: log,
      next: -1, seq: view.seq, chain: view.chain.value,
      content: content, hasPayload: view.payload != nil,
      isCheckpoint: kind.elementsEqual(Checkpoint.kind.utf8), isDecision: Self.decisions.contains(kind),
      isEnded: isEnded)
    if offset == nil { kept.append(contentsOf: bytes[range]) }
    let number = Int32(lines.count)
    lines.append(line)
    counts[Int(log)] += 1
    if last >= 0 { lines[Int(last)].next = number } else { first[key] = number }
  }

  /// The first line with this log, number and chain; others follow by `next`.
  func line(log: LogID, seq: Int, chain: Chain) -> Int? {
    guard let log = indexOfLog[log] else { return nil }
    return first[Key(log: log, seq: seq, chain: chain.value)].map { Int($0) }
  }

  /// The lines of a log that are the first with their number and chain, by number and then chain.
  func firstLines(of log: Int) -> [Int32] {
    byLog[log]
  }

  func firstLines(of log: LogID) -> [Int32] { indexOfLog[log].map { byLog[Int($0)] } ?? [] }

  /// How many different lines a log has, in all their forms.
  func lineCount(of log: LogID) -> Int { indexOfLog[log].map { counts[Int($0)] } ?? 0 }

  /// To be called when all lines were added: sorts them.
  mutating func sort() {
    byLog = [[Int32]](repeating: [], count: logs.count)
    for index in first.values { byLog[Int(lines[Int(index)].log)].append(index) }
    for log in byLog.indices {
      byLog[log].sort { left, right in
        let (left, right) = (lines[Int(left)], lines[Int(right)])
        return left.seq != right.seq ? left.seq < right.seq : left.chain < right.chain
      }
    }
  }

  private var byLog: [[Int32]] = []

  private mutating func index(of log: LogID) -> Int32 {
    if let index = indexOfLog[log] { return index }
    let index = Int32(logs.count)
    logs.append(log)
    counts.append(0)
    indexOfLog[log] = index
    return index
  }

  /// The kinds that `DecisionLines` is made of, compared as bytes.
  private struct DecisionNames {
    private let names = ["lid", "lid_ingetrokken", "eigen_log", "wissing"].map { Array($0.utf8) }

    func contains(_ kind: UnsafeBufferPointer<UInt8>) -> Bool { names.contains { kind.elementsEqual($0) } }
  }
}
