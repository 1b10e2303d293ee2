import Bundle
import Cryptography
import EventLog
import Identity
import Platform

/// Tells what a file in a shared folder is, by its bytes.
struct FolderReader {
  /// What a file is.
  enum Content {
    /// A whole bundle of this workspace.
    case bundle(SharedFile, BundleManifest)
    /// A bundle that was read before.
    case seen(Digest)
    /// Someone's file that has nothing to do with Veldlog.
    case other
    case skipped(FolderReport.Skipped.Reason)
  }

  let workspace: Workspace
  /// A file that holds so much at most.
  private static let largestByteCount = BundleLimits.standard.expansion.byteCount
  /// Enough to know any file by that can be a bundle.
  private static let startByteCount = 64

  /// - Parameter isKnown: Whether the file with this hash was read before.
  func read(_ found: FolderScan.Found, isKnown: (Digest) -> Bool) -> Content {
    let isNamedBundle = Path.name(of: found.path).contains(".veld")
    let bytes: [UInt8]
    do throws(FileError) {
      let start = try workspace.files.read(found.path, from: 0, count: Self.startByteCount)
      guard Self.mayBeBundle(start) else {
        if !isNamedBundle { return .other }
        return .skipped(start.allSatisfy { $0 == 0 } ? .notWhole : .notABundle)
      }
      guard found.size <= Self.largestByteCount else { return .skipped(.tooLarge) }
      bytes = try workspace.files.contents(of: found.path)
    } catch {
      // A file syncer may have taken it away since it was listed.
      return error.reason == .notFound ? .other : .skipped(.unreadable(error))
    }
    let sha256 = SHA256.hash(bytes)
    if isKnown(sha256) { return .seen(sha256) }
    do {
      let (file, manifest) = try describe(bytes, sha256)
      guard manifest.workspace == workspace.settings.workspace else {
        return .skipped(
          .refused(ExchangeError.otherWorkspace(found: manifest.workspace, wanted: workspace.settings.workspace)))
      }
      return .bundle(file, manifest)
    } catch let error as BundleError {
      return Self.content(of: error, isNamedBundle)
    } catch let error as AgeError {
      return Self.content(of: error, isNamedBundle)
    } catch ExchangeError.notForUs, ExchangeError.needsPassphrase {
      return isNamedBundle ? .skipped(.notForUs) : .other
    } catch {
      return .skipped(.refused(error))
    }
  }

  /// Whether a file that starts so can be a bundle, encrypted or not, or the beginning of one.
  private static func mayBeBundle(_ start: [UInt8]) -> Bool {
    if start.isEmpty { return false }
    let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    return start.starts(with: frame) || frame.starts(with: start) || Age.isAge(start)
      || "age-encryption.org/v1".utf8.starts(with: start)
  }

  /// What a bundle holds. Reads all of it, so that what is not whole is not described.
  func describe(_ bytes: [UInt8], _ sha256: Digest) throws -> (SharedFile, BundleManifest) {
    let reader = try BundleReader(try BundleFile.decrypted(bytes, in: workspace))
    let manifest = reader.manifest
    var bare: Set<SharedFile.BareLine> = []
    for segment in manifest.segments {
      var search = BareLineSearch()
      try reader.readEntry(segment.path, byteCount: segment.byteCount, sha256: segment.sha256) { search.take($0) }
      for seq in search.seqs { bare.insert(SharedFile.BareLine(log: segment.log, seq: seq)) }
    }
    for attachment in manifest.attachments {
      try reader.readEntry(attachment.path, byteCount: attachment.byteCount, sha256: attachment.sha256) { _ in }
    }
    try reader.expectEnd()
    let file = SharedFile(
      sha256: sha256, byteCount: bytes.count, writer: manifest.writer, receivers: manifest.receivers,
      segments: manifest.segments, attachments: Set(manifest.attachments.map(\.sha256)), withoutPayload: bare)
    return (file, manifest)
  }

  // MARK: What is wrong

  private static func content(of error: BundleError, _ isNamedBundle: Bool) -> Content {
    switch error {
    case .notABundle(.empty), .notABundle(.zeros), .compression(.truncated), .compression(.wrongChecksum),
      .compression(.damaged):
      isNamedBundle ? .skipped(.notWhole) : .other
    case .notABundle: isNamedBundle ? .skipped(.notABundle) : .other
    default: .skipped(.refused(error))
    }
  }

  private static func content(of error: AgeError, _ isNamedBundle: Bool) -> Content {
    switch error {
    case .incompleteHeader, .incompletePayload, .damagedChunk, .malformedArmor, .malformedHeader, .changedHeader,
      .trailingBytes, .notAge:
      // A file that is still arriving may have holes as well as an end too soon.
      isNamedBundle ? .skipped(.notWhole) : .other
    default: isNamedBundle ? .skipped(.refused(error)) : .other
    }
  }
}
