import Identity
import Platform

extension LineTable {
  /// Some lines of the logs that are held, in a table in which all others have rows without a fact.
  ///
  /// - Parameter selected: For each branch in `held.branches`, the numbers of the lines, ascending.
  /// - Complexity: O(*n*) in all lines, 42 bytes each; only those that are selected are read.
  public init(of held: HeldLogs, only selected: [[Int]]) throws {
    self.init()
    for (index, branch) in held.branches.enumerated() {
      let first = rowCount
      addRows(max(0, branch.lastSeq - branch.firstSeq + 1))
      var bytes: [UInt8] = []
      var lines: [(seq: Int, range: Range<Int>)] = []
      for range in Self.ranges(of: selected[index]) {
        let wanted = Set(selected[index].lazy.filter(range.contains))
        try held.forEachRun(of: index, range) { start, run in
          var seq = start
          var breaks = LineBreaks(run)
          while let range = breaks.next() {
            if wanted.contains(seq) {
              lines.append((seq, bytes.count..<bytes.count + range.count))
              bytes.append(contentsOf: UnsafeBufferPointer(rebasing: run[range]))
            }
            seq += 1
          }
          return true
        }
      }
      let mapped = MappedBytes(copying: bytes)
      files.append(mapped)
      for (seq, range) in lines {
        guard let line = try? LineView(parsing: mapped.bytes, in: range), line.seq == seq, line.log == branch.log
        else { continue }
        set(first + seq - branch.firstSeq, line, mapped.bytes, range)
      }
      branchesOfLog[branch.log] = (branchesOfLog[branch.log]?.lowerBound ?? branches.count)..<branches.count + 1
      branches.append(
        Branch(
          log: branch.log, fork: branch.folder.fork, header: branch.header, firstSeq: branch.firstSeq,
          parent: branch.parent, rows: first..<rowCount, tornByteCount: branch.tornByteCount))
    }
    replacements.sort { $0.row < $1.row }
  }

  /// Ranges that hold the numbers, without long stretches between.
  private static func ranges(of seqs: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for seq in seqs {
      if let last = ranges.last, seq <= last.upperBound + 256, last.count < 16_384 {
        ranges[ranges.count - 1] = last.lowerBound...max(seq, last.upperBound)
      } else {
        ranges.append(seq...seq)
      }
    }
    return ranges
  }

  private mutating func addRows(_ count: Int) {
    kinds.append(contentsOf: repeatElement(.max, count: count))
    times.append(contentsOf: repeatElement(0, count: count))
    chains.append(contentsOf: repeatElement(0, count: count))
    places.append(contentsOf: repeatElement(Place(file: 0, length: 0, start: 0), count: count))
    payloadStarts.append(contentsOf: repeatElement(0, count: count))
    payloadLengths.append(contentsOf: repeatElement(0, count: count))
  }

  private mutating func set(
    _ row: Int, _ line: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    let name = String(decoding: bytes.part(line.kind), as: UTF8.self)
    if indexOfKind[name] == nil, kindNames.count < Int(UInt16.max) - 1 {
      indexOfKind[name] = kindNames.count
      kindNames.append(name)
    }
    guard let kind = indexOfKind[name] else { return }
    for target in line.replaces { replacements.append((Int32(row), target)) }
    kinds[row] = UInt16(kind)
    times[row] = line.at.milliseconds
    chains[row] = line.chain.value
    places[row] = Place(file: Int32(files.count - 1), length: Int32(range.count), start: range.lowerBound)
    payloadStarts[row] = line.payload.map { Int32($0.lowerBound - range.lowerBound) } ?? 0
    payloadLengths[row] = line.payload.map { Int32($0.count) } ?? 0
  }
}
