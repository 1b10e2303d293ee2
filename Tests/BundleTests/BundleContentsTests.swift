import Cryptography
import Identity
import Testing

@testable import Bundle

struct BundleContentsTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  @Test func `a bundle comes out as it was packed`() throws {
    let contents = try BundleContents(unpacking: try sample.packed())
    #expect(contents.manifest == sample.manifest)
    #expect(contents.segments.map(\.entry) == sample.manifest.segments)
    #expect(contents.segments.map { Array(contents.bytes[$0.range]) } == [sample.lines])
    #expect(contents.attachments.map { Array(contents.bytes[$0.range]) } == [sample.attachment])
  }

  @Test func `the same facts give the same bytes`() throws {
    #expect(try sample.packed() == sample.packed())
  }

  @Test func `a bundle without segments, a receipt, is a bundle`() throws {
    let receipt = BundleManifest(workspace: sample.writer, writer: sample.writer)
    let file = try BundleWriter.pack(receipt, signedWith: sample.key, segments: [])
    #expect(try BundleContents(unpacking: file).segments.isEmpty)
  }

  @Test func `what is not in the manifest as it is given is not packed`() throws {
    let other = sample.lines.reversed() as [UInt8]
    #expect(throws: BundleError.wrongSize(entry: sample.segment.path, wanted: 24, found: 25)) {
      try BundleWriter.pack(
        sample.manifest, signedWith: sample.key, segments: [sample.lines + [10]],
        attachments: [sample.attachment])
    }
    #expect(
      throws: BundleError.wrongContents(
        entry: sample.segment.path, wanted: SHA256.hash(sample.lines), found: SHA256.hash(other))
    ) {
      try BundleWriter.pack(
        sample.manifest, signedWith: sample.key, segments: [other], attachments: [sample.attachment])
    }
  }

  @Test func `a key of another log packs nothing`() throws {
    let other = try Sample(seed: 8)
    #expect(throws: BundleError.signedByAnother(writer: sample.writer, signer: other.writer)) {
      try BundleWriter.pack(
        sample.manifest, signedWith: other.key, segments: [sample.lines], attachments: [sample.attachment])
    }
  }

  @Test func `a bundle that no reader would unpack is not made`() throws {
    let zeros = [UInt8](repeating: 0, count: 2 << 20)
    let manifest = BundleManifest(
      workspace: sample.writer, writer: sample.writer,
      attachments: [BundleManifest.Attachment(byteCount: zeros.count, sha256: SHA256.hash(zeros))])
    let error = #expect(throws: BundleError.self) {
      try BundleWriter.pack(manifest, signedWith: sample.key, segments: [], attachments: [zeros])
    }
    guard case .compression(.ratioTooHigh) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ([], ForeignFile.empty), ([0, 0, 0, 0, 0], .zeros), (Array("PK\u{3}\u{4}".utf8), .zip),
    ([0x1F, 0x8B, 8], .gzip), (Array("%PDF-1.7".utf8), .pdf), (Array("{\"chain\":".utf8), .json),
    (Array("traject;datum\r\n".utf8), .text), ([1, 2, 3], .unknown), ([0, 0, 7], .unknown),
  ])
  func `a file of another kind is named`(file: [UInt8], kind: ForeignFile) {
    #expect(fault(unpacking: file) == .notABundle(kind))
  }

  @Test func `an archive of another kind is named`() throws {
    let tar = try archive([("brief.txt", [1])])
    #expect(fault(unpacking: tar) == .notABundle(.tar))
    #expect(fault(unpacking: try Zstandard.compress(tar)) == .notABundle(.zstandardTar))
    #expect(fault(unpacking: try Zstandard.compress([1, 2, 3])) == .notABundle(.zstandard))
  }

  @Test(arguments: ["age-encryption.org/v1\n-> ssh-ed25519", "-----BEGIN AGE ENCRYPTED FILE-----\n"])
  func `an encrypted file is told apart`(text: String) {
    #expect(fault(unpacking: Array(text.utf8)) == .encrypted)
  }
}
