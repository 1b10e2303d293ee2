import Platform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder on the real disk that goes when the last reference does.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/veldlog-test-XXXXXX\0".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) != nil }
    precondition(isMade, "no temporary folder")
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    let files = RealFileSystem()
    if (try? files.entry(at: path))?.kind == .folder {
      for name in (try? files.names(in: path)) ?? [] { removeAll(path + "/" + name) }
    }
    try? files.remove(path)
  }
}
