import Identity
import Platform
import TestSupport
import Testing

@testable import EventLog

/// Files that are cut into pieces for several cores, read as a whole.
@Suite struct PiecesTests {
  /// A log so large that its one file is cut, with lines that replace others.
  private static let sample: (log: LogID, bytes: [UInt8]) = {
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
      return (fixture.log, try fixture.bytes())
    } catch {
      Issue.record(error)
      return (fixture.log, [])
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

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `whatever is wrong in a file, its pieces say what the whole says`(seed: UInt64) throws {
    var (log, bytes) = Self.sample
    var random = SplitMix(seed: seed)
    for _ in 0..<(seed == 0 ? 0 : 1 + random.below(5)) { Self.damage(&bytes, &random) }
    let files = MemoryFileSystem()
    let path = LogFolder(log, in: "/logs", files: files).partPath(firstSeq: 1)
    try files.makeFolders(Path.folder(of: path))
    try files.writeWhole(bytes, to: path)
    let branches = try BranchFiles.all(in: "/logs", files: files)
    let pieces = BranchFiles.pieces(of: branches).flatMap { $0 }
    #expect(pieces.count > 1)
    #expect(pieces.map(\.range.lowerBound) == [0] + pieces.dropLast().map(\.range.upperBound))
    let whole = LineTable(logs: [(log, bytes)])
    for row in 0..<whole.rowCount where whole.isReadable(row) {
      let bytes = whole.line(row)
      let line = try LineView(parsing: bytes, in: 0..<bytes.count)
      #expect(line.seq == whole.seq(row) && line.chain.tag == whole.reference(row).tag, "seed \(seed), row \(row)")
    }
    #expect(Self.said(by: try LineTable(reading: "/logs", files: files)) == Self.said(by: whole), "seed \(seed)")
    #expect(seed == 0 ? whole.faults.isEmpty && whole.replacements.count == 89 : !whole.faults.isEmpty, "seed \(seed)")
  }
}
