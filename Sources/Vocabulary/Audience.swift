/// Who may read a log, and so which log a fact is written to (SyncSpecs: the log).
public enum Audience: String, Sendable, CaseIterable, Comparable {
  /// Every member of the workspace.
  case gedeeld
  /// The members of one region.
  case regio
  /// Only the disk it was written on.
  case prive

  private var rank: Int {
    switch self {
    case .gedeeld: 0
    case .regio: 1
    case .prive: 2
    }
  }

  /// From wide to narrow: `gedeeld < regio < prive`.
  public static func < (left: Audience, right: Audience) -> Bool { left.rank < right.rank }
}
