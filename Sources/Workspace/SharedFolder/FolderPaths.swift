import Cryptography
import Identity
import Platform

/// The names that a writer gives in a shared folder:
///
///     <folder>/<workspace>/<writer>/<first 16 hex of the file's sha256>.veld[.age]
///
/// A folder that is itself named after the workspace is taken for `<folder>/<workspace>`.
struct FolderPaths: Sendable {
  /// What a person named.
  let root: String
  /// Below which this workspace's files stand.
  let base: String

  init(_ root: String, workspace: LogID) {
    self.root = root
    base = Path.name(of: root) == workspace.text ? root : root + "/" + workspace.text
  }

  func folder(of writer: LogID) -> String { base + "/" + writer.text }

  func path(of sha256: Digest, by writer: LogID, isEncrypted: Bool) -> String {
    folder(of: writer) + "/" + sha256.hexadecimal.prefix(16) + (isEncrypted ? ".veld.age" : ".veld")
  }

  /// Whether a path has the name that the file with this content was written under.
  func isOwnName(_ path: String, of file: SharedFile) -> Bool {
    [true, false].contains { path == self.path(of: file.sha256, by: file.writer, isEncrypted: $0) }
  }
}
