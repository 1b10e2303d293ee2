/// What stands on a terminal: a line a row from the top down, none wider than it.
public struct Picture: Sendable, Equatable {
  public var lines: [Line]
  /// Where something is typed, counted from 0; nil where nothing is.
  public var cursor: Cursor?

  public struct Cursor: Sendable, Equatable {
    public let row: Int
    public let column: Int
  }

  public var text: String { lines.map { $0.text + "\n" }.joined() }
}
