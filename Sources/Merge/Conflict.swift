import CanonicalJSON

/// Live facts about the same thing that differ. Rows are of the merged table.
public struct Conflict: Sendable {
  /// The kind of the fact that is used, or of the first.
  public let kind: String
  /// The slot's fields, where the facts share a slot.
  public let slot: JSONObject?
  /// In the order of the table.
  public let rows: [Int]
  /// The one that figures use.
  public let used: Int

  public var rowsUsedFirst: [Int] { [used] + rows.filter { $0 != used } }
}
