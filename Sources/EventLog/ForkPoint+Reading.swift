import Platform

extension ForkPoint {
  /// The last line of a log's first branch before any that is not right: what can still be gone on from when the end is
  /// damaged.
  ///
  /// - Throws: `LogError`: `empty` without lines, `damaged` where line 1 is not right.
  /// - Complexity: Hashes the log from line 1 on.
  public init(lastGoodLineOf folder: LogFolder) throws(LogError) {
    let header = try folder.header()
    var walker = ChainWalker(log: folder.log, workspace: header.workspace)
    do throws(FileError) {
      reading: for part in try folder.parts() {
        let mapped = try folder.files.map(part.path)
        defer { withExtendedLifetime(mapped) {} }
        var lines = LineBreaks(mapped.bytes)
        while let range = lines.next() {
          if (try? walker.step(mapped.bytes, in: range)) == nil { break reading }
        }
      }
    } catch { throw .file(error) }
    self.init(header: header, seq: walker.seq, link: walker.link)
  }
}
