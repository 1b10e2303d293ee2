import Platform

extension LineTable {
  /// Where lines were read from.
  struct Origin: Sendable {
    let path: String
    /// In bytes, as it was found before it was read.
    let size: Int
    let stamp: FileStamp?
  }

  /// A file that lines were read from.
  public struct File: Sendable {
    public let path: String
    /// What it was like just before it was read.
    public let size: Int
    public let stamp: FileStamp?
    /// The index of the branch that its lines are on.
    public let branch: Int
    public let rows: Range<Int>
    /// Where its last whole line ends.
    public let byteCount: Int
  }

  /// The files that the rows come from, in their order; only for a table without faults, in which every line has its place.
  public var filesRead: [File] {
    guard faults.isEmpty else { return [] }
    return origins.indices.map { index in
      let end = index + 1 < firstRows.count ? firstRows[index + 1] : rowCount
      let rows = firstRows[index]..<max(firstRows[index], end)
      return File(
        path: origins[index].path, size: origins[index].size, stamp: origins[index].stamp,
        branch: branchOfFile(index), rows: rows,
        byteCount: rows.last.map { range(of: $0).upperBound + 1 } ?? 0)
    }
  }

  /// By its folder's name: a file without lines is on a branch all the same.
  private func branchOfFile(_ index: Int) -> Int {
    let folder = Path.name(of: Path.folder(of: origins[index].path))
    return branches.firstIndex { $0.log.text + ($0.fork.map { "~" + $0.text } ?? "") == folder } ?? 0
  }

  /// How long a row's line is, without its line feed.
  public func byteCount(of row: Int) -> Int { range(of: row).count }

  /// Where a row's line begins in its file.
  public func start(of row: Int) -> Int { range(of: row).lowerBound }
}
