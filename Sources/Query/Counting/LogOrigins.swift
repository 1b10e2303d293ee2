import Platform

/// In which log each line stands.
public struct LogOrigins: Sendable {
  /// The logs as results name them; a log's place is its code.
  public let names: [String]
  private let firstLines: [Int32]
  private let logs: [Int32]

  /// - Parameter runs: The first line of each run of lines of one log, rising from 0, and the log's place in `names`.
  public init(names: [String], runs: [(firstLine: Int32, log: Int32)]) {
    self.names = names
    firstLines = runs.map(\.firstLine)
    logs = runs.map(\.log)
  }

  /// The place of the line's log in `names`, or −1.
  func log(ofLine line: Int32) -> Int32 {
    let next = firstLines.indices.border(where: { firstLines[$0] > line })
    return next == 0 ? -1 : logs[next - 1]
  }
}
