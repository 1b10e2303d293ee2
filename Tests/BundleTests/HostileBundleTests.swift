import Cryptography
import Identity
import Testing

@testable import Bundle

/// Bundles that are wrong in one place.
struct HostileBundleTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  @Test(arguments: 0..<8)
  func `a flipped bit in the file is refused, or changes nothing in the contents`(bit: Int) throws {
    let file = try sample.packed()
    let contents = try BundleContents(unpacking: file)
    for offset in file.indices {
      var flipped = file
      flipped[offset] ^= 1 << bit
      if let read = try? BundleContents(unpacking: flipped) {
        #expect(read.bytes == contents.bytes, "byte \(offset)")
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a flipped bit in the archive is refused`(bit: Int) throws {
    let bytes = try archive(sample.entries)
    // Zeros fill headers and blocks; of those one bit a byte is tried here, and each in `TarTests`.
    for offset in bytes.indices where bytes[offset] != 0 || offset % 8 == bit {
      var flipped = bytes
      flipped[offset] ^= 1 << bit
      let isRefused = (try? BundleContents(archive: flipped, limits: .standard)) == nil
      #expect(isRefused, "byte \(offset)")
    }
  }

  @Test func `a file is refused at every byte where it may be cut`() throws {
    let file = try sample.packed()
    #expect(fault(unpacking: []) == .notABundle(.empty))
    for count in 1..<file.count {
      #expect(fault(unpacking: Array(file[..<count])) == .compression(.truncated(byteCount: count)))
    }
  }

  @Test func `bytes or a bundle behind the bundle are refused`() throws {
    let file = try sample.packed()
    #expect(fault(unpacking: file + [0]) == .compression(.trailingBytes(at: file.count)))
    #expect(fault(unpacking: file + file) == .compression(.trailingBytes(at: file.count)))
  }

  @Test func `a file that expands beyond the limit is refused`() throws {
    let zeros = [UInt8](repeating: 0, count: 3 << 20)
    let file = try Zstandard.compress(try archive(sample.entries + [("bom", zeros)]))
    let limits = BundleLimits(expansion: ExpansionLimit(byteCount: 2 << 20, ratio: .max))
    #expect(fault(unpacking: file, limits: limits) == .compression(.tooLarge(limit: 2 << 20)))
    #expect(fault(unpacking: file) == .compression(.ratioTooHigh(packedByteCount: file.count, ratio: 200)))
  }

  @Test func `an entry too many is refused and named`() throws {
    #expect(try fault(of: sample.entries + [("extra", [1])]) == .unexpectedEntry("extra"))
    var entries = sample.entries
    entries.insert(("extra", [1]), at: 2)
    #expect(try fault(of: entries) == .wrongEntry(wanted: sample.segment.path, found: "extra"))
  }

  @Test(arguments: 1..<4)
  func `an entry too few is refused and named`(index: Int) throws {
    var entries = sample.entries
    let removed = entries.remove(at: index)
    let expected: BundleError =
      index < entries.count
      ? .wrongEntry(wanted: removed.name, found: entries[index].name) : .missingEntry(removed.name)
    #expect(try fault(of: entries) == expected)
  }

  @Test func `entries in another order are refused`() throws {
    var entries = sample.entries
    entries.swapAt(2, 3)
    #expect(try fault(of: entries) == .wrongEntry(wanted: entries[3].name, found: entries[2].name))
    entries = sample.entries
    entries.swapAt(0, 1)
    #expect(try fault(of: entries) == .wrongEntry(wanted: "manifest.json", found: "manifest.json.sig"))
  }

  @Test func `an entry with another name is refused`() throws {
    var entries = sample.entries
    entries[2].name = "logs/x"
    #expect(try fault(of: entries) == .wrongEntry(wanted: sample.segment.path, found: "logs/x"))
  }

  @Test func `an entry whose name climbs out of the folder is refused`() throws {
    var bytes = try archive(sample.entries + [("aaaa", [1])])
    let header = bytes.count - 1024 - 1024
    bytes.replaceSubrange(header..<header + 4, with: "../x".utf8)
    let sum = TarHeader.checksumField(of: bytes[header..<header + 512])
    bytes.replaceSubrange(header + 148..<header + 156, with: sum)
    #expect(fault(unpacking: try Zstandard.compress(bytes)) == .archive(.unsafeName("../x")))
  }

  @Test func `a segment of another size or other contents is refused`() throws {
    var entries = sample.entries
    entries[2].contents.append(10)
    #expect(try fault(of: entries) == .wrongSize(entry: sample.segment.path, wanted: 24, found: 25))
    entries = sample.entries
    entries[2].contents[3] ^= 1
    #expect(
      try fault(of: entries)
        == .wrongContents(
          entry: sample.segment.path, wanted: SHA256.hash(sample.lines), found: SHA256.hash(entries[2].contents)))
  }

  @Test func `a signed manifest that lies about its segment is refused`() throws {
    let size = try sample.manifestBytes(replacing: "\"bytes\":24", with: "\"bytes\":23")
    #expect(
      try fault(of: sample.entries(manifest: size)) == .wrongSize(entry: sample.segment.path, wanted: 23, found: 24))
    let right = SHA256.hash(sample.lines)
    let wrong = SHA256.hash([1])
    let hash = try sample.manifestBytes(replacing: right.hexadecimal, with: wrong.hexadecimal)
    #expect(
      try fault(of: sample.entries(manifest: hash))
        == .wrongContents(entry: sample.segment.path, wanted: wrong, found: right))
  }

  @Test func `a manifest that was changed after signing is refused`() throws {
    var entries = sample.entries
    entries[0].contents = try sample.manifestBytes(replacing: "\"seq\":3", with: "\"seq\":4")
    #expect(try fault(of: entries) == .wrongSignature)
  }

  @Test func `a signature for another purpose is refused`() throws {
    var entries = sample.entries
    entries[1].contents = Array(
      SSHSignature.armored(message: entries[0].contents, namespace: "file", key: sample.key).utf8)
    #expect(try fault(of: entries) == .wrongSignature)
  }

  @Test func `a right signature of another key is refused`() throws {
    let thief = try Sample(seed: 8)
    var entries = sample.entries
    entries[1].contents = thief.entries(manifest: entries[0].contents)[1].contents
    #expect(try fault(of: entries) == .signedByAnother(writer: sample.writer, signer: thief.writer))
  }

  @Test func `a manifest or signature beyond its size is refused before it is read`() throws {
    var entries = sample.entries
    entries[1].contents = [UInt8](repeating: 65, count: 4097)
    #expect(try fault(of: entries) == .entryTooLarge(entry: "manifest.json.sig", limit: 4096))
    let limits = BundleLimits(manifestByteCount: 10)
    #expect(
      fault(unpacking: try sample.packed(), limits: limits) == .entryTooLarge(entry: "manifest.json", limit: 10))
  }

  @Test func `a newer format is told before its other entries are looked at`() throws {
    let newer = try sample.manifestBytes(replacing: "\"bundle\":1", with: "\"bundle\":2")
    #expect(try fault(of: [("manifest.json", newer), ("iets-nieuws", [])]) == .newerFormat(2))
  }
}
