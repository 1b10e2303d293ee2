import CZstd
import Testing

@testable import Bundle

struct ZstandardTests {
  /// Bytes that do not pack well, from a generator of our own so that they are the same everywhere.
  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  @Test(arguments: [0, 1, 511, 131_071, 131_072, 131_073, 300_000])
  func `what is packed comes out as it was, on either side of a block`(count: Int) throws {
    let bytes = Self.noise(count)
    #expect(try Zstandard.decompress(try Zstandard.compress(bytes)) == bytes)
  }

  @Test func `equal bytes give equal frames`() throws {
    let bytes = Self.noise(200_000)
    #expect(try Zstandard.compress(bytes) == Zstandard.compress(bytes))
  }

  @Test func `the highest level asks for no window that a reader refuses`() throws {
    let bytes = [UInt8](repeating: 1, count: 9 << 20)
    let limit = ExpansionLimit(byteCount: 1 << 30, ratio: 1 << 20)
    #expect(try Zstandard.decompress(try Zstandard.compress(bytes, level: 99), limit: limit).count == bytes.count)
  }

  @Test func `a frame holds its content size and a checksum`() throws {
    let frame = try Zstandard.compress(Array("abc".utf8))
    #expect(ZSTD_getFrameContentSize(frame, frame.count) == 3)
    #expect(frame[4] & 0b100 != 0, "the checksum flag of RFC 8878 §3.1.1.1.1")
  }

  @Test func `one byte more than the limit is refused`() throws {
    let frame = try Zstandard.compress(Self.noise(1000))
    #expect(try Zstandard.decompress(frame, limit: ExpansionLimit(byteCount: 1000)).count == 1000)
    #expect(throws: ZstandardError.tooLarge(limit: 999)) {
      try Zstandard.decompress(frame, limit: ExpansionLimit(byteCount: 999))
    }
  }

  @Test func `bytes that expand beyond the ratio are refused only above the free size`() throws {
    let frame = try Zstandard.compress([UInt8](repeating: 0, count: 1 << 20))
    #expect(try Zstandard.decompress(frame, limit: .bundle).count == 1 << 20)
    let larger = try Zstandard.compress([UInt8](repeating: 0, count: 1 << 20 + 1))
    #expect(throws: ZstandardError.ratioTooHigh(packedByteCount: larger.count, ratio: 200)) {
      try Zstandard.decompress(larger, limit: .bundle)
    }
  }

  @Test func `a frame is refused at every byte where it may be cut`() throws {
    let frame = try Zstandard.compress(Self.noise(100))
    for count in 0..<frame.count {
      #expect(throws: ZstandardError.truncated(byteCount: count)) {
        try Zstandard.decompress(Array(frame[..<count]))
      }
    }
  }

  @Test func `nothing may follow the frame, a second frame included`() throws {
    let frame = try Zstandard.compress(Self.noise(100))
    #expect(throws: ZstandardError.trailingBytes(at: frame.count)) { try Zstandard.decompress(frame + [0]) }
    #expect(throws: ZstandardError.trailingBytes(at: frame.count)) { try Zstandard.decompress(frame + frame) }
  }

  @Test func `a skippable frame is not a frame`() throws {
    let skippable: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 0]
    let frame = try Zstandard.compress([1])
    #expect(throws: ZstandardError.notAFrame) { try Zstandard.decompress(skippable + frame) }
    #expect(throws: ZstandardError.trailingBytes(at: frame.count)) { try Zstandard.decompress(frame + skippable) }
  }

  @Test func `a window beyond 8 MiB is refused before anything is unpacked`() {
    // Descriptor 0: no content size, no checksum; window descriptor: exponent in the five high bits, from 2^10.
    let eight: [UInt8] = Zstandard.magic + [0, 13 << 3, 1, 0, 0]
    let sixteen: [UInt8] = Zstandard.magic + [0, 14 << 3, 1, 0, 0]
    #expect(throws: Never.self) { try Zstandard.decompress(eight) }
    #expect(throws: ZstandardError.windowTooLarge(limit: 23)) { try Zstandard.decompress(sixteen) }
  }

  @Test func `a frame that asks for a dictionary is refused as that`() {
    let frame: [UInt8] = Zstandard.magic + [0b0000_0001, 0, 5, 1, 0, 0]
    #expect(throws: ZstandardError.needsDictionary) { try Zstandard.decompress(frame) }
  }

  @Test func `a size that only the header claims is not believed`() {
    // Content size of 8 bytes, then one empty last block.
    let huge: [UInt8] = Zstandard.magic + [0b1100_0000, 0, 0, 0, 0, 0, 0, 1, 0, 0] + [1, 0, 0]
    #expect(throws: ZstandardError.tooLarge(limit: 100)) {
      try Zstandard.decompress(huge, limit: ExpansionLimit(byteCount: 100))
    }
    // 512 KiB, too much for the single pass in which libzstd checks the claim itself.
    let large: [UInt8] = Zstandard.magic + [0b1100_0000, 0, 0, 0, 8, 0, 0, 0, 0, 0] + [1, 0, 0]
    #expect(throws: ZstandardError.damaged(offset: 4, reason: "wrong content size")) {
      try Zstandard.decompress(large)
    }
  }

  @Test func `a frame that claims no size is bounded all the same`() {
    // One block that repeats a zero byte 1000 times, and the last.
    let frame: [UInt8] = Zstandard.magic + [0, 0] + [0b011 | 0x40, 0x1F, 0, 0]
    #expect(throws: ZstandardError.tooLarge(limit: 999)) {
      try Zstandard.decompress(frame, limit: ExpansionLimit(byteCount: 999))
    }
    #expect(throws: Never.self) { try Zstandard.decompress(frame) }
  }

  @Test func `a changed content is told by the checksum`() throws {
    var frame = try Zstandard.compress(Self.noise(100))
    frame[frame.count - 1] ^= 1
    #expect(throws: ZstandardError.wrongChecksum) { try Zstandard.decompress(frame) }
  }
}
