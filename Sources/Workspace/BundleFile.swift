import Bundle
import EventLog
import Identity
import Merge
import Platform

/// The bytes of a bundle in a file, decrypted where they are encrypted to this instance (SyncSpecs/encryption.md).
enum BundleFile {
  /// - Parameter passphrase: For a file that is encrypted to one.
  /// - Throws: `ExchangeError.notForUs` or `needsPassphrase`; `AgeError`, `BundleError`, `FileError`.
  static func contents(of path: String, in workspace: Workspace, passphrase: [UInt8]? = nil) throws -> [UInt8] {
    let limit = BundleLimits.standard.expansion.byteCount
    if let size = try workspace.files.entry(at: path)?.size, size > limit {
      throw BundleError.compression(.tooLarge(limit: limit))
    }
    let bytes = try workspace.files.contents(ofFile: path)
    return try decrypted(bytes, in: workspace, passphrase: passphrase)
  }

  static func decrypted(_ bytes: [UInt8], in workspace: Workspace, passphrase: [UInt8]? = nil) throws -> [UInt8] {
    guard Age.isAge(bytes.prefix(64)) else { return bytes }
    let limit = BundleLimits.standard.expansion.byteCount
    if try Age.isToPassphrase(bytes) {
      guard let passphrase else { throw ExchangeError.needsPassphrase }
      return try Age.decrypt(bytes, with: [.passphrase(passphrase)], limit: limit)
    }
    var identities: [AgeIdentity] = []
    var unread: FileError?
    for log in workspace.ownLogs(for: .gedeeld).sorted() {
      // A key that is damaged opens nothing; the others may.
      do {
        if let key = try workspace.keys.key(of: log) { identities.append(.sshEd25519(key)) }
      } catch KeyFolder.Failure.damaged {
      } catch let error as FileError {
        unread = error
      }
    }
    do throws(AgeError) { return try Age.decrypt(bytes, with: identities, limit: limit) } catch {
      // A key that cannot be read now may be the one that it is for.
      if let unread { throw unread }
      if case .noMatch(let count) = error { throw ExchangeError.notForUs(recipientCount: count) }
      throw error
    }
  }
}

extension Workspace {
  /// The bytes of a bundle that is encrypted to this instance.
  ///
  /// - Throws: `ExchangeError.notForUs` or `needsPassphrase`; `AgeError`, `FileError`.
  public func decrypted(_ bytes: [UInt8], passphrase: [UInt8]? = nil) throws -> [UInt8] {
    try BundleFile.decrypted(bytes, in: self, passphrase: passphrase)
  }

  /// Up to here all lines are merged as they are; beyond, those that can be part of a conflict are found first.
  private static let sievedByteCount = 16 << 20

  /// How many conflicts are open.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: O(*n*) in the bytes of all logs; memory does not follow them.
  public func conflictCount() throws -> Int {
    let held = try HeldLogs(scanning: logsPath, files: files)
    if held.byteCount <= Self.sievedByteCount { return try state().conflicts.count }
    return try sievedConflictCount(held)
  }

  /// The same by way of the sieve, whatever the size.
  func sievedConflictCount(_ held: HeldLogs) throws -> Int {
    try ConflictSieve(held, vocabulary: vocabulary).state(
      workspace: settings.workspace, vocabulary: vocabulary, ownPrivate: ownPrivate
    ).conflicts.count
  }
}
