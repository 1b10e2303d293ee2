import CanonicalJSON
import CivilTime
import Cryptography
import Identity
import Platform

/// All lines of a workspace's logs, as columns over the mapped files: what merging and counting read.
///
/// Reading checks the form of each line and its number; links are the work of `LogVerifier` and of applying bundles.
/// A line that is not right takes its place as a row without a fact, and is listed in `faults`, so one bad line never
/// blocks the rest. Costs 15 bytes a line beside the mapped files.
public struct LineTable: Sendable {
  /// The lines of one branch of a log, which stand in a row: line `seq` is row `rows.lowerBound + seq - firstSeq`.
  public struct Branch: Sendable {
    public let log: LogID
    /// The chain of the first line, for a branch that leaves another.
    public let fork: Chain?
    /// What line 1 says, in a branch that leaves another that one's; nil where it is not right or not held.
    public internal(set) var header: LogHeader?
    /// The number of the first line; 1 but for a branch that leaves another.
    public let firstSeq: Int
    /// The index of the branch that this one leaves, after line `firstSeq - 1`; nil for one from line 1 on, and for one
    /// whose line before the first is not held.
    public internal(set) var parent: Int?
    public let rows: Range<Int>
    /// Bytes after the last line feed of the last file.
    public let tornByteCount: Int

    /// The number of the last line; one less than the first without lines.
    public var lastSeq: Int { firstSeq + rows.count - 1 }

    /// The row of a line; nil for a number that is not on this branch.
    public func row(_ seq: Int) -> Int? {
      seq >= firstSeq && seq <= lastSeq ? rows.lowerBound + (seq - firstSeq) : nil
    }

    public func seq(_ row: Int) -> Int { row - rows.lowerBound + firstSeq }
  }

  /// A line that is not right.
  public struct Fault: Sendable {
    public let path: String
    /// From 1, in its file.
    public let line: Int
    public internal(set) var row: Int
    public let fault: LineFault
  }

  /// Sorted by log; of a log, the branch that was held first before those that leave it.
  public internal(set) var branches: [Branch] = []
  public internal(set) var faults: [Fault] = []
  /// The names of kinds, in order of first appearance; `kind` holds indices into it.
  public internal(set) var kindNames: [String] = []

  // Columns, one entry a row.
  /// The kind's index in `kindNames`; `noKind` for a line that is not right. For loops over all rows.
  public internal(set) var kinds: [UInt16] = []
  public static let noKind = UInt16.max
  /// Where the payload starts in the line; 0 where there is none, and `farPayload` where it is farther.
  /// For loops over all rows.
  public internal(set) var payloadStarts: [UInt8] = []
  static let farPayload = UInt8.max
  /// Where the lines stand, in runs of rows as they were read.
  var runs: [LineRun] = []
  /// Those of the reading that goes on, whose rows have no entries in columns yet.
  var openRun = LineRun()

  /// For rows that replace something, in order of rows.
  public internal(set) var replacements: [(row: Int32, target: Reference)] = []
  /// By replacement, the row that it names, where that was read from the same file before it, as most are: it is found
  /// while it is still near the core. −1 where it has to be looked for.
  public internal(set) var replacedRows: [Int32] = []
  var files: [MappedBytes] = []
  /// By file, where it stood.
  var origins: [Origin] = []
  /// By file, the row of its first line.
  var firstRows: [Int] = []
  var branchesOfLog: [LogID: Range<Int>] = [:]
  var indexOfKind: [String: Int] = [:]

  public init() {}

  public var rowCount: Int { kinds.count + openRun.count }

  /// The kind's index in `kindNames`; nil for a line that is not right.
  public func kind(_ row: Int) -> Int? { kinds[row] == Self.noKind ? nil : Int(kinds[row]) }

  public func kindName(_ row: Int) -> String { kinds[row] == Self.noKind ? "" : kindNames[Int(kinds[row])] }

  public func kindIndex(named name: String) -> Int? { indexOfKind[name] }

  /// The rows of a kind, in order.
  ///
  /// - Complexity: O(*n*) in rows.
  public func rows(ofKind name: String) -> [Int] {
    guard let kind = indexOfKind[name] else { return [] }
    return kinds.indices.filter { Int(kinds[$0]) == kind }
  }

