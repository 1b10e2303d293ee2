import Bundle
import EventLog
import Identity
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

  /// Up to here conflicts are counted along with other work; merging more takes longer than a person waits unasked.
  private static let countedByteCount = 16 << 20

  /// How many conflicts are open; nil where the logs are so large that only who asks should wait for it.
  ///
  /// - Throws: `FileError`.
  public func conflictCount() throws -> Int? {
    let size = try LogFolder.branches(in: logsPath, files: files).reduce(0) { size, branch in
      try size + branch.parts().reduce(0) { $0 + $1.size }
    }
    return size <= Self.countedByteCount ? try state().conflicts.count : nil
  }
}
