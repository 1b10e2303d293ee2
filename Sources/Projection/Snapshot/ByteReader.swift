/// Reads what `ByteWriter` wrote.
public struct ByteReader {
  /// The bytes are not such as `ByteWriter` writes.
  public struct Malformed: Error {
    public init() {}
  }

  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  public var isAtEnd: Bool { place == bytes.count }

  public mutating func word() throws(Malformed) -> UInt64 {
    guard bytes.count - place >= 8 else { throw Malformed() }
    defer { place += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// A whole number that is not negative.
  public mutating func count() throws(Malformed) -> Int {
    guard let number = Int(exactly: try word()) else { throw Malformed() }
    return number
  }

  public mutating func integer() throws(Malformed) -> Int64 { Int64(bitPattern: try word()) }
  public mutating func flag() throws(Malformed) -> Bool { try word() != 0 }

  public mutating func integerIfThere() throws(Malformed) -> Int64? {
    let (isThere, number) = (try flag(), try integer())
    return isThere ? number : nil
  }

  public mutating func data() throws(Malformed) -> [UInt8] {
    let size = try count()
    guard size <= bytes.count - place else { throw Malformed() }
    defer { place += size }
    return Array(bytes[place..<place + size])
  }

  public mutating func text() throws(Malformed) -> String { String(decoding: try data(), as: UTF8.self) }

  public mutating func list<Element>(_ body: (inout ByteReader) throws(Malformed) -> Element) throws(Malformed)
    -> [Element]
  {
    let size = try count()
    // Each element takes eight bytes at least.
    guard size <= (bytes.count - place) / 8 else { throw Malformed() }
    var items: [Element] = []
    items.reserveCapacity(size)
    for _ in 0..<size { items.append(try body(&self)) }
    return items
  }
}
