import Testing

@testable import EventLog

/// Where lines stand, by where the next ones start.
@Suite struct LineRunTests {
  private static func run(_ ranges: [Range<Int>]) -> LineRun {
    var run = LineRun()
    for (number, range) in ranges.enumerated() {
      run.add(UInt16(number), tag: UInt32(number * 3), payload: UInt8(number), range)
    }
    return run
  }

  @Test(arguments: [
    [0..<5, 6..<20, 21..<22], [0..<5, 0..<7, 8..<30], [0..<0, 0..<0, 40..<50, 51..<60], [7..<9, 3..<4, 5..<5],
    [(1 << 33) - 1..<(1 << 33) + 1, (1 << 33) + 2..<(1 << 33) + 300, (1 << 39) + 7..<(1 << 39) + 8],
  ])
  func `lines stand where they were read, behind each other or not`(ranges: [Range<Int>]) {
    var run = Self.run(ranges)
    for (row, range) in ranges.enumerated() {
      #expect(run.range(of: row) == range && run.kind(of: row) == row && run.tag(of: row) == row * 3)
    }
    // What is taken back leaves those before as they were, and makes room for others.
    for count in (0..<ranges.count).reversed() {
      run.removeLast()
      #expect((0..<count).map { run.range(of: $0) } == Array(ranges[..<count]))
    }
    for range in ranges { run.add(1, tag: 2, payload: 3, range) }
    #expect(ranges.indices.map { run.range(of: $0) } == ranges)
    for _ in 1..<ranges.count { run.removeLast() }
    run.add(1, tag: 2, payload: 3, 1000..<1001)
    #expect(run.range(of: 0) == ranges[0] && run.range(of: 1) == 1000..<1001)
  }
}
