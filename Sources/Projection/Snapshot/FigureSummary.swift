import Identity

/// What is said around figures of the workspace behind them.
public struct FigureSummary: Sendable, Equatable {
  /// A log of a member.
  public struct Member: Sendable, Equatable {
    public let log: LogID
    /// The first log of the same writer.
    public let writer: LogID
    /// The writer's clock at its last line, in milliseconds since 1970; nil where nothing has arrived.
    public var lastHeard: Int64?
    /// The label its writer gave it, and its region; nil where they are not known.
    public let naam: String?
    public let regio: String?

    public init(log: LogID, writer: LogID, lastHeard: Int64?, naam: String? = nil, regio: String? = nil) {
      self.log = log
      self.writer = writer
      self.lastHeard = lastHeard
      self.naam = naam
      self.regio = regio
    }
  }

  public internal(set) var members: [Member]
  public let conflictCount: Int
  /// Lines that stand in logs nobody admitted.
  public let heldLineCount: Int
  /// Lines that are not right.
  public let faultCount: Int

  public init(members: [Member], conflictCount: Int, heldLineCount: Int, faultCount: Int) {
    self.members = members
    self.conflictCount = conflictCount
    self.heldLineCount = heldLineCount
    self.faultCount = faultCount
  }

  /// When each writer was last heard of, whichever log it was in; nil for one of whom nothing has arrived.
  public var lastHeard: [Int64?] {
    Dictionary(grouping: members, by: \.writer).values.map { $0.compactMap(\.lastHeard).max() }
  }

  /// Whether a log was admitted.
  public func holdsMember(_ log: LogID) -> Bool { members.contains { $0.log == log } }
}
