/// What is wrong with one row; the rows around it are read as if it were not there.
public enum CSVProblem: Error, Sendable, Equatable {
  /// The row has another number of cells than the header.
  case cellCount(expected: Int, found: Int)
  /// A quote that opens on this line has no end, or an end that cannot be its own.
  case unclosedQuote(line: Int)
  /// Something other than a separator follows a closing quote on this line.
  case textAfterQuote(line: Int)
}
