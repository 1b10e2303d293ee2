import EventLog
import Platform
import Synchronization

/// Finds the lines of logs that were seen, by their rows, without reading the logs.
final class LineFinder: Sendable {
  private let seen: LogsSeen
  private let folder: String
  private let files: any FileSystem
  /// By file, its first mark.
  private let firstMarks: [Int]
  private let mapped = Mutex<[Int: MappedBytes]>([:])

  /// - Parameter folder: That of the logs.
  init(_ seen: LogsSeen, in folder: String, files: any FileSystem) {
    self.seen = seen
    self.folder = folder
    self.files = files
    var marks: [Int] = []
    var count = 0
    for file in seen.files {
      marks.append(count)
      count += LogsSeen.markCount(file.rows.count)
    }
    firstMarks = marks
  }

  /// The line of a row; nil for a row that was not seen, and where another line stands in its place.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: Looks through some lines before it.
  func line(_ row: Int) throws(FileError) -> FactLine? {
    guard let index = seen.file(of: row) else { return nil }
    let file = seen.files[index]
    guard let place = seen.place(of: row, in: file, firstMark: firstMarks[index]) else { return nil }
    let mapped = try bytes(index)
    return withExtendedLifetime(mapped) {
      guard place.bytes.upperBound <= mapped.places.count else { return nil }
      var lines = LineBreaks(mapped.places, from: place.bytes.lowerBound)
      for _ in 0..<place.lineCount { _ = lines.next() }
      guard let range = lines.next(), let view = try? LineView(parsing: mapped.places, in: range) else { return nil }
      let branch = seen.branches[file.branch]
      guard view.log == branch.log, view.seq == branch.firstSeq + row - branch.rows.lowerBound else { return nil }
      return FactLine(
        reference: Reference(log: view.log, seq: view.seq, chain: view.chain), bytes: Array(mapped.places[range]))
    }
  }

  private func bytes(_ index: Int) throws(FileError) -> MappedBytes {
    if let known = mapped.withLock({ $0[index] }) { return known }
    let new = try files.map(folder + "/" + seen.files[index].path)
    mapped.withLock { $0[index] = new }
    return new
  }
}
