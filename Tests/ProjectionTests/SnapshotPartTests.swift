import Platform
import Testing

@testable import Projection

/// What a snapshot is made of, compared with arrays.
@Suite struct SnapshotPartTests {
  @Test(arguments: [0, 1, 7, 8, 9, 63, 64, 65, 130, 257])
  func `a checksum sees every bit, and every byte that is missing`(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    var bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { Checksum.of($0) } }
    let whole = checksum(bytes)
    for bit in 0..<count * 8 {
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(checksum(bytes) != whole, "bit \(bit)")
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    }
    #expect(checksum(bytes) == whole)
    for length in 0..<count { #expect(checksum(Array(bytes[..<length])) != whole, "\(length) bytes") }
    #expect(checksum(bytes + [0]) != whole)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `rows that go and come leave those between in their order`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let count = Int(random.next() % 12)
    let removed = (0..<count).filter { _ in random.next() % 3 == 0 }
    let inserted = (0..<removed.count + Int(random.next() % 6)).map { _ in Int(random.next() % UInt64(count + 1)) }
      .sorted().enumerated().map { (place: $1, cell: $0) }
    var wanted: [Int] = []
    for place in 0...count {
      wanted += inserted.filter { $0.place == place }.map { 100 + $0.cell }
      if place < count, !removed.contains(place) { wanted.append(place) }
    }
    let edits = RowEdits(removed: removed, inserted: inserted)
    let column = [Int](unsafeUninitializedCapacity: wanted.count) { column, filled in
      guard let start = column.baseAddress else { return }
      Array(0..<count).withUnsafeBufferPointer { edits.copy($0, to: start) { 100 + $0 } }
      filled = wanted.count
    }
    #expect(edits.count(after: count) == wanted.count)
    #expect(column == wanted, "seed \(seed)")
  }

  @Test(arguments: [0, 1, 3, 4, 40], [0, 1, 4095, 4097, 60_000])
  func `rows are found by the hashes of their slots`(hashCount: Int, rowCount: Int) {
    var random = SplitMix(seed: UInt64(rowCount))
    let column = (0..<rowCount).map { _ in UInt32(truncatingIfNeeded: random.next() % 5000) }
    let hashes = (0..<hashCount).map { UInt32($0 * 7 + 2) }
    let found = SlotSearch(hashes).rows(in: Cells(column))
    #expect(found == found.sorted())
    #expect(found.filter { hashes.contains(column[$0]) } == column.indices.filter { hashes.contains(column[$0]) })
  }

  @Test func `numbers and texts are read as they were written, and from no byte less`() {
    var writer = ByteWriter()
    writer.write("vijf")
    writer.write(Int64(-3))
    writer.write([1, 2, 3]) { $0.write($1) }
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      #expect((try? reader.text()) == "vijf")
      #expect((try? reader.integer()) == -3)
      #expect((try? reader.list { (reader) throws(ByteReader.Malformed) in try reader.count() }) == [1, 2, 3])
      #expect(reader.isAtEnd)
      for count in 0..<bytes.count {
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        #expect(throws: ByteReader.Malformed.self) {
          _ = try reader.text()
          _ = try reader.integer()
          _ = try reader.list { (reader) throws(ByteReader.Malformed) in try reader.count() }
        }
      }
    }
  }

  @Test func `texts that lie in the memory of another can grow beyond it`() throws {
    let first = StringTable()
    for number in 0..<300 { _ = first.add("tekst \(number)") }
    let content = first.content
    func copy<Element>(_ buffer: UnsafeMutableBufferPointer<Element>, room: Int) -> UnsafeMutableBufferPointer<Element>
    {
      let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: buffer.count + room)
      _ = copy.initialize(from: buffer)
      return UnsafeMutableBufferPointer(rebasing: copy[..<buffer.count])
    }
    let mapped = StringTable.Content(
      bytes: copy(content.bytes, room: 20), starts: copy(content.starts, room: 3),
      hashes: copy(content.hashes, room: 3),
      places: copy(content.places, room: 0))
    defer {
      mapped.bytes.deallocate()
      mapped.starts.deallocate()
      mapped.hashes.deallocate()
      mapped.places.deallocate()
    }
    let table = try #require(
      StringTable(in: mapped, room: (texts: 303, bytes: content.bytes.count + 20), owner: first))
    for number in 0..<2000 { #expect(table.add("tekst \(number)") == Int32(number)) }
    for number in 0..<2000 {
      #expect(table.string(Int32(number)) == "tekst \(number)" && table.code(of: "tekst \(number)") == Int32(number))
    }
    #expect(first.count == 300)
    mapped.starts[7] = 1 << 40
    #expect(StringTable(in: mapped, room: (texts: 303, bytes: content.bytes.count + 20), owner: first) == nil)
  }
}
