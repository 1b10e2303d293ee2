import CivilTime

/// What a screen says about the workspace behind its figures.
public struct Context: Sendable, Equatable {
  /// The name people gave the workspace.
  public var workspaceName: String
  /// What the figures are about when the screen's own conditions do not say so; nil for everything.
  public var scope: String?
  /// Of how many logs lines are here, of how many members there are.
  public var heardLogCount: Int
  public var knownLogCount: Int
  /// The day of the newest line of the log that was heard from longest ago.
  public var oldestHeard: CivilDate?
  public var today: CivilDate?
  public var conflictCount: Int
  /// Lines of strangers and the like, which wait.
  public var heldCount: Int
  /// In alphabetical order of their names.
  public var writers: [Writer]

  public init(
    workspaceName: String,
    scope: String? = nil,
    heardLogCount: Int = 1,
    knownLogCount: Int = 1,
    oldestHeard: CivilDate? = nil,
    today: CivilDate? = nil,
    conflictCount: Int = 0,
    heldCount: Int = 0,
    writers: [Writer] = []
  ) {
    self.workspaceName = workspaceName
    self.scope = scope
    self.heardLogCount = heardLogCount
    self.knownLogCount = knownLogCount
    self.oldestHeard = oldestHeard
    self.today = today
    self.conflictCount = conflictCount
    self.heldCount = heldCount
    self.writers = writers
  }
}
