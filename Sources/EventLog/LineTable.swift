import CanonicalJSON
import CivilTime
import Cryptography
import Identity
import Platform

/// All lines of a workspace's logs, as columns over the mapped files: what merging and counting read.
///
/// Reading checks the form of each line and its number; links are the work of `LogVerifier` and of applying bundles.
/// A line that is not right takes its place as a row without a fact, and is listed in `faults`, so one bad line never
/// blocks the rest. Costs about 40 bytes a line beside the mapped files.
public struct LineTable: Sendable {
  /// The lines of one log, which stand in a row: line `seq` is row `rows.lowerBound + seq - 1`.
  public struct Branch: Sendable {
    public let log: LogID
    /// What line 1 says; nil where it is not right.
    public let header: LogHeader?
    public let rows: Range<Int>
    /// Bytes after the last line feed of the last file.
    public let tornByteCount: Int
  }

  /// A line that is not right.
  public struct Fault: Sendable {
    public let path: String
    /// From 1, in its file.
    public let line: Int
    public internal(set) var row: Int
    public let fault: LineFault
  }

  struct Place {
    var file: Int32
    var length: Int32
    var start: Int
  }

  /// Sorted by log.
  public internal(set) var branches: [Branch] = []
  public internal(set) var faults: [Fault] = []
  /// The names of kinds, in order of first appearance; `kind` holds indices into it.
  public internal(set) var kindNames: [String] = []

  // Columns, one entry a row.
  var kinds: [UInt16] = []
  var times: [Int64] = []
  var chains: [UInt64] = []
  var places: [Place] = []
  var payloadStarts: [Int32] = []
  var payloadLengths: [Int32] = []

  /// For rows that replace something, in order of rows.
  public internal(set) var replacements: [(row: Int32, target: Reference)] = []
  var files: [MappedBytes] = []
  var branchOfLog: [LogID: Int] = [:]
  var indexOfKind: [String: Int] = [:]

  public init() {}

  public var rowCount: Int { kinds.count }

  /// The kind's index in `kindNames`; nil for a line that is not right.
  public func kind(_ row: Int) -> Int? { kinds[row] == .max ? nil : Int(kinds[row]) }

  public func kindName(_ row: Int) -> String { kinds[row] == .max ? "" : kindNames[Int(kinds[row])] }

  public func kindIndex(named name: String) -> Int? { indexOfKind[name] }

  /// Milliseconds since 1970, of the writer's clock.
  public func time(_ row: Int) -> Int64 { times[row] }

  public func chain(_ row: Int) -> Chain { Chain(value: chains[row]) }

  /// Whether the row holds a line that is right.
  public func isReadable(_ row: Int) -> Bool { kinds[row] != .max }

  public func hasPayload(_ row: Int) -> Bool { payloadLengths[row] > 0 }

  /// The payload's canonical bytes, empty where there are none; valid as long as the table is.
  public func payload(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    let start = places[row].start + Int(payloadStarts[row])
    return files[Int(places[row].file)].bytes.part(start..<start + Int(payloadLengths[row]))
  }

  /// The payload read in full; nil where it was removed.
  public func payloadObject(_ row: Int) -> JSONObject? {
    guard hasPayload(row) else { return nil }
    return (try? JSONValue(parsing: payload(row), rules: .line))?.objectValue
  }

  /// The whole line without its line feed; valid as long as the table is.
  public func line(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    let place = places[row]
    return files[Int(place.file)].bytes.part(place.start..<place.start + Int(place.length))
  }

  // MARK: Finding rows

  public func branch(of log: LogID) -> Branch? { branchOfLog[log].map { branches[$0] } }

  /// The index in `branches` of the branch that a row is in.
  ///
  /// - Complexity: O(log *b*) in branches.
  public func branchIndex(of row: Int) -> Int {
    var low = 0
    var high = branches.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if branches[middle].rows.lowerBound <= row { low = middle } else { high = middle }
    }
    return low
  }

  public func seq(_ row: Int) -> Int { row - branches[branchIndex(of: row)].rows.lowerBound + 1 }

  public func reference(_ row: Int) -> Reference {
    let branch = branches[branchIndex(of: row)]
    return Reference(log: branch.log, seq: row - branch.rows.lowerBound + 1, chain: chain(row))
  }

  /// The row that a reference names; nil where it is not held.
  public func row(_ reference: Reference) -> Int? {
    guard let branch = branch(of: reference.log), reference.seq <= branch.rows.count else { return nil }
    let row = branch.rows.lowerBound + reference.seq - 1
    return isReadable(row) && chain(row).tag == reference.tag ? row : nil
  }

  // MARK: Links

  /// The last line of a log that stands before any fault, with its link.
  public struct Head: Sendable {
    public let seq: Int
    public let link: Digest
  }

  /// The head of a branch; nil where line 1 or a link since the last checkpoint is not right.
  ///
  /// - Complexity: Hashes from the last checkpoint on.
  public func head(of branch: Branch) -> Head? {
    let fault = faults.first { branch.rows.contains($0.row) }
    let last = (fault?.row ?? branch.rows.upperBound) - 1
    guard last >= branch.rows.lowerBound, let link = link(of: last, in: branch) else { return nil }
    return Head(seq: last - branch.rows.lowerBound + 1, link: link)
  }

  /// The link of a row, by hashing from the checkpoint at or before it; nil where a line between is not right.
  public func link(of row: Int, in branch: Branch) -> Digest? {
    guard let header = branch.header, branch.rows.contains(row) else { return nil }
    let checkpoint = kindIndex(named: Checkpoint.kind)
    var first = row
    while first > branch.rows.lowerBound, kind(first) == nil || kind(first) != checkpoint { first -= 1 }
    var walker = ChainWalker(log: branch.log, workspace: header.workspace)
    for row in first...row {
      let bytes = line(row)
      if row == first, row > branch.rows.lowerBound {
        walker = ChainWalker(log: branch.log, header: header, after: 0, link: walker.link)
        guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), walker.resume(at: view, in: bytes) else {
          return nil
        }
      } else if (try? walker.step(bytes, in: 0..<bytes.count)) == nil {
        return nil
      }
    }
    return walker.link
  }
}
