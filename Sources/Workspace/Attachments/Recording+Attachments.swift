import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Platform
import Vocabulary

extension Recording {
  /// What came of attaching a file.
  public struct Attached: Sendable {
    public let outcome: Outcome
    public let sha256: Digest
    public let byteCount: Int
    /// Why the file's name was not recorded, though nobody gave another.
    public let omittedName: FileNameScreen.Suspicion?
    /// Whether the name that was given holds what a name should not.
    public let doubtfulName: FileNameScreen.Suspicion?
  }

  /// Copies a file into `attachments/` and records a fact of kind `bijlage` that names it; both are durable when this
  /// returns, the file first.
  ///
  /// The file's own name is recorded unless it looks like it holds a person's, its media type by its extension.
  ///
  /// - Parameters:
  ///   - path: The file. It is read once, piece by piece.
  ///   - fields: What else the fact says; nil for a field that must not be filled in by itself.
  /// - Throws: `WorkspaceError` as `record(_:_:replaces:audience:)`, `AttachmentError.emptyFile` or `nothingButRepetition`, or `FileError`.
  ///   Nothing was recorded then, and nothing is left in `attachments/` that was not there.
  public func attach(
    _ path: String, _ fields: [String: JSONValue?], replaces: [Reference] = [], audience: Audience? = nil
  ) throws -> Attached {
    let kind = try checkedKind(Kind.bijlageName)
    let screen = FileNameScreen(try facts().state)
    var payload = JSONObject()
    for (name, value) in fields { payload[name] = value }
    var omittedName: FileNameScreen.Suspicion?
    let ownName = NormalForm.composed(Spelling.trimmed(Path.name(of: path)))
    if fields["naam"] == nil {
      omittedName = screen.suspicion(of: ownName)
      if omittedName == nil { payload["naam"] = .string(ownName) }
    }
    if let media = MediaType.of(ownName) {
      if fields["type"] == nil { payload["type"] = .string(media.type) }
      if fields["soort"] == nil { payload["soort"] = media.soort.map(JSONValue.string) }
    }
    let doubtfulName = fields["naam"].flatMap { $0?.stringValue }.flatMap(screen.suspicion)
    try checkBeforeCopying(payload, kind)
    let attachments = Attachments(workspace)
    let held = try attachments.held()
    let (digest, byteCount) = try copy(path, into: attachments)
    payload["sha256"] = .string(digest.hexadecimal)
    payload["bytes"] = .integer(Int64(byteCount))
    do {
      let outcome = try record(kind.name, payload, replaces: replaces, audience: audience)
      return Attached(
        outcome: outcome, sha256: digest, byteCount: byteCount, omittedName: omittedName, doubtfulName: doubtfulName)
    } catch {
      if held[digest] == nil { try? attachments.remove(digest) }
      throw error
    }
  }

  /// So that no large file is copied for a fact that cannot be.
  private func checkBeforeCopying(_ payload: JSONObject, _ kind: Kind) throws {
    var complete = payload
    complete["sha256"] = .string(SHA256.hash([UInt8]()).hexadecimal)
    complete["bytes"] = 1
    try check(complete, kind)
  }

  private func copy(_ path: String, into attachments: Attachments) throws -> (Digest, byteCount: Int) {
    let files = workspace.files
    if try files.entry(at: path)?.kind == .folder { throw FileError(.read, path, .isFolder) }
    var piece = try files.read(path, from: 0, count: Attachments.pieceByteCount)
    if piece.isEmpty { throw AttachmentError.emptyFile(path: path) }
    let incoming = try attachments.receive()
    var packedByteCount = 0
    do {
      while !piece.isEmpty {
        try incoming.write(piece)
        packedByteCount += try Zstandard.compress(piece).count
        piece = try files.read(path, from: incoming.byteCount, count: Attachments.pieceByteCount)
      }
      // No reader unpacks a bundle beyond its ratio; half of it leaves room for what else is in the bundle.
      if incoming.byteCount > ExpansionLimit.bundle.byteCountByRatio(of: packedByteCount) / 2 {
        throw AttachmentError.nothingButRepetition(path: path)
      }
    } catch {
      incoming.discard()
      throw error
    }
    return (try incoming.keep(), incoming.byteCount)
  }
}
