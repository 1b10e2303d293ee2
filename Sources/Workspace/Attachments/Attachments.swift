import Bundle
import Cryptography
import EventLog
import Merge
import Platform
import Vocabulary

/// The files that facts of kind `bijlage` name, kept by their contents: `attachments/<sha256>`, 0600.
///
/// The same contents stand there once, whoever names them. A file is whole and survives a power cut before the fact
/// that names it is recorded, and goes once no fact with its payload names it any more (`Erasing`). A fact may name a
/// file that is not here: bundles leave attachments out when asked to, and a receipt asks for them later.
///
///     let attachments = Attachments(workspace)
///     let incoming = try attachments.receive()
///     try incoming.write(bytes)                  // as often as need be
///     let digest = try incoming.keep()           // durable, under its name
///     try attachments.read(digest) { piece in … }
///
/// Who writes holds the workspace's lock.
public struct Attachments: Sendable {
  /// How much of a file is in memory at a time.
  public static let pieceByteCount = 1 << 20

  public let folder: String
  let files: any FileSystem

  public init(_ workspace: Workspace) {
    folder = workspace.root + "/attachments"
    files = workspace.files
  }

  /// Where an attachment stands, if it is here.
  public func path(of digest: Digest) -> String { folder + "/" + digest.hexadecimal }

  // MARK: What is here

  /// The attachments that are here, with their sizes in bytes. Contents are not looked at.
  public func held() throws(FileError) -> [Digest: Int] {
    guard try files.entry(at: folder)?.kind == .folder else { return [:] }
    var held: [Digest: Int] = [:]
    for name in try files.names(in: folder) {
      guard let digest = Digest(hexadecimal: name), let entry = try files.entry(at: folder + "/" + name),
        entry.kind == .file
      else { continue }
      held[digest] = entry.size
    }
    return held
  }

  /// Whether an attachment is here. Contents are not looked at.
  public func holds(_ digest: Digest) throws(FileError) -> Bool {
    try files.entry(at: path(of: digest))?.kind == .file
  }

  // MARK: Reading

  /// Gives an attachment piece by piece.
  ///
  /// - Throws: `AttachmentError.notHere`, or `damaged` after the last piece when the contents are not those of the
  ///   name: whatever was done with the pieces is then worth nothing. Else what `body` throws.
  public func read(_ digest: Digest, _ body: ([UInt8]) throws -> Void) throws {
    let path = path(of: digest)
    guard try files.entry(at: path)?.kind == .file else { throw AttachmentError.notHere(digest) }
    let hasher = SHA256()
    var offset = 0
    while true {
      let piece = try files.read(path, from: offset, count: Self.pieceByteCount)
      if piece.isEmpty { break }
      hasher.update(piece)
      offset += piece.count
      try body(piece)
    }
    guard hasher.finish() == digest else { throw AttachmentError.damaged(digest, path: path) }
  }

  /// All bytes of an attachment, checked.
  ///
  /// - Throws: As `read(_:_:)`.
  public func contents(of digest: Digest) throws -> [UInt8] {
    var contents: [UInt8] = []
    try read(digest) { contents += $0 }
    return contents
  }

  /// Whether the contents of an attachment are those of its name; false where it is not here.
  public func isWhole(_ digest: Digest) throws -> Bool {
    do { try read(digest) { _ in } } catch is AttachmentError { return false }
    return true
  }

  /// Writes an attachment to a new file outside, which appears once all of it is there and right.
  ///
  /// - Returns: Its size in bytes.
  /// - Throws: As `read(_:_:)`, or `FileError` with `exists` where something stands at `path`. There is no file then.
  @discardableResult
  public func write(_ digest: Digest, to path: String) throws -> Int {
    if try files.entry(at: path) != nil { throw FileError(.create, path, .exists) }
    let beside = Path.folder(of: path) + "/.tmp-" + Path.name(of: path)
    let file = try files.open(beside, .replace(mode: 0o600))
    var byteCount = 0
    do {
      try read(digest) { piece in
        try file.write(piece)
        byteCount += piece.count
      }
      try file.synchronize()
      try files.rename(beside, to: path)
    } catch {
      try? files.remove(beside)
      throw error
    }
    try files.synchronizeFolder(Path.folder(of: path))
    return byteCount
  }

  // MARK: Writing

  /// Begins to take in a file, of which nothing is under its name before all of it is there.
  public func receive() throws(FileError) -> IncomingAttachment {
    try files.makeFolders(folder)
    return try IncomingAttachment(self)
  }

  /// Takes in bytes that are in memory.
  ///
  /// - Parameter expected: The digest that they must have; nil for any.
  /// - Throws: `AttachmentError.otherContents`; nothing is kept then.
  @discardableResult
  public func store(_ bytes: some Collection<UInt8>, as expected: Digest? = nil) throws -> Digest {
    let incoming = try receive()
    var rest = bytes[...]
    while !rest.isEmpty {
      try incoming.write(Array(rest.prefix(Self.pieceByteCount)))
      rest = rest.dropFirst(Self.pieceByteCount)
    }
    return try incoming.keep(as: expected)
  }

  /// Removes an attachment, for good; one that is not here is passed over.
  public func remove(_ digest: Digest) throws(FileError) {
    guard try holds(digest) else { return }
    try files.remove(path(of: digest))
    try files.synchronizeFolder(folder)
  }
}

/// Why an attachment cannot be had.
public enum AttachmentError: Error, Sendable, Equatable {
  /// It never came, or was left out of a bundle.
  case notHere(Digest)
  /// What stands under its name is something else.
  case damaged(Digest, path: String)
  /// What came is not what was named.
  case otherContents(wanted: Digest, found: Digest)
  case emptyFile(path: String)
  /// It packs so well that no bundle with it could be unpacked: a recording of silence, or a file of zeros.
  case nothingButRepetition(path: String)
  /// The line is of another kind, or has no payload any more.
  case notAnAttachment(Reference)
}
