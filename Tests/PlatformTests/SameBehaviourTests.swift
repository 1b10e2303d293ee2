import Platform
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The disk in memory against the real one, over random scripts of calls.
@Suite struct SameBehaviourTests {
  /// A run of calls on one disk under one folder, with open files and locks by number.
  private final class Session {
    let files: any FileSystem
    let root: String
    var open: [Int: any WritableFile] = [:]
    var locks: [Int: any FileLock] = [:]

    init(_ files: any FileSystem, root: String) {
      self.files = files
      self.root = root
    }

    /// What a call gave, as text in which the root does not appear.
    func outcome(_ body: () throws -> String) -> String {
      do { return try body() } catch let error as FileError {
        return "\(error.operation) \(error.path.dropFirst(root.count)) \(error.reason)"
      } catch {
        return "\(error)"
      }
    }
  }

  private static let names = ["a", "b", "d", "d/a", "d/b", "d/e", "d/e/a", "d/e/b", "a/x", "weg/x", "./d//a", "d/../b"]

  /// Carries out one random call; the same numbers give the same call on every disk.
  private func step(_ session: Session, _ numbers: inout SplitMix) -> String {
    let kind = numbers.below(19)
    let first = session.root + "/" + Self.names[numbers.below(Self.names.count)]
    let second = session.root + "/" + Self.names[numbers.below(Self.names.count)]
    let handle = numbers.below(4)
    let size = numbers.below(9)
    let bytes = (0..<size).map { _ in UInt8(numbers.below(256)) }
    return session.outcome {
      switch kind {
      case 0, 1:
        let entry = try session.files.entry(at: first)
        return entry.map { "\($0.kind) \($0.kind == .file ? $0.size : 0)" } ?? "nothing"
      case 2: return try session.files.names(in: first).joined(separator: ",")
      case 3, 4:
        try session.files.makeFolder(first, mode: 0o700)
        return "folder"
      case 5: return "\(try session.files.read(first, from: size / 2, count: 1 + handle))"
      case 6:
        let mapped = try session.files.map(first)
        return withExtendedLifetime(mapped) { "\(Array(mapped.bytes))" }
      case 7, 8:
        session.open[handle] = try session.files.open(first, .create(mode: 0o600))
        return "created"
      case 9:
        session.open[handle] = try session.files.open(first, .replace(mode: 0o600))
        return "replaced"
      case 10:
        session.open[handle] = try session.files.open(first, .append)
        return "opened"
      case 11, 12:
        try session.open[handle]?.write(bytes)
        return "wrote"
      case 13:
        try session.open[handle]?.truncate(to: size - 1)
        return "cut"
      case 14, 15:
        try session.files.rename(first, to: second)
        return "renamed"
      case 16:
        try session.files.remove(first)
        return "removed"
      case 17:
        session.open[handle] = try session.files.open(first, .overwrite(mode: 0o600))
        return "to be overwritten"
      default:
        if let lock = try session.files.lock(first) {
          session.locks[handle] = lock
          return "locked"
        }
        session.locks[handle] = nil
        return "locked by another"
      }
    }
  }

  /// Everything below a folder, as text.
  private func tree(_ files: any FileSystem, _ folder: String) throws -> [String] {
    try files.names(in: folder).flatMap { name in
      let path = folder + "/" + name
      if try files.entry(at: path)?.kind == .folder { return [name + "/"] + (try tree(files, path)).map { " " + $0 } }
      return ["\(name) \(try files.contents(of: path))"]
    }
  }

  private func removeAll(_ path: String) {
    let files = RealFileSystem()
    if (try? files.entry(at: path))??.kind == .folder {
      for name in (try? files.names(in: path)) ?? [] { removeAll(path + "/" + name) }
    }
    try? files.remove(path)
  }

  @Test(arguments: 0..<100)
  func `the disk in memory answers every call as the real one does`(seed: Int) throws {
    var template = Array("/tmp/veldlog-XXXXXX".utf8CString)
    let root = String(cString: try #require(mkdtemp(&template)))
    defer { removeAll(root) }
    let memory = MemoryFileSystem()
    try memory.makeFolders(root)
    let real = Session(RealFileSystem(), root: root)
    let simulated = Session(memory, root: root)
    var realNumbers = SplitMix(seed: UInt64(seed))
    var numbers = realNumbers
    for call in 0..<150 {
      let expected = step(real, &realNumbers)
      let found = step(simulated, &numbers)
      #expect(found == expected, "seed \(seed), call \(call)")
      if found != expected { return }
    }
    #expect(try tree(memory, root) == tree(real.files, root), "seed \(seed)")
  }
}
