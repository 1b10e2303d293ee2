import CanonicalJSON
import Identity
import Platform

extension LineTable {
  /// Reads all logs in a folder.
  ///
  /// - Throws: `FileError` when a file cannot be read; lines that are not right are listed, not thrown.
  public init(reading logs: String, files: any FileSystem) throws(FileError) {
    self = try Self.reading(logs, files: files) { PassingTaker() }.table
  }

  /// What took the payloads of some lines in, and where they are in the table.
  public struct Taken<Taker: PayloadTaker>: @unchecked Sendable {
    // Unchecked: a taker is used by one thread at a time, and only handed on when its lines were read.
    public let taker: Taker
    /// To be added to the rows that the taker was given.
    public let firstRow: Int
  }

  /// Reads all logs in a folder, on all cores, and has the payloads taken in on the way.
  ///
  /// - Parameter makeTaker: Called for each file or piece of one, on any thread.
  /// - Returns: The table, and the takers in the order of its rows.
  public static func reading<Taker: PayloadTaker & SendableMetatype>(
    _ logs: String, files: any FileSystem, taking makeTaker: @Sendable () -> Taker
  ) throws(FileError) -> (table: LineTable, taken: [Taken<Taker>]) {
    let branches = try BranchFiles.all(in: logs, files: files)
    let pieces = BranchFiles.pieces(of: branches)
    let isLarge = BranchFiles.byteCount(of: branches) > 1 << 20
    var read = Parallel.map(Array(pieces.joined()), isWorthwhile: isLarge) { PartReading($0, taking: makeTaker()) }
    var table = LineTable()
    var taken: [Taken<Taker>] = []
    var parts: [Part] = []
    var rowCount = 0
    var first = 0
    for (branch, pieces) in zip(branches, pieces) {
      var places = first..<first + pieces.count
      first = places.upperBound
      if !PartReading.follow(read[places]) {
        read.append(PartReading(whole: branch, taking: makeTaker()))
        places = read.count - 1..<read.count
      }
      let firstRow = rowCount
      for place in places {
        taken.append(Taken(taker: read[place].taker, firstRow: rowCount))
        parts.append(table.part(of: &read[place], firstRow: rowCount))
        rowCount += parts[parts.count - 1].lines.rowCount
      }
      table.finish(branch, read[places], rows: firstRow..<rowCount)
    }
    table.append(parts)
    table.joinBranches()
    return (table, taken)
  }

  /// Reads logs from bytes that are not on disk: each the whole of one branch, of which the first of a log begins with
  /// its line 1. For checks and tests.
  public init(logs: [(LogID, [UInt8])]) {
    self.init()
    var seen: Set<LogID> = []
    for (log, bytes) in logs.enumerated().sorted(by: { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }).map(
      \.element)
    {
      let mapped = MappedBytes(copying: bytes)
      let isFirst = seen.insert(log).inserted
      let first = isFirst ? nil : Self.firstLine(of: mapped.bytes)
      let branch = BranchFiles(
        log: log, fork: first?.chain, firstSeq: first?.seq ?? 1,
        files: [(Origin(path: log.text, size: bytes.count, stamp: nil), firstSeq: 1, mapped)])
      var reading = PartReading(whole: branch, taking: PassingTaker())
      let firstRow = rowCount
      append([part(of: &reading, firstRow: firstRow)])
      finish(branch, [reading][...], rows: firstRow..<rowCount)
    }
    joinBranches()
  }

  private static func firstLine(of bytes: UnsafeBufferPointer<UInt8>) -> LineView? {
    var lines = LineBreaks(bytes)
    return lines.next().flatMap { try? LineView(parsing: bytes, in: $0) }
  }

  private mutating func finish(
    _ branch: BranchFiles, _ readings: ArraySlice<PartReading<some PayloadTaker>>, rows: Range<Int>
  ) {
    let log = branch.log
    branchesOfLog[log] = (branchesOfLog[log]?.lowerBound ?? branches.count)..<branches.count + 1
    branches.append(
      Branch(
        log: log, fork: branch.fork, header: readings.first?.header, firstSeq: branch.firstSeq, parent: nil, rows: rows,
        tornByteCount: readings.last?.tornByteCount ?? 0))
  }

