import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

extension Exchange {
  /// One file that was made.
  public struct Made: Sendable {
    public let path: String
    public let lineCount: Int
    public let logCount: Int
    public let attachmentCount: Int
    /// Of the file, in bytes.
    public let byteCount: Int
    /// Lines that stay behind since no checkpoint vouches for them, by log.
    public let leftBehind: [LogID: Int]
    /// The members that it is for; empty where everyone can read it who has it, or a passphrase.
    public let receivers: [LogID]
    /// Members that it would be for, if their keys were known.
    public let unknownKeys: [LogID]
    /// Whether there are regional facts that do not go, since not all receivers are of that region.
    public let omitsRegional: Bool
  }

  /// Writes a bundle in clear of all shared logs, for anyone who may hold it.
  ///
  /// - Throws: As `make`.
  @discardableResult
  public func makeClearBundle(at path: String) throws -> Made {
    try make(BundleRequest(.clear), at: path)[0]
  }

  /// Writes a bundle, or where it is larger than it may be the parts of one: `name-1.veld`, `name-2.veld` …
  ///
  /// - Parameter path: One that is encrypted gets `.age` behind it, if it does not end so.
  /// - Throws: `FileError` (`exists` where a file is there already), `LogError`, `BundleError`, `ExchangeError`. There is
  ///   no file then, or those that were there.
  public func make(_ request: BundleRequest, at path: String) throws -> [Made] {
    let isEncrypted = request.receivers != .clear
    let path = isEncrypted && !path.hasSuffix(".age") ? path + ".age" : path
    let folder = Path.folder(of: path)
    if try workspace.files.entry(at: path) != nil { throw FileError(.create, path, .exists) }
    if try workspace.files.entry(at: folder) == nil { throw FileError(.create, folder, .notFound) }
    let draft = try BundleDraft(request, recording)
    var made: [Made] = []
    do {
      for part in try draft.parts() {
        let name = part.count == 1 ? path : Self.partPath(path, part.number)
        if try workspace.files.entry(at: name) != nil { throw FileError(.create, name, .exists) }
        try workspace.files.writeWhole(part.bytes, to: name, mode: 0o600)
        made.append(draft.made(part, at: name))
      }
    } catch {
      for part in made { try? workspace.files.remove(part.path) }
      throw error
    }
    return made
  }

  /// `folder/name.veld.age` with a number behind the name.
  static func partPath(_ path: String, _ number: Int) -> String {
    for ending in [".veld.age", ".veld", ".age"] where path.hasSuffix(ending) {
      return path.dropLast(ending.count) + "-\(number)" + ending
    }
    return path + "-\(number)"
  }
}
