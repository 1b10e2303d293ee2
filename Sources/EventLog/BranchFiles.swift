import Identity
import Platform

/// The files of one branch, in reach.
struct BranchFiles: Sendable {
  let log: LogID
  let fork: Chain?
  let firstSeq: Int
  let parts: [Part]

  struct Part: Sendable {
    let log: LogID
    /// The chain of the first line of a branch that leaves another; nil but for its first part.
    let fork: Chain?
    /// The number of the line that is due first.
    let firstSeq: Int
    let origin: LineTable.Origin
    let mapped: MappedBytes
    /// Which of the file's bytes.
    let range: Range<Int>
    var path: String { origin.path }
    /// Whether the file begins in another part.
    var continuesFile: Bool { range.lowerBound > 0 }
  }

  init(log: LogID, fork: Chain?, firstSeq: Int, files: [(origin: LineTable.Origin, firstSeq: Int, mapped: MappedBytes)])
  {
    self.log = log
    self.fork = fork
    self.firstSeq = firstSeq
    parts = files.enumerated().map { index, file in
      Part(
        log: log, fork: index == 0 ? fork : nil, firstSeq: index == 0 ? firstSeq : file.firstSeq,
        origin: file.origin, mapped: file.mapped, range: 0..<file.mapped.bytes.count)
    }
  }

  /// The branches in a folder `logs`, sorted by log, the first that was held before those that leave it.
  static func all(in logs: String, files: any FileSystem) throws(FileError) -> [BranchFiles] {
    var found: [BranchFiles] = []
    for folder in try LogFolder.branches(in: logs, files: files) {
      var mapped: [(origin: LineTable.Origin, firstSeq: Int, mapped: MappedBytes)] = []
      for part in try folder.parts() {
        // Looked at before it is read, so that what is written in between shows afterwards.
        let origin = LineTable.Origin(path: part.path, size: part.size, stamp: part.stamp)
        mapped.append((origin, part.firstSeq, try files.map(part.path)))
      }
      let firstSeq = folder.fork == nil ? 1 : mapped.first?.firstSeq ?? 1
      found.append(BranchFiles(log: folder.log, fork: folder.fork, firstSeq: firstSeq, files: mapped))
    }
    return found
  }
}
