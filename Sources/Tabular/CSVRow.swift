/// One row under the header.
public struct CSVRow: Sendable, Equatable {
  /// The first physical line, counted from 1; a quoted cell can make a row span several.
  public let line: Int
  /// As many as the header has names; fewer or more only where `problem` says so.
  public let cells: [String]
  public let problem: CSVProblem?
  /// Where the row stands in `CSVReader.bytes`, without its line end.
  public let source: Range<Int>
}
