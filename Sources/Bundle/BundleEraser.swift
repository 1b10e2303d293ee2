import Cryptography
import EventLog
import Identity

/// Takes erased payloads out of a bundle that is held (SyncSpecs/erasure.md).
///
/// Manifest and signature stay as they are, so the sizes and hashes that they name no longer fit the entries that were
/// changed: such a bundle is read with `isErased` set, and its lines are checked by their chains alone.
public enum BundleEraser {
  /// The bundle without the payloads that have to go, and without the attachments that have to; nil where none has to.
  ///
  /// - Parameters:
  ///   - file: A bundle in clear.
  ///   - dropsAttachment: Whether an attachment has to go.
  /// - Throws: `BundleError` where the file cannot be unpacked; what is in it is not known then.
  /// - Complexity: O(*n*) in the bytes that come out, and twice as much memory.
  public static func erased(
    _ file: [UInt8], _ eraser: inout PayloadEraser, droppingAttachments dropsAttachment: (Digest) -> Bool,
    limits: BundleLimits = .standard
  ) throws(BundleError) -> [UInt8]? {
    if ForeignFile.isEncrypted(file) { throw .encrypted }
    let source: ArchiveSource
    do throws(ZstandardError) { source = try ArchiveSource(packed: file, limit: limits.expansion) } catch {
      throw .compression(error)
    }
    let changed = try without(TarReader(source, entryLimit: limits.entryCount), &eraser, dropsAttachment)
    guard let changed else { return nil }
    do throws(ZstandardError) { return try Zstandard.compress(changed) } catch { throw .compression(error) }
  }

  private static func without(
    _ reader: TarReader, _ eraser: inout PayloadEraser, _ dropsAttachment: (Digest) -> Bool
  ) throws(BundleError) -> [UInt8]? {
    var writer = TarWriter()
    var isChanged = false
    while let entry = try reader.next() {
      var contents: [UInt8] = []
      while contents.count < entry.byteCount { contents += try reader.contents(entry.byteCount - contents.count) }
      switch Content(entry.name) {
      case .attachment(let digest) where dropsAttachment(digest):
        isChanged = true
        continue
      case .segment(let log, let firstSeq):
        let lines = contents.withUnsafeBufferPointer { eraser.lines(of: $0, log: log, firstSeq: firstSeq) }
        if let lines {
          isChanged = true
          contents = lines
        }
      default: break
      }
      do throws(TarError) { try writer.append(entry.name, contents) } catch { throw .archive(error) }
    }
    return isChanged ? writer.finished() : nil
  }

  /// What an entry is, by its name.
  private enum Content {
    case segment(LogID, firstSeq: Int)
    case attachment(Digest)
    case other

    init(_ name: String) {
      let parts = name.split(separator: "/")
      self = .other
      if parts.count == 3, parts[0] == "logs", let log = LogID(parts[1].prefix(12)),
        let firstSeq = Int(parts[2].prefix { $0 != "-" })
      {
        self = .segment(log, firstSeq: firstSeq)
      } else if parts.count == 2, parts[0] == "attachments", let digest = Digest(hexadecimal: String(parts[1])) {
        self = .attachment(digest)
      }
    }
  }
}