  /// Makes room for so many lines of one reading.
  mutating func expect(_ count: Int) {
    openRun.reserve(count)
  }

  /// Adds the rows of other tables, which have no branches.
  private mutating func append(_ parts: [Part]) {
    let rowCount = parts.last.map { $0.firstRow + $0.lines.rowCount } ?? rowCount
    let (ofRows, replacing) = Parallel.both(isWorthwhile: rowCount > 50_000) {
      [kinds, payloadStarts] in
      var (kinds, starts) = (kinds, payloadStarts)
      kinds += [UInt16](repeating: Self.noKind, count: rowCount - kinds.count)
      starts += [UInt8](repeating: 0, count: rowCount - starts.count)
      kinds.withUnsafeMutableBufferPointer { kinds in
        starts.withUnsafeMutableBufferPointer { starts in
          for part in parts { part.put(kinds, starts) }
        }
      }
      return (kinds, starts)
    } _: { [replacements, replacedRows] in
      var (replacements, replacedRows) = (replacements, replacedRows)
      let count = parts.reduce(replacements.count) { $0 + $1.lines.replacements.count }
      replacements.reserveCapacity(count)
      replacedRows.reserveCapacity(count)
      for part in parts {
        let firstRow = Int32(part.firstRow)
        for (row, target) in part.lines.replacements { replacements.append((firstRow + row, target)) }
        for row in part.lines.replacedRows { replacedRows.append(row < 0 ? row : firstRow + row) }
      }
      return (replacements, replacedRows)
    }
    (kinds, payloadStarts) = ofRows
    (replacements, replacedRows) = replacing
    for part in parts { appendRest(of: part) }
  }

  /// A table that is added to another.
  private struct Part: Sendable {
    let lines: LineTable
    /// Whether its file begins in the part before it.
    let continuesFile: Bool
    /// Where its rows begin in the other.
    let firstRow: Int
    /// By its number of a kind, that of the other; nil where they are the same.
    let numbers: [UInt16]?

    func put(_ kinds: UnsafeMutableBufferPointer<UInt16>, _ payloadStarts: UnsafeMutableBufferPointer<UInt8>) {
      lines.openRun.forEach { place, kind, payload in
        // Beyond the end: of a line that is not right.
        kinds[firstRow + place] =
          numbers.map { Int(kind) < $0.count ? $0[Int(kind)] : LineTable.noKind } ?? kind
        payloadStarts[firstRow + place] = payload
      }
    }
  }

  /// The lines of a reading, which are taken from it.
  private mutating func part(of reading: inout PartReading<some PayloadTaker>, firstRow: Int) -> Part {
    let lines = reading.takeLines()
    return Part(
      lines: lines, continuesFile: reading.continuesFile, firstRow: firstRow, numbers: numbers(ofKindsIn: lines))
  }

  private mutating func numbers(ofKindsIn other: LineTable) -> [UInt16]? {
    let numbers = other.kindNames.map { number(ofKind: $0) }
    return numbers.enumerated().allSatisfy { $0 == Int($1) } ? nil : numbers
  }

  /// Adds all but the columns and what is replaced.
  private mutating func appendRest(of part: Part) {
    let (other, firstRow) = (part.lines, part.firstRow)
    if other.rowCount > 0 {
      runs.append(other.openRun)
      runs[runs.count - 1].firstRow = firstRow
    }
    if !part.continuesFile {
      firstRows += other.firstRows.map { $0 + firstRow }
      files += other.files
      origins += other.origins
    }
    faults += other.faults.map { fault in
      var fault = fault
      fault.row += firstRow
      return fault
    }
  }

  /// The number of a kind, new or known. Kinds beyond the last number share it, under no name: kept and counted as
  /// lines, of no kind that is known.
  mutating func number(ofKind name: String) -> UInt16 {
    if let found = indexOfKind[name] { return UInt16(found) }
    let number = min(kindNames.count, Int(UInt16.max) - 1)
    if number == kindNames.count {
      kindNames.append(number == Int(UInt16.max) - 1 ? "" : name)
      indexOfKind[name] = number
    }
    return UInt16(number)
  }