  /// Milliseconds since 1970, of the writer's clock.
  public func time(_ row: Int) -> Int64 { time(row, in: line(row)) }

  /// - Parameter bytes: The row's line.
  func time(_ row: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
    // Behind the chain, and behind the digest of a payload that was removed.
    let place = hasPayload(row) ? 37 : 92
    guard isReadable(row), bytes.count >= place + 24 else { return 0 }
    return Instant(iso: bytes.part(place..<place + 24))?.milliseconds ?? 0
  }

  /// That of a line that is not right says nothing.
  public func chain(_ row: Int) -> Chain {
    let bytes = line(row)
    guard isReadable(row), bytes.count >= 21, let chain = Chain(bytes.part(10..<21)) else { return Chain(value: 0) }
    return chain
  }

  /// The first 24 bits of the chain, which are known without a look at the line.
  private func tag(_ row: Int) -> UInt32 { runs[run(of: row)].tag(of: row) }

  /// Whether the row holds a line that is right.
  public func isReadable(_ row: Int) -> Bool { kinds[row] != Self.noKind }

  public func hasPayload(_ row: Int) -> Bool { payloadStarts[row] > 0 }

  /// The payload's canonical bytes, empty where there are none; valid as long as the table is.
  public func payload(_ row: Int) -> UnsafeBufferPointer<UInt8> { payload(row, in: line(row)) }

  /// - Parameter bytes: The row's line.
  func payload(_ row: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = Int(payloadStarts[row])
    if start == Int(Self.farPayload) {
      start = (try? LineView(parsing: bytes, in: 0..<bytes.count))?.payload?.lowerBound ?? 0
    }
    // `,"salt":"` with 16 characters and `"}` end a line with a payload.
    return start == 0 ? bytes.part(0..<0) : bytes.part(start..<bytes.count - 27)
  }

  /// The payload read in full; nil where it was removed.
  public func payloadObject(_ row: Int) -> JSONObject? {
    hasPayload(row) ? Self.object(payload(row)) : nil
  }

  static func object(_ payload: UnsafeBufferPointer<UInt8>) -> JSONObject? {
    (try? JSONValue(parsing: payload, rules: .line))?.objectValue
  }

  /// The whole line without its line feed; valid as long as the table is.
  public func line(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    files[file(of: row)].places.part(range(of: row))
  }

  /// Says that no line is looked at soon, so that the files count no longer as memory that is used.
  public func leaveFiles() { for file in files { file.leavePlaces() } }

  /// Where a row's line stands in its file, without its line feed.
  func range(of row: Int) -> Range<Int> { runs[run(of: row)].range(of: row) }

  private func run(of row: Int) -> Int {
    max(0, runs.indices.border(where: { runs[$0].firstRow > row }) - 1)
  }

  func file(of row: Int) -> Int {
    max(0, firstRows.indices.border(where: { firstRows[$0] > row }) - 1)
  }

  // MARK: Finding rows

  /// The indices of a log's branches, the one that was held first before the others; empty for a log that is not held.
  public func branchIndices(of log: LogID) -> Range<Int> { branchesOfLog[log] ?? 0..<0 }

  /// A log's branches, the one that was held first before the others.
  public func branches(of log: LogID) -> ArraySlice<Branch> { branches[branchIndices(of: log)] }

  /// The branch of a log that was held first.
  public func branch(of log: LogID) -> Branch? { branches(of: log).first }

  /// How many lines of a log are held, on all its branches.
  public func lineCount(of log: LogID) -> Int { branches(of: log).reduce(0) { $0 + $1.rows.count } }

  /// The index in `branches` of the branch that a row is in.
  ///
  /// - Complexity: O(log *b*) in branches.
  public func branchIndex(of row: Int) -> Int {
    max(0, branches.indices.border(where: { branches[$0].rows.lowerBound > row }) - 1)
  }

  public func branch(at row: Int) -> Branch { branches[branchIndex(of: row)] }

  public func seq(_ row: Int) -> Int { branch(at: row).seq(row) }

  public func reference(_ row: Int) -> Reference {
    let branch = branch(at: row)
    return Reference(log: branch.log, seq: branch.seq(row), tag: tag(row))
  }

