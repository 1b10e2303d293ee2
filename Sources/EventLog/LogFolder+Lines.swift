import CanonicalJSON
import Identity
import Platform

extension LogFolder {
  /// The kinds with which an instance ends a branch of a log when it goes on in another.
  public static let endingKinds: Set<String> = ["eigen_log", Checkpoint.kind]

  /// What line 1 says.
  ///
  /// - Throws: `LogError`: `empty` where there is no line 1, `damaged` where it is not right.
  public func header() throws(LogError) -> LogHeader {
    let (mapped, path) = try firstPart()
    defer { withExtendedLifetime(mapped) {} }
    var lines = LineBreaks(mapped.bytes)
    guard let range = lines.next() else { throw .empty(log) }
    var walker = ChainWalker(log: log, workspace: nil)
    do throws(LineFault) { try walker.step(mapped.bytes, in: range) } catch {
      throw .damaged(path: path, line: 1, fault: error)
    }
    guard let header = walker.header else { throw .empty(log) }
    return header
  }

  private func firstPart() throws(LogError) -> (MappedBytes, path: String) {
    do throws(FileError) {
      guard let part = try parts().first else { throw FileError(.read, path, .notFound) }
      return (try files.map(part.path), part.path)
    } catch {
      if error.reason == .notFound { throw .empty(log) }
      throw .file(error)
    }
  }

  /// Whether every line behind one is of a kind that ends a branch; false where that line is not held.
  ///
  /// - Complexity: Reads backwards up to the first line that is of another kind.
  public func holdsOnlyEndings(after end: LogEnd) throws(FileError) -> Bool {
    for part in try parts().reversed() {
      let mapped = try files.map(part.path)
      let answer: Bool? = withExtendedLifetime(mapped) {
        let bytes = mapped.bytes
        var stop = LineBreaks.end(of: bytes)
        while stop > 0 {
          var start = stop - 1
          while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
          guard let line = try? LineView(parsing: bytes, in: start..<stop - 1), line.seq >= end.seq else {
            return false
          }
          if line.seq == end.seq { return line.chain == end.chain }
          guard Self.endingKinds.contains(where: { line.isKind($0, in: bytes) }) else { return false }
          stop = start
        }
        return nil
      }
      if let answer { return answer }
    }
    return false
  }

  /// Whether the branch holds a line of a kind that does not end one.
  ///
  /// - Complexity: Reads up to the first such line.
  public func holdsMoreThanEndings() throws(FileError) -> Bool {
    for part in try parts() {
      let mapped = try files.map(part.path)
      let isMore = withExtendedLifetime(mapped) {
        var lines = LineBreaks(mapped.bytes)
        while let range = lines.next() {
          guard let line = try? LineView(parsing: mapped.bytes, in: range) else { continue }
          if !Self.endingKinds.contains(where: { line.isKind($0, in: mapped.bytes) }) { return true }
        }
        return false
      }
      if isMore { return true }
    }
    return false
  }
}
