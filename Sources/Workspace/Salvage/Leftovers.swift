import EventLog
import Identity

/// The lines of a log that do not stand on its line 1, as what is known of them.
struct Leftovers {
  struct Line {
    /// An index among the lines of the heap.
    let line: Int32
    let isDetached: Bool
  }

  let log: LogID
  /// By number.
  let lines: [Line]
  private let seqs: [Int]

  init(of tree: LogTree, _ lines: HeapLines) {
    log = tree.log
    let detached = tree.nodes.filter { $0.isDetached && !$0.isDropped }.map { Line(line: $0.line, isDetached: true) }
    let unverified = tree.unverified.map { Line(line: $0, isDetached: false) }
    func seq(_ line: Line) -> Int { lines.lines[Int(line.line)].seq }
    let all = (detached + unverified).sorted { seq($0) < seq($1) }
    self.lines = all
    seqs = all.map(seq)
  }

  /// The runs of lines, with those that are missing between.
  ///
  /// - Parameters:
  ///   - last: The highest number of a line that stands on line 1.
  ///   - path: The file that a line was found in first.
  func runs(after last: Int, path: (Int32) -> String) -> [SalvageReport.Run] {
    var runs: [SalvageReport.Run] = []
    var reached = last
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].isDetached == lines[start].isDetached, seqs[end] <= seqs[end - 1] + 1 {
        end += 1
      }
      if seqs[start] > reached + 1 {
        runs.append(
          SalvageReport.Run(
            state: .missing, firstSeq: reached + 1, lastSeq: seqs[start] - 1, lineCount: 0, path: nil))
      }
      runs.append(
        SalvageReport.Run(
          state: lines[start].isDetached ? .detached : .unverified, firstSeq: seqs[start], lastSeq: seqs[end - 1],
          lineCount: end - start, path: path(lines[start].line)))
      reached = max(reached, seqs[end - 1])
      start = end
    }
    return runs
  }
}
