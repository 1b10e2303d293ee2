import CivilTime

/// What is known of the facts themselves, beside their figures.
public struct Quality: Sendable, Equatable {
  /// A log, and when something was last heard of it.
  public struct Log: Sendable, Equatable {
    public let name: String
    public let lineCount: Int
    /// The day of its newest line, by its writer's clock; nil where nothing arrived.
    public let lastHeard: CivilDate?
    public let isOwn: Bool
    /// Whether its lines count: a member's do.
    public let counts: Bool

    public init(name: String, lineCount: Int, lastHeard: CivilDate?, isOwn: Bool, counts: Bool) {
      self.name = name
      self.lineCount = lineCount
      self.lastHeard = lastHeard
      self.isOwn = isOwn
      self.counts = counts
    }
  }

  /// Facts of a kind that were recorded, or arrived, long after what they tell.
  public struct Late: Sendable, Equatable {
    public let kind: String
    /// Facts whose day is known.
    public let count: Int
    /// Recorded more than `Quality.lateAfterDays` after the end of the quarter of that day.
    public let lateCount: Int
    /// Recorded before that, and arrived here after it.
    public let arrivedLateCount: Int
    /// Of all, from the day to the recording.
    public let medianDays: Double?

    public init(kind: String, count: Int, lateCount: Int, arrivedLateCount: Int = 0, medianDays: Double?) {
      self.kind = kind
      self.count = count
      self.lateCount = lateCount
      self.arrivedLateCount = arrivedLateCount
      self.medianDays = medianDays
    }
  }

  /// A month: then a quarter's figures are looked at.
  public static let lateAfterDays = 31
  /// A log that was not heard from for longer is marked.
  static let silentAfterDays = 31

  public var logs: [Log]
  public var late: [Late]
  /// Bundles that wait for an earlier one, or for a member.
  public var heldBundleCount: Int
  /// Files that were set aside because they are not right.
  public var quarantineCount: Int
  /// Lines that are not right.
  public var faultCount: Int

  public init(
    logs: [Log] = [],
    late: [Late] = [],
    heldBundleCount: Int = 0,
    quarantineCount: Int = 0,
    faultCount: Int = 0
  ) {
    self.logs = logs
    self.late = late
    self.heldBundleCount = heldBundleCount
    self.quarantineCount = quarantineCount
    self.faultCount = faultCount
  }
}
