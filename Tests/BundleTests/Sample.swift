import Cryptography
import EventLog
import Identity
import Testing

@testable import Bundle

/// A small bundle, its parts, and ways to make one that is wrong in a chosen place.
struct Sample {
  let key: Ed25519.PrivateKey
  let writer: LogID
  let lines = Array("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n".utf8)
  let attachment = Array("een bijlage".utf8)
  let chain = Chain(value: 0x0102_0304_0506_0708)

  init(seed: UInt8 = 7) throws {
    key = try #require(Ed25519.PrivateKey(seed: [UInt8](repeating: seed, count: 32)))
    writer = LogID(key.publicKey)
  }

  var segment: BundleManifest.Segment { segment() }

  func segment(first: Int = 1, after: Chain? = nil, isOfFork: Bool = false) -> BundleManifest.Segment {
    BundleManifest.Segment(
      log: writer, first: first, last: first + 2, chain: chain, after: after, byteCount: lines.count,
      sha256: SHA256.hash(lines), isOfFork: isOfFork)
  }

  var manifest: BundleManifest {
    BundleManifest(
      workspace: writer, writer: writer,
      frontier: [writer: [BundleManifest.NamedLine(seq: 3, chain: chain)]],
      segments: [segment],
      attachments: [BundleManifest.Attachment(byteCount: attachment.count, sha256: SHA256.hash(attachment))])
  }

  func packed() throws -> [UInt8] {
    try BundleWriter.pack(manifest, signedWith: key, segments: [lines], attachments: [attachment])
  }

  /// The entries of the bundle in their order.
  var entries: [(name: String, contents: [UInt8])] { entries(manifest: manifest.canonicalBytes) }

  /// The entries with another manifest, which is signed.
  func entries(manifest bytes: [UInt8]) -> [(name: String, contents: [UInt8])] {
    let signature = SSHSignature.armored(message: bytes, namespace: BundleReader.signatureNamespace, key: key)
    return [
      ("manifest.json", bytes), ("manifest.json.sig", Array(signature.utf8)), (segment.path, lines),
      (manifest.attachments[0].path, attachment),
    ]
  }

  /// The manifest with a piece of its text replaced.
  func manifestBytes(replacing old: String, with new: String) throws -> [UInt8] {
    let text = String(decoding: manifest.canonicalBytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: old), "\(old) is not in \(text)")
    return Array(text.replacingCharacters(in: start, with: new).utf8)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with part: String) -> String {
    self[..<range.lowerBound] + part + self[range.upperBound...]
  }
}

/// An archive of any entries.
func archive(_ entries: [(name: String, contents: [UInt8])]) throws -> [UInt8] {
  var writer = TarWriter()
  for entry in entries { try writer.append(entry.name, entry.contents) }
  return writer.finished()
}

/// What unpacking throws; nil when it throws nothing.
func fault(unpacking file: [UInt8], limits: BundleLimits = .standard) -> BundleError? {
  do throws(BundleError) {
    _ = try BundleContents(unpacking: file, limits: limits)
    return nil
  } catch {
    return error
  }
}

/// What unpacking a bundle of these entries throws.
func fault(of entries: [(name: String, contents: [UInt8])]) throws -> BundleError? {
  fault(unpacking: try Zstandard.compress(try archive(entries)))
}
