import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// The lines that decide who belongs and what is erased, and the shape of the branches they stand on: all that `Members`
/// and `Erasure` look at. Few, whatever the number of facts.
public struct DecisionLines: Sendable {
  /// One branch of a log; as `LineTable.Branch`, without its rows.
  public struct Branch: Sendable {
    public let log: LogID
    /// What line 1 says; nil where it is not right or not held.
    public let header: LogHeader?
    public let firstSeq: Int
    public let lastSeq: Int
    /// The index of the branch that this one leaves after line `firstSeq - 1`.
    public let parent: Int?

    public init(log: LogID, header: LogHeader?, firstSeq: Int, lastSeq: Int, parent: Int?) {
      self.log = log
      self.header = header
      self.firstSeq = firstSeq
      self.lastSeq = lastSeq
      self.parent = parent
    }
  }

  public enum Kind: String, Sendable, CaseIterable {
    case lid
    case lidIngetrokken = "lid_ingetrokken"
    case eigenLog = "eigen_log"
    case wissing
  }

  /// A line of one of these kinds.
  public struct Line: Sendable {
    /// An index in `branches`.
    public let branch: Int
    public let kind: Kind
    public let reference: Reference
    public let payload: JSONObject
    public let replaces: [Reference]

    public init(branch: Int, kind: Kind, reference: Reference, payload: JSONObject, replaces: [Reference]) {
      self.branch = branch
      self.kind = kind
      self.reference = reference
      self.payload = payload
      self.replaces = replaces
    }

    public var seq: Int { reference.seq }
  }

  public let branches: [Branch]
  public let lines: [Line]
  /// The chain of any line that is held, by its branch and its number; nil for one that is not, or cannot be read.
  let chain: @Sendable (_ branch: Int, _ seq: Int) -> Chain?
  private let branchesOfLog: [LogID: [Int]]

  /// - Parameters:
  ///   - branches: In any order; parents are indices in it.
  ///   - lines: In any order.
  ///   - chain: The chain of any line that is held, by branch and number.
  public init(
    branches: [Branch], lines: [Line], chain: @escaping @Sendable (_ branch: Int, _ seq: Int) -> Chain?
  ) {
    self.branches = branches
    self.lines = lines
    self.chain = chain
    branchesOfLog = Dictionary(grouping: branches.indices, by: { branches[$0].log })
  }

  /// The lines of a table about members and erasure.
  ///
  /// - Complexity: O(*n*) in rows.
  ///
  /// - Parameter known: By row, whether the line was known at the moment that is asked about; nil for now.
  public init(in table: LineTable, known: [Bool]? = nil) {
    var lines: [Line] = []
    let isDecision = table.kindNames.map { Kind(rawValue: $0) != nil }
    let kindOfRow = table.kinds
    for branch in table.branches.indices where isDecision.contains(true) {
      for row in table.branches[branch].rows
      where kindOfRow[row] != LineTable.noKind && isDecision[Int(kindOfRow[row])] && known?[row] != false {
        guard let kind = Kind(rawValue: table.kindName(row)), let payload = table.payloadObject(row) else { continue }
        lines.append(
          Line(
            branch: branch, kind: kind, reference: table.reference(row), payload: payload,
            replaces: table.replacements(of: row)))
      }
    }
    self.init(
      branches: table.branches.map {
        Branch(log: $0.log, header: $0.header, firstSeq: $0.firstSeq, lastSeq: $0.lastSeq, parent: $0.parent)
      },
      lines: lines
    ) { branch, seq in
      guard let row = table.branches[branch].row(seq), table.isReadable(row) else { return nil }
      return table.chain(row)
    }
  }

  /// What line 1 of a log says; nil where it is not held.
  func header(of log: LogID) -> LogHeader? {
    branchesOfLog[log]?.lazy.compactMap { branches[$0].header }.first
  }

  /// For each branch of a log that holds the line or lines before it, the number of the last line that a list of named
  /// lines and those before them on their branches leave; a branch of which they leave nothing is not named.
  func lastSeqs(_ named: [(chain: Chain, seq: Int)], of log: LogID) -> [Int: Int] {
    var last: [Int: Int] = [:]
    for (chain, seq) in named {
      for index in branchesOfLog[log] ?? [] where self.chain(index, seq) == chain {
        var (branch, seq) = (index, seq)
        while true {
          last[branch] = max(last[branch] ?? 0, seq)
          guard let parent = branches[branch].parent else { break }
          (branch, seq) = (parent, branches[branch].firstSeq - 1)
        }
      }
    }
    return last
  }
}

extension LogHeader {
  /// Whether a line of this log may act on one of another: of the same or a narrower audience.
  func reaches(_ other: LogHeader) -> Bool {
    switch audience {
    case .gedeeld: true
    case .regio: other.audience == .prive || (other.audience == .regio && other.regio == regio)
    case .prive: other.audience == .prive
    }
  }
}