  /// The first row that a reference names; nil where none is held.
  public func row(_ reference: Reference) -> Int? {
    for index in branchIndices(of: reference.log) {
      if let row = row(reference, in: index) { return row }
    }
    return nil
  }

  /// Every row that a reference names: more than one only where a log was continued in several places.
  public func rows(_ reference: Reference) -> [Int] {
    branchIndices(of: reference.log).compactMap { row(reference, in: $0) }
  }

  /// Calls `body` with each of them, and the index of its branch.
  public func forEachRow(_ reference: Reference, _ body: (_ row: Int, _ branch: Int) -> Void) {
    for index in branchIndices(of: reference.log) {
      if let row = row(reference, in: index) { body(row, index) }
    }
  }

  /// Calls `body` with each row that a replacement names, and the index of its branch.
  ///
  /// - Parameter index: In `replacements`.
  public func forEachRow(replacedBy index: Int, _ body: (_ row: Int, _ branch: Int) -> Void) {
    let isForked = branches.count > branchesOfLog.count
    if !isForked, replacedRows[index] >= 0 {
      body(Int(replacedRows[index]), branchIndex(of: Int(replacedRows[index])))
    } else {
      forEachRow(replacements[index].target, body)
    }
  }

  /// What a row replaces, as it stands in its line.
  ///
  /// - Complexity: O(log *n*) in replacements.
  public func replacements(of row: Int) -> [Reference] {
    replacements[firstReplacement(of: row)...].prefix { Int($0.row) == row }.map(\.target)
  }

  private func firstReplacement(of row: Int) -> Int {
    replacements.indices.border(where: { Int(replacements[$0].row) >= row })
  }

  private func row(_ reference: Reference, in branch: Int) -> Int? {
    guard let row = branches[branch].row(reference.seq), isReadable(row), tag(row) == reference.tag else {
      return nil
    }
    return row
  }

  /// The row before one on its branch, the last one that it shares with another included; nil before line 1.
  public func rowBefore(_ row: Int) -> Int? {
    let branch = branch(at: row)
    if row > branch.rows.lowerBound { return row - 1 }
    return branch.parent.flatMap { branches[$0].row(branch.firstSeq - 1) }
  }

  // MARK: Links

  /// The last line of a branch that stands before any fault, with its link.
  public struct Head: Sendable {
    public let seq: Int
    public let link: Digest
  }

  /// The head of a branch; nil where line 1 or a link since the last checkpoint is not right, and for a branch without
  /// lines.
  ///
  /// - Complexity: Hashes from the last checkpoint on.
  public func head(of branch: Branch) -> Head? {
    let fault = faults.first { branch.rows.contains($0.row) }
    let last = (fault?.row ?? branch.rows.upperBound) - 1
    guard last >= branch.rows.lowerBound, let link = link(of: last) else { return nil }
    return Head(seq: branch.seq(last), link: link)
  }

  /// The link of a row, by hashing from the checkpoint at or before it; nil where a line between is not right.
  public func link(of row: Int) -> Digest? {
    let branch = branch(at: row)
    guard let header = branch.header else { return nil }
    let checkpoint = kindIndex(named: Checkpoint.kind)
    var first = row
    while first > branch.rows.lowerBound, kind(first) == nil || kind(first) != checkpoint { first -= 1 }
    var walker: ChainWalker
    if branch.seq(first) > 1, kind(first) != nil, kind(first) == checkpoint {
      let bytes = line(first)
      walker = ChainWalker(log: branch.log, header: header)
      guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), walker.resume(at: view, in: bytes) else {
        return nil
      }
      first += 1
    } else if branch.firstSeq == 1 {
      walker = ChainWalker(log: branch.log, workspace: header.workspace)
    } else {
      guard let before = rowBefore(first), let link = link(of: before) else { return nil }
      walker = ChainWalker(log: branch.log, header: header, after: branch.firstSeq - 1, link: link)
    }
    for row in first..<max(first, row + 1) {
      let bytes = line(row)
      if (try? walker.step(bytes, in: 0..<bytes.count)) == nil { return nil }
    }
    return walker.link
  }
}
