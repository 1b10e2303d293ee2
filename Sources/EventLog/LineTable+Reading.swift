import CanonicalJSON
import Identity
import Platform

extension LineTable {
  /// Reads all logs in a folder.
  ///
  /// - Throws: `FileError` when a file cannot be read; lines that are not right are listed, not thrown.
  public init(reading logs: String, files: any FileSystem) throws(FileError) {
    self.init()
    for folder in try LogFolder.branches(in: logs, files: files) { try append(folder) }
    joinBranches()
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
      var reader = BranchReader(log: log, fork: nil, firstSeq: 1, firstRow: rowCount)
      if !seen.insert(log).inserted, let first = Self.firstLine(of: mapped.bytes) {
        reader = BranchReader(log: log, fork: first.chain, firstSeq: first.seq, firstRow: rowCount)
      }
      reader.read(mapped, path: log.text, into: &self)
      finish(reader)
    }
    joinBranches()
  }

  private static func firstLine(of bytes: UnsafeBufferPointer<UInt8>) -> LineView? {
    var lines = LineBreaks(bytes)
    return lines.next().flatMap { try? LineView(parsing: bytes, in: $0) }
  }

  private mutating func append(_ folder: LogFolder) throws(FileError) {
    let parts = try folder.parts()
    let firstSeq = folder.fork == nil ? 1 : parts.first?.firstSeq ?? 1
    var reader = BranchReader(log: folder.log, fork: folder.fork, firstSeq: firstSeq, firstRow: rowCount)
    for part in parts { reader.read(try folder.files.map(part.path), path: part.path, into: &self) }
    finish(reader)
  }

  private mutating func finish(_ reader: BranchReader) {
    branchesOfLog[reader.log] = (branchesOfLog[reader.log]?.lowerBound ?? branches.count)..<branches.count + 1
    branches.append(
      Branch(
        log: reader.log, fork: reader.fork, header: reader.header, firstSeq: reader.firstSeq, parent: nil,
        rows: reader.firstRow..<rowCount, tornByteCount: reader.tornByteCount))
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

  /// Reads the files of one branch, one after another.
  private struct BranchReader {
    let log: LogID
    let fork: Chain?
    let firstSeq: Int
    let firstRow: Int
    var header: LogHeader?
    var tornByteCount = 0
    /// The kind of the line before, which the next one usually shares.
    private var lastKind = 0
    private var isAfterFault = false

    init(log: LogID, fork: Chain?, firstSeq: Int, firstRow: Int) {
      self.log = log
      self.fork = fork
      self.firstSeq = firstSeq
      self.firstRow = firstRow
    }

    /// The number of the next line.
    private func dueSeq(_ table: LineTable) -> Int { table.rowCount - firstRow + firstSeq }

    mutating func read(_ mapped: MappedBytes, path: String, into table: inout LineTable) {
      let file = Int32(table.files.count)
      table.files.append(mapped)
      let bytes = mapped.bytes
      var lines = LineBreaks(bytes)
      var number = 0
      while let range = lines.next() {
        number += 1
        do throws(LineFault) {
          let line = try LineView(parsing: bytes, in: range)
          try place(line, in: bytes, &table, path, number)
          table.add(line, in: bytes, file: file, range: range, kind: kindIndex(of: line, bytes, &table))
          isAfterFault = false
        } catch {
          table.addFault(Fault(path: path, line: number, row: table.rowCount, fault: error), file: file, range: range)
          isAfterFault = true
        }
      }
      tornByteCount = lines.rest.count
    }

    /// Checks that the line is the one that is due.
    private mutating func place(
      _ line: LineView, in bytes: UnsafeBufferPointer<UInt8>, _ table: inout LineTable, _ path: String, _ number: Int
    ) throws(LineFault) {
      guard line.log == log else { throw .otherLog }
      if isAfterFault, line.seq >= firstSeq, line.seq < dueSeq(table) {
        table.dropSurplusFaults(downTo: firstRow + line.seq - firstSeq)
      }
      let due = dueSeq(table)
      if line.seq != due {
        // A fault can swallow a line feed, and with it a line; later lines keep their rows all the same.
        guard isAfterFault, line.seq > due, line.seq - due <= Checkpoint.largestLineGap else {
          throw .wrongSeq(expected: due, found: line.seq)
        }
        for _ in due..<line.seq {
          table.addFault(
            Fault(path: path, line: number, row: table.rowCount, fault: .wrongSeq(expected: due, found: line.seq)),
            file: 0, range: 0..<0)
        }
      }
      if table.rowCount == firstRow, let fork, line.chain != fork { throw .chainMismatch(offset: 10) }
      if line.seq == 1 {
        guard line.isKind("log", in: bytes), let payload = line.payloadObject(in: bytes) else {
          throw .noHeader(.notKindLog)
        }
        let header = try LogHeader(payload)
        guard LogID(header.publicKey) == log else { throw .noHeader(.otherKey) }
        self.header = header
      }
    }

    private mutating func kindIndex(
      of line: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ table: inout LineTable
    ) -> UInt16 {
      let name = bytes.part(line.kind)
      if lastKind < table.kindNames.count, name.elementsEqual(table.kindNames[lastKind].utf8) {
        return UInt16(lastKind)
      }
      // Most logs have a handful of kinds, which looking along finds sooner than hashing.
      if let found = table.kindNames.prefix(32).firstIndex(where: { name.elementsEqual($0.utf8) }) {
        lastKind = found
        return UInt16(found)
      }
      let text = String(decoding: name, as: UTF8.self)
      if let found = table.indexOfKind[text] {
        lastKind = found
      } else {
        // Kinds beyond the last number share it, under no name: kept and counted as lines, of no kind that is known.
        lastKind = min(table.kindNames.count, Int(UInt16.max) - 1)
        if lastKind == table.kindNames.count {
          table.kindNames.append(lastKind == Int(UInt16.max) - 1 ? "" : text)
          table.indexOfKind[text] = lastKind
        }
      }
      return UInt16(lastKind)
    }
  }

  private mutating func add(
    _ line: LineView, in bytes: UnsafeBufferPointer<UInt8>, file: Int32, range: Range<Int>, kind: UInt16
  ) {
    let row = Int32(rowCount)
    for target in line.replaces { replacements.append((row, target)) }
    kinds.append(kind)
    times.append(line.at.milliseconds)
    chains.append(line.chain.value)
    places.append(Place(file: file, length: Int32(range.count), start: range.lowerBound))
    payloadStarts.append(line.payload.map { Int32($0.lowerBound - range.lowerBound) } ?? 0)
    payloadLengths.append(line.payload.map { Int32($0.count) } ?? 0)
  }

  /// Takes rows of lines that are not right back, where the number of the next good line shows that there are too many:
  /// a fault can make a line feed, and with it a line. What was found stays listed, under the row before.
  fileprivate mutating func dropSurplusFaults(downTo count: Int) {
    while rowCount > count, let last = kinds.last, last == .max, count > 0 {
      kinds.removeLast()
      times.removeLast()
      chains.removeLast()
      places.removeLast()
      payloadStarts.removeLast()
      payloadLengths.removeLast()
    }
    for index in faults.indices.reversed() {
      guard faults[index].row >= rowCount else { break }
      faults[index].row = max(0, rowCount - 1)
    }
  }

  private mutating func addFault(_ fault: Fault, file: Int32, range: Range<Int>) {
    faults.append(fault)
    kinds.append(.max)
    times.append(0)
    chains.append(0)
    places.append(Place(file: file, length: Int32(clamping: range.count), start: range.lowerBound))
    payloadStarts.append(0)
    payloadLengths.append(0)
  }
}
