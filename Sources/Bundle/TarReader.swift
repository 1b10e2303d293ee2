/// Reads a tar archive, entry by entry, and refuses all that `TarWriter` would not have written.
///
/// A reader gives ranges into the bytes it was given and copies none.
///
///     var reader = TarReader(bytes)
///     while let entry = try reader.next() { … bytes[entry.range] … }
public struct TarReader: Sendable {
  /// One regular file.
  public struct Entry: Sendable, Equatable {
    public let name: String
    /// Where its contents stand in the archive's bytes.
    public let range: Range<Int>
  }

  private let bytes: [UInt8]
  private let entryLimit: Int
  private var position = 0
  private var names: Set<String> = []

  /// - Parameter entryLimit: The most entries that the archive may hold.
  public init(_ bytes: [UInt8], entryLimit: Int = 100_000) {
    self.bytes = bytes
    self.entryLimit = entryLimit
  }

  /// The next entry; nil after the last, when the end mark was there and nothing behind it.
  ///
  /// - Throws: `TarError`. The reader then stays where it was.
  public mutating func next() throws(TarError) -> Entry? {
    let block = try header()
    if block.first == 0, block.allSatisfy({ $0 == 0 }) {
      try checkEnd()
      return nil
    }
    let (name, size) = try Self.nameAndSize(in: block)
    let start = block.endIndex
    guard size <= bytes.count - start else { throw .truncated(byteCount: bytes.count) }
    guard names.count < entryLimit else { throw .tooManyEntries(limit: entryLimit) }
    let end = start + size
    let padding = (TarHeader.byteCount - size % TarHeader.byteCount) % TarHeader.byteCount
    guard padding <= bytes.count - end else { throw .truncated(byteCount: bytes.count) }
    guard bytes[end..<end + padding].allSatisfy({ $0 == 0 }) else { throw .paddingNotZero(name: name) }
    guard names.insert(name).inserted else { throw .repeatedName(name) }
    position = end + padding
    return Entry(name: name, range: start..<end)
  }

  private func header() throws(TarError) -> ArraySlice<UInt8> {
    guard bytes.count - position >= TarHeader.byteCount else { throw .truncated(byteCount: bytes.count) }
    return bytes[position..<position + TarHeader.byteCount]
  }

  /// Checks that two zero blocks stand here and are the last bytes.
  private func checkEnd() throws(TarError) {
    let end = position + 2 * TarHeader.byteCount
    let rest = bytes[position..<min(end, bytes.count)]
    if let other = rest.firstIndex(where: { $0 != 0 }) { throw .trailingBytes(offset: other) }
    guard bytes.count >= end else { throw .truncated(byteCount: bytes.count) }
    guard bytes.count == end else { throw .trailingBytes(offset: end) }
  }

  /// The name and size in a header that is, byte for byte, the only one they have.
  private static func nameAndSize(in block: ArraySlice<UInt8>) throws(TarError) -> (name: String, size: Int) {
    let name = field(TarHeader.nameRange, of: block).prefix { $0 != 0 }
    guard TarName.isSafe(name), let size = TarHeader.size(in: field(TarHeader.sizeRange, of: block)),
      TarHeader.bytes(name: name, size: size).elementsEqual(block)
    else { throw fault(in: block) }
    return (String(decoding: name, as: UTF8.self), size)
  }

  /// What is wrong with a header; of several faults the most telling.
  private static func fault(in block: ArraySlice<UInt8>) -> TarError {
    let start = block.startIndex
    guard field(TarHeader.checksumRange, of: block).elementsEqual(TarHeader.checksumField(of: block)) else {
      return .damagedHeader(offset: start)
    }
    guard field(TarHeader.magicRange, of: block).elementsEqual(TarHeader.magic) else {
      return .notUstar(offset: start)
    }
    let nameBytes = field(TarHeader.nameRange, of: block).prefix { $0 != 0 }
    let name = TarName.printable(nameBytes)
    let type = block[start + TarHeader.typeOffset]
    guard type == TarHeader.regularFile else { return .notARegularFile(name: name, type: type) }
    guard TarName.isSafe(nameBytes) else { return .unsafeName(name) }
    guard let size = TarHeader.size(in: field(TarHeader.sizeRange, of: block)) else {
      return .unreadableSize(name: name)
    }
    let only = TarHeader.bytes(name: nameBytes, size: size)
    return .fieldNotFixed(name: name, offset: only.indices.first { only[$0] != block[start + $0] } ?? 0)
  }

  private static func field(_ range: Range<Int>, of block: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    block[block.startIndex + range.lowerBound..<block.startIndex + range.upperBound]
  }
}