  /// Finds where branches leave others, from the lowest number on, so that each finds its own after it was found.
  private mutating func joinBranches() {
    let leaving = branches.indices.filter { branches[$0].firstSeq > 1 && !branches[$0].rows.isEmpty }
    for index in leaving.sorted(by: { (branches[$0].firstSeq, $0) < (branches[$1].firstSeq, $1) }) {
      let seq = branches[index].firstSeq
      let candidates = branchIndices(of: branches[index].log).filter { other in
        other != index && branches[other].row(seq - 1).map(isReadable) == true
      }
      // Names say nothing about it: only where several branches hold the line before must the link decide.
      let parent = candidates.count == 1 ? candidates[0] : candidates.first { follows(index, $0) }
      branches[index].parent = parent
      branches[index].header = parent.flatMap { branches[$0].header }
    }
  }

  /// Whether the first line of a branch follows the line before it on another.
  private func follows(_ index: Int, _ other: Int) -> Bool {
    let branch = branches[index]
    guard let before = branches[other].row(branch.firstSeq - 1), let link = link(of: before),
      let header = branches[other].header
    else { return false }
    var walker = ChainWalker(log: branch.log, header: header, after: branch.firstSeq - 1, link: link)
    let first = line(branch.rows.lowerBound)
    return (try? walker.step(first, in: 0..<first.count)) != nil
  }

  /// Begins with a file: the lines that are added now are of it.
  mutating func begin(_ file: MappedBytes, from origin: Origin) {
    files.append(file)
    origins.append(origin)
    firstRows.append(rowCount)
  }

  /// - Parameter firstSeq: The number of the line in the first row.
  mutating func add(_ line: LineView, range: Range<Int>, kind: UInt16, firstSeq: Int) {
    for target in line.replaces { addReplacement(of: target, by: line.log, firstSeq) }
    add(kind, line.chain.tag, range, payload: line.payload.map { $0.lowerBound - range.lowerBound } ?? 0)
  }

  mutating func add(_ head: QuickLineReader.Head, of log: LogID, range: Range<Int>, firstSeq: Int) {
    if let replaced = head.replaced { addReplacement(of: replaced, by: log, firstSeq) }
    add(head.kind, head.tag, range, payload: head.payloadStart - range.lowerBound)
  }

  private mutating func addReplacement(of target: Reference, by log: LogID, _ firstSeq: Int) {
    replacements.append((Int32(rowCount), target))
    let row = target.seq - firstSeq
    let isHere =
      target.log == log && (0..<openRun.count).contains(row) && openRun.kind(of: row) != Self.noKind
      && openRun.tag(of: row) == target.tag
    replacedRows.append(isHere ? Int32(truncatingIfNeeded: row) : -1)
  }

  @inline(__always)
  private mutating func add(_ kind: UInt16, _ tag: UInt32, _ range: Range<Int>, payload: Int) {
    openRun.add(kind, tag: tag, payload: UInt8(clamping: payload), range)
  }

  /// Takes rows of lines that are not right back, where the number of the next good line shows that there are too many:
  /// a fault can make a line feed, and with it a line. What was found stays listed, under the row before.
  mutating func dropSurplusFaults(downTo count: Int) {
    while count > 0, openRun.count > count, openRun.kind(of: openRun.count - 1) == Self.noKind { openRun.removeLast() }
    for file in firstRows.indices { firstRows[file] = min(firstRows[file], rowCount) }
    for index in faults.indices.reversed() {
      guard faults[index].row >= rowCount else { break }
      faults[index].row = max(0, rowCount - 1)
    }
  }

  /// - Parameter range: Of a line that is not there, empty.
  mutating func addFault(_ fault: Fault, range: Range<Int>) {
    faults.append(fault)
    add(Self.noKind, 0, range, payload: 0)
  }
}
