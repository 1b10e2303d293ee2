import Cryptography
import Platform

/// The private keys of an instance: one file a log, `keys/<log>`, readable by its owner only.
public struct KeyFolder: Sendable {
  private let files: any FileSystem
  private let path: String

  /// - Parameter path: The folder `keys`, which need not exist yet.
  public init(_ path: String, files: any FileSystem) {
    self.path = path
    self.files = files
  }

  public enum Failure: Error, Sendable, Equatable {
    /// The file is no key, or the key of another log.
    case damaged(path: String)
  }

  /// A new key, on disk before it is returned.
  ///
  /// - Throws: `FileError`; no key is left behind then.
  public func makeKey(randomness: any Randomness) throws -> Ed25519.PrivateKey {
    // Nil only for another number of bytes than 32, and 32 were asked for.
    guard let key = Ed25519.PrivateKey(seed: randomness.bytes(32)) else { fatalError("a seed has 32 bytes") }
    try put(key)
    return key
  }

  /// Puts a key that was found elsewhere in its place, on disk before this returns.
  public func put(_ key: Ed25519.PrivateKey) throws(FileError) {
    let log = LogID(key.publicKey)
    try files.makeFolders(path)
    try files.writeWhole(Array(key.openSSH(comment: "veldlog \(log)").utf8), to: path + "/" + log.text)
  }

  /// The logs that this instance can write.
  public func logs() throws(FileError) -> [LogID] {
    guard try files.entry(at: path) != nil else { return [] }
    return try files.names(in: path).compactMap { LogID($0) }
  }

  /// The key of a log; nil when this instance has none.
  ///
  /// - Throws: `FileError`, or `Failure.damaged` when the file holds another thing.
  public func key(of log: LogID) throws -> Ed25519.PrivateKey? {
    let file = path + "/" + log.text
    guard try files.entry(at: file) != nil else { return nil }
    let text = String(decoding: try files.contents(of: file), as: UTF8.self)
    // Nil only for another number of bytes than 32, and 32 were asked for.
    guard let key = Ed25519.PrivateKey(openSSH: text), LogID(key.publicKey) == log else {
      throw Failure.damaged(path: file)
    }
    return key
  }
}
