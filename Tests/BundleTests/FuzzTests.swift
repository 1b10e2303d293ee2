import Cryptography
import EventLog
import Identity
import Platform
import Testing

@testable import Bundle

/// Bytes that nobody chose: nothing may crash, and nothing wrong may be taken.
@Suite struct FuzzTests {
  static let rounds = 3000

  @Test func `a bundle changed at random places is refused, or is the same bundle`() throws {
    let sample = try Sample()
    let file = try sample.packed()
    let wanted = try BundleContents(unpacking: file)
    var random = SplitMix(seed: 11)
    for round in 0..<Self.rounds {
      var bytes = file
      for _ in 0...random.below(4) {
        switch random.below(4) {
        case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
        case 1: bytes.remove(at: random.below(bytes.count))
        case 2: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count))
        default: bytes.removeLast(random.below(bytes.count / 2))
        }
      }
      if let read = try? BundleContents(unpacking: bytes) {
        #expect(read.manifest == wanted.manifest && read.bytes == wanted.bytes, "round \(round)")
      }
    }
  }

  @Test func `an archive changed at random places and packed again is refused, or is the same`() throws {
    let sample = try Sample()
    let archive = try archive(sample.entries)
    let wanted = try BundleContents(archive: archive, limits: .standard)
    let nothing = try HeldLogs(scanning: "/logs", files: MemoryFileSystem())
    var random = SplitMix(seed: 12)
    for round in 0..<Self.rounds {
      var bytes = archive
      for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      if random.below(3) == 0 { bytes.removeLast(random.below(bytes.count)) }
      if let read = try? BundleContents(archive: bytes, limits: .standard) {
        #expect(read.manifest == wanted.manifest && read.bytes == wanted.bytes, "round \(round)")
      }
      let arrival = try? Arrival(
        try BundleReader(ArchiveSource(bytes), limits: .standard), held: nothing, workspace: sample.writer)
      if let arrival { #expect(arrival.manifest == wanted.manifest, "round \(round)") }
    }
  }

  @Test func `a manifest of random parts is refused without a trap`() throws {
    let text = Array(String(decoding: try Sample().manifest.canonicalBytes, as: UTF8.self).utf8)
    var random = SplitMix(seed: 13)
    for _ in 0..<Self.rounds {
      var bytes = text
      let start = random.below(bytes.count)
      let end = min(bytes.count, start + random.below(40))
      let piece = Array(text[random.below(text.count)...].prefix(random.below(40)))
      bytes.replaceSubrange(start..<end, with: piece)
      if let read = try? BundleManifest(reading: bytes) { #expect(read.canonicalBytes == bytes) }
    }
  }

  @Test func `a bundle of 10 GB in a file of 1 MB is refused after little of it`() throws {
    // Zeros pack about 30,000 : 1; a reader stops at 200 : 1.
    let packer = try Zstandard.Packer(byteCount: 10 << 30, level: 1)
    let zeros = [UInt8](repeating: 0, count: 4 << 20)
    for _ in 0..<(10 << 30) / zeros.count { try zeros.withUnsafeBufferPointer { try packer.append($0) } }
    let bomb = try packer.finish()
    #expect(bomb.count < 2 << 20)
    let error = fault(unpacking: bomb)
    #expect(
      error == .compression(.ratioTooHigh(packedByteCount: bomb.count, ratio: 200))
        || error == .compression(.tooLarge(limit: 2 << 30)))
  }
}
