import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// A snapshot that is being made of what all logs say.
struct SnapshotDraft {
  private struct Source: @unchecked Sendable {
    // Unchecked: the bytes are only read.
    enum Content {
      /// In one of the owners.
      case memory(UnsafeRawBufferPointer)
      case hashes([UInt32])
    }

    let content: Content
    let capacity: Int

    var byteCount: Int { withBytes { $0.count } }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      switch content {
      case .memory(let bytes): body(bytes)
      case .hashes(let hashes): hashes.withUnsafeBytes(body)
      }
    }
  }

  private var sources: [Source] = []
  /// What the sources lie in.
  private var owners: [AnyObject] = []
  /// New texts for which there is room behind a section.
  private let room: Int

  private init(room: Int) { self.room = room }

  /// Adds a section; its number.
  private mutating func add<Element>(_ cells: Cells<Element>, room: Int = 0) -> Int {
    owners.append(Kept(cells))
    return add(cells.bytes, room: room * MemoryLayout<Element>.stride)
  }

  /// A column in which all rows have the same is one value.
  private mutating func add<Element>(_ column: Column<Element>) -> Int {
    switch column {
    case .each(let cells): add(cells)
    case .same(let value): add(Cells([value]))
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer, room: Int) -> Int {
    sources.append(Source(content: .memory(bytes), capacity: bytes.count + room))
    return sources.count - 1
  }

  private mutating func add(_ hashes: [UInt32]) -> Int {
    sources.append(Source(content: .hashes(hashes), capacity: hashes.count * MemoryLayout<UInt32>.stride))
    return sources.count - 1
  }

  /// Keeps cells, and with them their memory.
  private final class Kept {
    let cells: Any
    init(_ cells: Any) { self.cells = cells }
  }

  // MARK: Making

  /// Writes a snapshot to a file that is empty.
  ///
  /// - Parameters:
  ///   - key: What has to be the same for it to be used.
  ///   - state: With the table that the projection's rows are of, which has no faults.
  /// - Throws: `FileError`; the file may hold a part of it then.
  static func write(
    _ projection: Projection, _ state: MergedState, _ logs: LogsSeen, _ summary: FigureSummary, note: [UInt8],
    for key: [UInt8], to file: any WritableFile
  ) throws(FileError) {
    var draft = SnapshotDraft(room: Snapshot.largestTail(state.table.rowCount))
    var manifest = draft.manifest(projection, state, logs, summary, note, key)
    draft.layOut(&manifest)
    try draft.write(manifest, to: file)
  }

  private mutating func manifest(
    _ projection: Projection, _ state: MergedState, _ logs: LogsSeen, _ summary: FigureSummary, _ note: [UInt8],
    _ key: [UInt8]
  ) -> SnapshotManifest {
    let texts = projection.strings.content
    owners.append(projection.strings)
    let strings = SnapshotManifest.Strings(
      count: projection.strings.count, bytes: add(UnsafeRawBufferPointer(texts.bytes), room: room * 16),
      starts: add(UnsafeRawBufferPointer(texts.starts), room: room * 8),
      hashes: add(UnsafeRawBufferPointer(texts.hashes), room: room * 4),
      places: add(UnsafeRawBufferPointer(texts.places), room: 0))
    let kinds = projection.tables.sorted { $0.key < $1.key }.map { name, table in
      kind(name, table, projection, slot: state.vocabulary.kind(named: name)?.slot)
    }
    return SnapshotManifest(
      key: key, sections: [], strings: strings, kinds: kinds, invalidRows: add(Cells(projection.invalidLines)),
      inventedCount: projection.inventedCount, slotHashes: add(state.slotHashes),
      joinedRows: add(Cells(state.joinedRows)), marks: add(logs.marks), files: logs.files, branches: logs.branches,
      expected: Array(logs.expected), conflicts: state.conflicts.map(\.rowsUsedFirst), summary: summary, note: note)
  }

  private mutating func kind(
    _ name: String, _ table: FactTable, _ projection: Projection, slot: [String]?
  ) -> SnapshotManifest.Kind {
    var kind = SnapshotManifest.Kind(name: name, rowCount: table.rowCount, lines: add(table.lines))
    for (field, column) in table.codeColumns.sorted(by: { $0.key < $1.key }) {
      kind.codes.append(.init(field: field, section: add(column)))
    }
    for (field, column) in table.numberColumns.sorted(by: { $0.key < $1.key }) {
      kind.numbers.append(.init(field: field, section: add(column)))
    }
    for (field, column) in table.dayColumns.sorted(by: { $0.key < $1.key }) {
      kind.days.append(.init(field: field, section: add(column)))
    }
    for (field, list) in table.listColumns.sorted(by: { $0.key < $1.key }) {
      kind.lists.append(.init(field: field, values: add(Cells(list.values)), ends: add(Cells(list.ends))))
    }
    // Where there are few rows, finding them anew takes no time.
    if let slot, slot.count == 1, table.codeColumns[slot[0]] != nil, table.rowCount >= projection.strings.count / 8 {
      let rows = projection.rows(of: name, byCodesOf: slot[0])
      kind.rowsByCode.append(.init(field: slot[0], section: add(rows, room: room)))
    }
    return kind
  }

  private func layOut(_ manifest: inout SnapshotManifest) {
    let size = sources.reduce(0) { $0 + $1.byteCount }
    let checksums = Parallel.map(sources, isWorthwhile: size > 1 << 20) { $0.withBytes(Checksum.of) }
    var offset = 0
    for (source, checksum) in zip(sources, checksums) {
      manifest.sections.append(
        .init(offset: offset, byteCount: source.byteCount, capacity: source.capacity, checksum: checksum))
      offset = Snapshot.aligned(offset + source.capacity)
    }
  }

  private func write(_ manifest: SnapshotManifest, to file: any WritableFile) throws(FileError) {
    let encoded = manifest.encoded
    let firstSection = Snapshot.aligned(Snapshot.headerByteCount + encoded.count)
    let end = manifest.sections.last.map { Snapshot.aligned($0.offset + $0.capacity) } ?? 0
    let words: [UInt64] = [
      Snapshot.format, UInt64(encoded.count), encoded.withUnsafeBytes { Checksum.of($0) },
      UInt64(firstSection + end), Snapshot.byteOrder, 0,
    ]
    var header = Snapshot.mark + words.withUnsafeBytes { Array($0) }
    let checksum = header.withUnsafeBytes { Checksum.of($0) }
    header += withUnsafeBytes(of: checksum) { Array($0) }
    var beginning = header + encoded
    beginning += [UInt8](repeating: 0, count: firstSection - beginning.count)
    try file.write(beginning)
    var place = 0
    for (section, source) in zip(manifest.sections, sources) {
      if section.offset > place { try file.write([UInt8](repeating: 0, count: section.offset - place)) }
      try source.withBytes { bytes in Result { () throws(FileError) in try file.write(bytes) } }.get()
      place = section.offset + section.byteCount
    }
    if end > place { try file.write([UInt8](repeating: 0, count: end - place)) }
  }
}
