import Platform

/// The facts that figures use, as they were when all logs were last read, in a file that is used as it lies.
///
/// It holds nothing that the logs do not say, so it can go at any moment. All numbers are in this machine's byte order:
///
///     0    "VELDSNAP"                       the mark of the file
///     8    the format                       `format`; another one is another program's
///     16   how many bytes the manifest has
///     24   the checksum of the manifest
///     32   how many bytes the file has
///     40   0x0102030405060708               on a machine of another byte order it reads otherwise
///     48   0
///     56   the checksum of the 56 bytes before
///     64   the manifest, and from the next multiple of 64 on the sections (`SnapshotManifest`)
///
/// Sections begin at multiples of 64, so that their values can be read in place. Behind those that new texts go to there
/// is room, which no checksum covers and that is used in memory alone (`PrivateBytes`). What is between sections
/// is never read. A file that was cut or changed anywhere shows it in one of the checksums, all of which are made
/// before anything is used, but for the slots' hashes: those are looked at only when there are new lines.
public final class Snapshot {
  /// Has to be raised with every change to what is written here, or to what the columns say of a payload.
  static let format: UInt64 = 4
  static let mark: [UInt8] = Array("VELDSNAP".utf8)
  static let byteOrder: UInt64 = 0x0102_0304_0506_0708
  static let headerByteCount = 64

  let memory: PrivateBytes
  let manifest: SnapshotManifest
  private let firstSection: Int
  /// By row, the hash of a live fact's slot, 0 for a row that is not live.
  private(set) lazy var slotHashes = cells(manifest.slotHashes) ?? Cells<UInt32>([])
  /// The rows of facts that are not alone in their slot or behind their forerunner.
  private(set) lazy var joinedRows = Set(cells(manifest.joinedRows) ?? Cells<Int32>([]))

  /// How many new lines are put behind a snapshot of so many rows; beyond that a new one costs less.
  static func largestTail(_ rowCount: Int) -> Int { max(64, min(10_000, rowCount / 100)) }

  static func aligned(_ offset: Int) -> Int { (offset + 63) & ~63 }

  /// Looks at a file's beginning.
  ///
  /// - Returns: Nil where it is not whole, of another format, or not made for `key`.
  init?(in memory: PrivateBytes, for key: [UInt8]) {
    let bytes = UnsafeRawBufferPointer(memory.bytes)
    func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    guard bytes.count >= Self.headerByteCount, bytes.prefix(8).elementsEqual(Self.mark), word(8) == Self.format,
      word(40) == Self.byteOrder, word(56) == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<56])),
      let manifestByteCount = Int(exactly: word(16)), manifestByteCount <= bytes.count - Self.headerByteCount,
      word(32) == UInt64(bytes.count)
    else { return nil }
    let end = Self.headerByteCount + manifestByteCount
    let encoded = UnsafeRawBufferPointer(rebasing: bytes[Self.headerByteCount..<end])
    guard word(24) == Checksum.of(encoded), let manifest = SnapshotManifest(encoded), manifest.key == key else {
      return nil
    }
    self.memory = memory
    self.manifest = manifest
    firstSection = Self.aligned(end)
    let room = bytes.count - firstSection
    for section in manifest.sections {
      guard section.offset % 64 == 0, section.offset <= room, section.capacity <= room - section.offset,
        section.byteCount <= section.capacity
      else { return nil }
    }
  }

  /// Where a section stands in the file.
  func bytes(of index: Int) -> Range<Int> {
    let section = manifest.sections[index]
    return firstSection + section.offset..<firstSection + section.offset + section.byteCount
  }

  /// The bytes of a section with the room behind them.
  private func room(_ index: Int) -> UnsafeMutableRawBufferPointer? {
    guard manifest.sections.indices.contains(index) else { return nil }
    let section = manifest.sections[index]
    let start = firstSection + section.offset
    return UnsafeMutableRawBufferPointer(rebasing: memory.bytes[start..<start + section.capacity])
  }

  /// Whether a section is as it was written.
  private func isWhole(_ index: Int) -> Bool {
    guard let room = room(index) else { return false }
    let section = manifest.sections[index]
    return Checksum.of(UnsafeRawBufferPointer(rebasing: room[..<section.byteCount])) == section.checksum
  }

  /// Whether all are that are needed.
  ///
  /// - Parameter includesSlots: Whether the slots' hashes are.
  func isWhole(includingSlots includesSlots: Bool) -> Bool {
    let sections = manifest.sections.indices.filter { includesSlots || $0 != manifest.slotHashes }
    let size = manifest.sections.reduce(0) { $0 + $1.byteCount }
    nonisolated(unsafe) let snapshot = self
    return Parallel.map(sections, isWorthwhile: size > 1 << 20) { snapshot.isWhole($0) }.allSatisfy(\.self)
  }

  /// The values of a section; nil where they are not as many as they should be.
  ///
  /// - Parameter count: Nil for any number.
  func values<Element: BitwiseCopyable & Sendable>(
    _ index: Int, _ type: Element.Type = Element.self, count: Int? = nil
  ) -> UnsafeMutableBufferPointer<Element>? {
    guard let room = room(index) else { return nil }
    let (found, rest) = manifest.sections[index].byteCount.quotientAndRemainder(
      dividingBy: MemoryLayout<Element>.stride)
    guard rest == 0, found == count ?? found else { return nil }
    return UnsafeMutableBufferPointer(start: room.bindMemory(to: Element.self).baseAddress, count: found)
  }

  /// For how many values a section has memory.
  func capacity<Element: BitwiseCopyable>(_ index: Int, of type: Element.Type) -> Int {
    manifest.sections[index].capacity / MemoryLayout<Element>.stride
  }

  func cells<Element: BitwiseCopyable & Sendable>(_ index: Int, count: Int? = nil) -> Cells<Element>? {
    guard let values = values(index, Element.self, count: count) else { return nil }
    guard let start = values.baseAddress else { return Cells([]) }
    return Cells(UnsafePointer(start), count: values.count, owner: memory)
  }

  /// The values of a section that has one a row, or one for all rows; nil where it is neither.
  func column<Element: ColumnValue>(_ index: Int, rowCount: Int) -> Column<Element>? {
    guard let cells: Cells<Element> = cells(index) else { return nil }
    if cells.count == rowCount { return .each(cells) }
    return cells.count == 1 ? .same(cells[0]) : nil
  }

  /// The rows of the facts of a kind, rising.
  func lines(of kind: String) -> Cells<Int32> {
    manifest.kinds.first { $0.name == kind }.flatMap { cells($0.lines, count: $0.rowCount) } ?? Cells([])
  }
}
