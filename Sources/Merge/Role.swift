/// What a member may do, from little to much (SyncSpecs/state.md, members).
public enum Role: String, Sendable, CaseIterable, Comparable {
  /// Reads; of its lines only those about itself count.
  case lezer
  /// Records.
  case onderzoeker
  /// Records, admits and revokes.
  case beheerder

  public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .lezer: 0
    case .onderzoeker: 1
    case .beheerder: 2
    }
  }
}
