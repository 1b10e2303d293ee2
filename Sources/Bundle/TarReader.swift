/// Reads a tar archive, entry by entry, and refuses all that `TarWriter` would not have written.
///
/// Contents are taken in pieces, so that memory does not grow with the archive:
///
///     let reader = TarReader(source)
///     while let entry = try reader.next() { while case let piece = try reader.contents(65_536), !piece.isEmpty { … } }
final class TarReader {
  /// One regular file.
  struct Entry: Sendable, Equatable {
    let name: String
    let byteCount: Int
  }

  private let source: ArchiveSource
  private let entryLimit: Int
  private var names: Set<String> = []
  /// Bytes of the entry that were not taken yet.
  private var rest = 0
  private var padding = 0
  private var name = ""

  /// - Parameter entryLimit: The most entries that the archive may hold.
  init(_ source: ArchiveSource, entryLimit: Int = 100_000) {
    self.source = source
    self.entryLimit = entryLimit
  }

  /// The name of the next entry, which stays the next, where its header is right; nil at the end.
  func nextName() throws(BundleError) -> String? {
    while rest > 0 { _ = try contents(rest) }
    try checkPadding()
    let block = try source.peek(TarHeader.byteCount)
    guard block.count == TarHeader.byteCount else { return nil }
    return (try? Self.entry(in: block, at: source.offset))?.name
  }

  /// The next entry, whatever of the last one was not taken; nil after the last, when the end mark was there and nothing
  /// behind it.
  ///
  /// - Throws: `BundleError.archive` or `.compression`. Nothing can be read then.
  func next() throws(BundleError) -> Entry? {
    while rest > 0 { _ = try contents(rest) }
    try checkPadding()
    let block = try source.peek(TarHeader.byteCount)
    guard block.count == TarHeader.byteCount else {
      throw .archive(.truncated(byteCount: source.offset + block.count))
    }
    if block.first == 0, block.allSatisfy({ $0 == 0 }) {
      try checkEnd()
      return nil
    }
    let entry: Entry
    do throws(TarError) { entry = try Self.entry(in: block, at: source.offset) } catch { throw .archive(error) }
    source.advance(TarHeader.byteCount)
    guard names.count < entryLimit else { throw .archive(.tooManyEntries(limit: entryLimit)) }
    guard names.insert(entry.name).inserted else { throw .archive(.repeatedName(entry.name)) }
    name = entry.name
    rest = entry.byteCount
    padding = (TarHeader.byteCount - rest % TarHeader.byteCount) % TarHeader.byteCount
    return entry
  }

  /// The next bytes of the entry, at most `count`; none behind its end.
  func contents(_ count: Int) throws(BundleError) -> [UInt8] {
    let wanted = min(count, rest, 1 << 20)
    if wanted == 0 { return [] }
    let bytes = try source.take(wanted)
    if bytes.isEmpty { throw .archive(.truncated(byteCount: source.offset)) }
    rest -= bytes.count
    return bytes
  }

  private func checkPadding() throws(BundleError) {
    let bytes = try source.peek(padding)
    guard bytes.count == padding else { throw .archive(.truncated(byteCount: source.offset + bytes.count)) }
    guard bytes.allSatisfy({ $0 == 0 }) else { throw .archive(.paddingNotZero(name: name)) }
    source.advance(padding)
    padding = 0
  }

  /// Checks that two zero blocks stand here and are the last bytes.
  private func checkEnd() throws(BundleError) {
    let bytes = try source.peek(2 * TarHeader.byteCount + 1)
    let mark = bytes.prefix(2 * TarHeader.byteCount)
    if let other = mark.firstIndex(where: { $0 != 0 }) {
      throw .archive(.trailingBytes(offset: source.offset + other - bytes.startIndex))
    }
    guard mark.count == 2 * TarHeader.byteCount else {
      throw .archive(.truncated(byteCount: source.offset + mark.count))
    }
    guard bytes.count == mark.count else { throw .archive(.trailingBytes(offset: source.offset + mark.count)) }
  }

  /// The name and size in a header that is, byte for byte, the only one they have.
  private static func entry(in block: ArraySlice<UInt8>, at offset: Int) throws(TarError) -> Entry {
    let name = field(TarHeader.nameRange, of: block).prefix { $0 != 0 }
    guard TarName.isSafe(name), let size = TarHeader.size(in: field(TarHeader.sizeRange, of: block)),
      TarHeader.bytes(name: name, size: size).elementsEqual(block)
    else { throw fault(in: block, at: offset) }
    return Entry(name: String(decoding: name, as: UTF8.self), byteCount: size)
  }

  /// What is wrong with a header; of several faults the most telling.
  private static func fault(in block: ArraySlice<UInt8>, at offset: Int) -> TarError {
    let start = block.startIndex
    guard field(TarHeader.checksumRange, of: block).elementsEqual(TarHeader.checksumField(of: block)) else {
      return .damagedHeader(offset: offset)
    }
    guard field(TarHeader.magicRange, of: block).elementsEqual(TarHeader.magic) else {
      return .notUstar(offset: offset)
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
