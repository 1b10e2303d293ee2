#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One of the three streams that a command starts with.
public enum TerminalStream: Int32, Sendable {
  case input = 0
  case output = 1
  case errors = 2

  /// Whether a person is at the other end, and not a file or another program.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The size of the terminal behind this stream; nil where there is none, or where it does not say.
  public var size: TerminalSize? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// The next line of standard input without its line end; nil at the end.
  ///
  /// Bytes that are not UTF-8 become U+FFFD. Blocks until there is a line.
  public static func nextLine() -> String? { readLine(strippingNewline: true) }
}

/// In characters.
public struct TerminalSize: Sendable, Equatable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
