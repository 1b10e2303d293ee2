import Platform
import Testing

@testable import Workspace

@Suite struct LineSetTests {
  /// The same as plainly as possible.
  struct Plain: Equatable {
    var lines: Set<[Int]> = []

    init() {}

    init(_ set: LineSet) {
      for branch in set.branches {
        for run in set.runs(of: branch) { for seq in run { lines.insert([branch, seq]) } }
      }
    }
  }

  static func random(_ numbers: inout SplitMix) -> (LineSet, Plain) {
    var (set, plain) = (LineSet(), Plain())
    for _ in 0..<numbers.below(9) {
      let low = 1 + numbers.below(12)
      let run = low...low + numbers.below(5)
      let branch = numbers.below(2)
      if numbers.below(3) == 0 {
        set.remove(run, on: branch)
        for seq in run { plain.lines.remove([branch, seq]) }
      } else {
        set.insert(run, on: branch)
        for seq in run { plain.lines.insert([branch, seq]) }
      }
    }
    return (set, plain)
  }

  @Test func `adding, removing, joining and comparing agree with plain sets`() {
    for seed in UInt64(1)...2000 {
      var numbers = SplitMix(seed: seed)
      let (left, plainLeft) = Self.random(&numbers)
      let (right, plainRight) = Self.random(&numbers)
      #expect(Plain(left) == plainLeft, "seed \(seed)")
      #expect(left.count == plainLeft.lines.count && left.isEmpty == plainLeft.lines.isEmpty, "seed \(seed)")
      var union = left
      union.formUnion(right)
      #expect(Plain(union).lines == plainLeft.lines.union(plainRight.lines), "seed \(seed)")
      #expect(Plain(left.subtracting(right)).lines == plainLeft.lines.subtracting(plainRight.lines), "seed \(seed)")
      #expect(Plain(left.intersection(right)).lines == plainLeft.lines.intersection(plainRight.lines), "seed \(seed)")
      #expect(left.isSuperset(of: right) == plainLeft.lines.isSuperset(of: plainRight.lines), "seed \(seed)")
      #expect((left == right) == (plainLeft == plainRight), "seed \(seed)")
      // Runs neither overlap nor touch, so that equal sets are equal values.
      for branch in union.branches {
        let runs = union.runs(of: branch)
        #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.upperBound + 1 < $1.lowerBound }, "seed \(seed)")
      }
    }
  }
}
