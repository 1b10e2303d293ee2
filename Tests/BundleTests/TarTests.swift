import Testing

@testable import Bundle

struct TarTests {
  /// All entries with their contents, or the error.
  static func read(
    _ bytes: [UInt8], entryLimit: Int = 100_000
  ) throws(TarError) -> [(name: String, contents: [UInt8])] {
    let reader = TarReader(ArchiveSource(bytes), entryLimit: entryLimit)
    var entries: [(name: String, contents: [UInt8])] = []
    do throws(BundleError) {
      while let entry = try reader.next() {
        var contents: [UInt8] = []
        while case let piece = try reader.contents(1000), !piece.isEmpty { contents += piece }
        entries.append((entry.name, contents))
      }
    } catch {
      if case .archive(let error) = error { throw error }
      Issue.record("\(error)")
    }
    return entries
  }

  /// An archive of one entry, with a field of its header replaced and the checksum made right again.
  static func archive(with field: [UInt8], at offset: Int) throws -> [UInt8] {
    var bytes = try BundleTests.archive([("a", [1])])
    bytes.replaceSubrange(offset..<offset + field.count, with: field)
    bytes.replaceSubrange(TarHeader.checksumRange, with: TarHeader.checksumField(of: bytes[..<512]))
    return bytes
  }

  @Test(arguments: [0, 1, 511, 512, 513, 1024])
  func `an entry comes out as it went in, on either side of a block`(count: Int) throws {
    let contents = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let bytes = try BundleTests.archive([("eerste", contents), ("map/tweede", [9])])
    let entries = try Self.read(bytes)
    #expect(entries.map(\.name) == ["eerste", "map/tweede"])
    #expect(entries[0].contents == contents)
    #expect(entries[1].contents == [9])
    #expect(TarWriter.byteCount(ofEntries: [count, 1]) == bytes.count)
  }

  @Test func `an archive without entries is two zero blocks`() throws {
    let bytes = TarWriter().finished()
    #expect(bytes == [UInt8](repeating: 0, count: 1024))
    #expect(try Self.read(bytes).isEmpty)
  }

  @Test func `an archive is refused at every byte where it may be cut`() throws {
    let bytes = try BundleTests.archive([("a", [1]), ("b", [])])
    for count in 0..<bytes.count {
      #expect(throws: TarError.truncated(byteCount: count)) { try Self.read(Array(bytes[..<count])) }
    }
  }

  @Test func `every bit of a header is fixed by name and size`() throws {
    let bytes = try BundleTests.archive([("a", [1])])
    for bit in 0..<512 * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: TarError.self, "bit \(bit)") { try Self.read(flipped) }
      // The same with a right checksum: only another name of one letter, or another size within the block, can pass.
      flipped.replaceSubrange(TarHeader.checksumRange, with: TarHeader.checksumField(of: flipped[..<512]))
      let byte = bit / 8
      if byte == 0 || TarHeader.sizeRange.contains(byte) || TarHeader.checksumRange.contains(byte) { continue }
      #expect(throws: TarError.self, "bit \(bit), checksum mended") { try Self.read(flipped) }
    }
  }

  @Test(arguments: Array("123456LxgS\0".utf8))
  func `a link, folder, device or extension is refused`(type: UInt8) throws {
    let bytes = try Self.archive(with: [type], at: TarHeader.typeOffset)
    #expect(throws: TarError.notARegularFile(name: "a", type: type)) { try Self.read(bytes) }
  }

  @Test(arguments: [
    "", "../x", "a/../x", "..", ".", "./x", "/etc/passwd", "a//b", "a/", "a\\b", "a b", "é", "a:b", "a\u{1B}[2J",
  ])
  func `a name that could lead elsewhere is neither written nor read`(name: String) throws {
    let printable = TarName.printable(name.utf8)
    var writer = TarWriter()
    #expect(throws: TarError.unsafeName(printable)) { try writer.append(name, []) }
    let bytes = try Self.archive(with: Array(name.utf8) + [0], at: 0)
    #expect(throws: TarError.unsafeName(printable)) { try Self.read(bytes) }
    #expect(printable.utf8.allSatisfy { 0x20..<0x7F ~= $0 })
  }

  @Test func `a name of 100 bytes is the longest`() throws {
    let longest = String(repeating: "n", count: 100)
    #expect(try Self.read(try BundleTests.archive([(longest, [])])).map(\.name) == [longest])
    var writer = TarWriter()
    #expect(throws: TarError.unsafeName(longest + "n")) { try writer.append(longest + "n", []) }
  }

  @Test func `a second part of a name, a time or an owner is refused`() throws {
    for (offset, field) in [(345, "p"), (136, "00000000001"), (108, "0001750"), (265, "root"), (100, "0000755")] {
      let bytes = try Self.archive(with: Array(field.utf8), at: offset)
      let error = #expect(throws: TarError.self) { try Self.read(bytes) }
      guard case .fieldNotFixed("a", let found)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect((offset..<offset + field.utf8.count).contains(found) || TarHeader.checksumRange.contains(found))
    }
  }

  @Test(arguments: ["0000000000 \0", "-0000000001\0", "00000000001 ", "0000000008\0\0"])
  func `a size that is not eleven octal digits is refused`(size: String) throws {
    let bytes = try Self.archive(with: Array(size.utf8), at: TarHeader.sizeRange.lowerBound)
    #expect(throws: TarError.unreadableSize(name: "a")) { try Self.read(bytes) }
  }

  @Test func `the largest size that can be written does not overflow`() throws {
    let bytes = try Self.archive(with: Array("77777777777\0".utf8), at: TarHeader.sizeRange.lowerBound)
    #expect(throws: TarError.truncated(byteCount: bytes.count)) { try Self.read(bytes) }
  }

  @Test func `a name may stand there once`() throws {
    var writer = TarWriter()
    try writer.append("a", [])
    #expect(throws: TarError.repeatedName("a")) { try writer.append("a", []) }
    let one = try BundleTests.archive([("a", [])])
    #expect(throws: TarError.repeatedName("a")) { try Self.read(one[..<512] + one) }
  }

  @Test func `bytes after an entry up to the block's end are zero`() throws {
    var bytes = try BundleTests.archive([("a", [1])])
    bytes[1023] = 1
    #expect(throws: TarError.paddingNotZero(name: "a")) { try Self.read(bytes) }
  }

  @Test func `nothing follows the two zero blocks`() throws {
    let bytes = try BundleTests.archive([("a", [1])])
    #expect(throws: TarError.trailingBytes(offset: bytes.count)) { try Self.read(bytes + [0]) }
    #expect(throws: TarError.trailingBytes(offset: bytes.count - 512)) {
      try Self.read(bytes[..<(bytes.count - 512)] + (try BundleTests.archive([("b", [])])))
    }
  }

  @Test func `more entries than the limit are refused`() throws {
    let bytes = try BundleTests.archive([("a", []), ("b", []), ("c", [])])
    #expect(try Self.read(bytes, entryLimit: 3).count == 3)
    #expect(throws: TarError.tooManyEntries(limit: 2)) { try Self.read(bytes, entryLimit: 2) }
  }
}
