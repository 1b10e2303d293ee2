import Identity
import Platform
import TestSupport
import Testing

@testable import EventLog

/// Files that are cut into pieces for several cores, read as a whole.
@Suite struct PiecesTests {
  /// A log so large that its one file is cut, with lines that replace others.
  private static let sample: (log: LogID, bytes: [UInt8], lineCount: Int) = {
    let fixture = LogFixture()
    do {
      let writer = try fixture.found()
      var last: Reference?
      for batch in 0..<90 {
        var drafts = (0..<80).map { einde(batch * 100 + $0) }
        if let last {
          drafts.append(Draft(kind: "traject_beeindigd", payload: .object(["reden": "03"]), replaces: [last]))
        }
        last = try writer.append(drafts).first
      }
      let bytes = try fixture.bytes()
      return (fixture.log, bytes, bytes.count { $0 == 0x0A })
    } catch {
      Issue.record(error)
      return (fixture.log, [], 0)
    }
  }()

  /// What a table says, row by row.
  private static func said(by table: LineTable) -> [String] {
    let rows = (0..<table.rowCount).map { row in
      "\(table.kindName(row)) \(table.reference(row)) \(table.chain(row)) \(table.time(row)) \(table.range(of: row)) "
        + "\(table.payload(row).count)"
    }
    let replaced = table.replacements.indices.map { index in
      var rows = ""
      table.forEachRow(replacedBy: index) { row, branch in rows += " \(row)/\(branch)" }
      return "\(table.replacements[index].row):\(rows)"
    }
    let faults = table.faults.map { "line \($0.line), row \($0.row): \($0.fault)" }
    return rows + replaced + faults + ["\(table.branches.map { "\($0.rows) \($0.tornByteCount)" })"]
  }

  /// A change such as a disk or an editor makes.
  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let place = random.below(bytes.count - 3000)
    switch random.below(5) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes.insert(0x0A, at: place)
    case 2: bytes.removeSubrange(place..<place + 1 + random.below(2000))
    case 3: bytes.insert(contentsOf: bytes[place..<place + 1 + random.below(2000)], at: place)
    default: bytes.removeSubrange((bytes.firstIndex(of: 0x0A) ?? 0)..<(bytes.firstIndex(of: 0x0A) ?? 0) + 1)
    }
  }

  /// Reads a file both ways.
  private static func read(
    _ bytes: [UInt8]
  ) throws -> (pieces: [BranchFiles.Part], inPieces: LineTable, whole: LineTable) {
    let files = MemoryFileSystem()
    let path = LogFolder(sample.log, in: "/logs", files: files).partPath(firstSeq: 1)
    try files.makeFolders(Path.folder(of: path))
    try files.writeWhole(bytes, to: path)
    let branches = try BranchFiles.all(in: "/logs", files: files)
    return (
      BranchFiles.pieces(of: branches).flatMap { $0 }, try LineTable(reading: "/logs", files: files),
      LineTable(logs: [(sample.log, bytes)])
    )
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `whatever is wrong in a file, its pieces say what the whole says`(seed: UInt64) throws {
    var bytes = Self.sample.bytes
    var random = SplitMix(seed: seed)
    for _ in 0..<(seed == 0 ? 0 : 1 + random.below(5)) { Self.damage(&bytes, &random) }
    let (pieces, inPieces, whole) = try Self.read(bytes)
    #expect(pieces.count > 1)
    #expect(pieces.map(\.range.lowerBound) == [0] + pieces.dropLast().map(\.range.upperBound))
    for row in 0..<whole.rowCount where whole.isReadable(row) {
      let bytes = whole.line(row)
      let line = try LineView(parsing: bytes, in: 0..<bytes.count)
      #expect(line.seq == whole.seq(row) && line.chain.tag == whole.reference(row).tag, "seed \(seed), row \(row)")
    }
    #expect(Self.said(by: inPieces) == Self.said(by: whole), "seed \(seed)")
    #expect(seed == 0 ? whole.faults.isEmpty && whole.replacements.count == 89 : !whole.faults.isEmpty, "seed \(seed)")
    if seed == 0 { #expect(inPieces.runs.count == pieces.count) }
  }

  @Test func `a line of another log just where a file is cut costs no line behind it`() throws {
    let log = Array("\"log\":\"\(Self.sample.log)\"".utf8)
    let other = Array("\"log\":\"\(LogFixture(seed: 2).log)\"".utf8)
    let cut = try Self.read(Self.sample.bytes).pieces[1].range.lowerBound
    var position = cut
    var isCutThere = false
    // The file grows by the line, and the cut may move on.
    while !isCutThere, position < cut + 5000 {
      var bytes = Self.sample.bytes
      let end = try #require(bytes[position...].firstIndex(of: 0x0A))
      var line = Array(bytes[position...end])
      let place = try #require((0..<line.count).first { line[$0...].starts(with: log) })
      line.replaceSubrange(place..<place + log.count, with: other)
      bytes.insert(contentsOf: line, at: position)
      let (pieces, inPieces, whole) = try Self.read(bytes)
      isCutThere = pieces[1].range.lowerBound == position
      #expect(Self.said(by: inPieces) == Self.said(by: whole))
      #expect(whole.faults.map(\.fault) == [.otherLog] && whole.rowCount == Self.sample.lineCount)
      position = end + 1
    }
    #expect(isCutThere)
  }

  @Test func `a line that goes back behind one that is none is read as in the whole`() throws {
    let bytes = Self.sample.bytes
    let starts = bytes.withUnsafeBufferPointer { all in LineBreaks(all).prefix(2).map(\.self) }
    let (_, inPieces, whole) = try Self.read(bytes + [0x78, 0x0A] + bytes[starts[1].lowerBound...starts[1].upperBound])
    #expect(Self.said(by: inPieces) == Self.said(by: whole))
    #expect(whole.faults.count == 2)
  }
}
