/// Puts numbers and texts behind each other: a number as eight bytes, the lowest first; bytes behind their count.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  public mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }
  public mutating func write(_ number: Int64) { write(UInt64(bitPattern: number)) }
  public mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  /// Whether there is one, and the number, 0 without.
  public mutating func write(ifThere number: Int64?) {
    write(number != nil)
    write(number ?? 0)
  }

  public mutating func write(_ text: [UInt8]) {
    write(text.count)
    bytes += text
  }

  public mutating func write(_ text: String) { write(Array(text.utf8)) }

  public mutating func write<Element>(_ items: [Element], _ body: (inout ByteWriter, Element) -> Void) {
    write(items.count)
    for item in items { body(&self, item) }
  }
}
