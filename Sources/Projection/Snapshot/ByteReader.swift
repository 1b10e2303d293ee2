/// Reads what `ByteWriter` wrote.
struct ByteReader {
  /// The bytes are not such as `ByteWriter` writes.
  struct Malformed: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func word() throws(Malformed) -> UInt64 {
    guard bytes.count - place >= 8 else { throw Malformed() }
    defer { place += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// A whole number that is not negative.
  mutating func count() throws(Malformed) -> Int {
    guard let number = Int(exactly: try word()) else { throw Malformed() }
    return number
  }

  mutating func integer() throws(Malformed) -> Int64 { Int64(bitPattern: try word()) }
  mutating func flag() throws(Malformed) -> Bool { try word() != 0 }

  mutating func data() throws(Malformed) -> [UInt8] {
    let size = try count()
    guard size <= bytes.count - place else { throw Malformed() }
    defer { place += size }
    return Array(bytes[place..<place + size])
  }

  mutating func text() throws(Malformed) -> String { String(decoding: try data(), as: UTF8.self) }

  mutating func list<Element>(_ body: (inout ByteReader) throws(Malformed) -> Element) throws(Malformed) -> [Element] {
    let size = try count()
    // Each element takes eight bytes at least.
    guard size <= (bytes.count - place) / 8 else { throw Malformed() }
    var items: [Element] = []
    items.reserveCapacity(size)
    for _ in 0..<size { items.append(try body(&self)) }
    return items
  }
}
