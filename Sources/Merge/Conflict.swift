/// Live facts about the same thing that differ. Rows are of the merged table.
public struct Conflict: Sendable {
  /// The kind of the fact that is used, or of the first.
  public let kind: String
  /// In the order of the table.
  public let rows: [Int]
  /// The one that figures use.
  public let used: Int

  public var rowsUsedFirst: [Int] { [used] + rows.filter { $0 != used } }
}
