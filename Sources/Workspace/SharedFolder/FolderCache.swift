import CanonicalJSON
import Cryptography
import Platform

/// What was seen of shared folders before, so that a bundle is unpacked once: `cache/folder.json`.
///
/// It maps the SHA-256 of a file's bytes to what these bytes say, and holds nothing that can be out of date: whether a
/// file's lines are held is asked of the logs each time. So a cache that is lost, old, or of another instance costs time
/// and cannot make a file be passed over. What does not read as it was written is forgotten.
struct FolderCache: Sendable, Equatable {
  /// A file that is not whole yet, or that nobody here can read.
  struct Waiting: Sendable, Equatable {
    let size: Int
    /// By this machine's clock when it was first seen with this size, in milliseconds since 1970.
    let since: Int64
  }

  var files: [Digest: SharedFile] = [:]
  /// Where a copy was kept of what had to wait or was wrong, by the file's hash.
  var keptAt: [Digest: [String]] = [:]
  /// By path.
  var waiting: [String: Waiting] = [:]
  /// Files of others that hold a payload that was erased, by path.
  var remains: [String: FolderReport.Remains] = [:]

  private static let format: Int64 = 1

  static func path(in workspace: Workspace) -> String { workspace.root + "/cache/folder.json" }

  init() {}

  /// What is remembered; nothing where that cannot be read.
  init(of workspace: Workspace) {
    let path = Self.path(in: workspace)
    guard ((try? workspace.files.entry(at: path)) ?? nil)?.kind == .file,
      let bytes = try? workspace.files.contents(of: path),
      let value = try? JSONValue(parsing: bytes, rules: .any), value["format"] == .integer(Self.format)
    else { return }
    for member in value["files"]?.objectValue?.members ?? [] {
      guard let sha256 = Digest(base64: member.key), let file = SharedFile(sha256: sha256, member.value) else {
        continue
      }
      files[sha256] = file
    }
    for member in value["kept"]?.objectValue?.members ?? [] {
      guard let sha256 = Digest(base64: member.key) else { continue }
      keptAt[sha256] = member.value.arrayValue?.compactMap(\.stringValue) ?? []
    }
    for member in value["waiting"]?.objectValue?.members ?? [] {
      guard let size = member.value["bytes"]?.integerValue, let since = member.value["since"]?.integerValue else {
        continue
      }
      waiting[member.key] = Waiting(size: Int(size), since: since)
    }
    for item in value["remains"]?.arrayValue ?? [] {
      guard let found = FolderReport.Remains(item) else { continue }
      remains[found.path] = found
    }
  }

  /// - Throws: `FileError`; what was remembered before stands then.
  func save(in workspace: Workspace) throws(FileError) {
    let path = Self.path(in: workspace)
    try workspace.files.makeFolders(Path.folder(of: path))
    try workspace.files.writeWhole(json.canonicalBytes + [0x0A], to: path)
  }

  private var json: JSONValue {
    var all = JSONObject()
    for (sha256, file) in files { all[sha256.base64] = file.json }
    var kept = JSONObject()
    for (sha256, paths) in keptAt where !paths.isEmpty {
      kept[sha256.base64] = .array(paths.map(JSONValue.string))
    }
    var late = JSONObject()
    for (path, item) in waiting {
      late[path] = ["bytes": .integer(Int64(item.size)), "since": .integer(item.since)]
    }
    return [
      "format": .integer(Self.format), "files": .object(all), "kept": .object(kept), "waiting": .object(late),
      "remains": .array(remains.values.sorted { $0.path < $1.path }.map(\.json)),
    ]
  }
}
