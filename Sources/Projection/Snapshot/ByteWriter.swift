/// Puts numbers and texts behind each other: a number as eight bytes, the lowest first; bytes behind their count.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }
  mutating func write(_ number: Int64) { write(UInt64(bitPattern: number)) }
  mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  mutating func write(_ text: [UInt8]) {
    write(text.count)
    bytes += text
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write<Element>(_ items: [Element], _ body: (inout ByteWriter, Element) -> Void) {
    write(items.count)
    for item in items { body(&self, item) }
  }
}
