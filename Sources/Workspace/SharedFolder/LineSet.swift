/// A set of lines that are held: for each branch, by its index, runs of numbers.
///
///     var lines = LineSet()
///     lines.insert(1...40, on: 0)
///     lines.insert(41...50, on: 0)     // one run, 1...50
///
/// Sets compare only where they stand for the same branches under the same indices.
struct LineSet: Sendable, Equatable {
  /// Sorted, and neither overlapping nor touching; no empty lists.
  private var runsOfBranch: [Int: [ClosedRange<Int>]] = [:]

  var isEmpty: Bool { runsOfBranch.isEmpty }

  /// How many lines.
  var count: Int { runsOfBranch.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }

  /// The branches that have lines in it, sorted.
  var branches: [Int] { runsOfBranch.keys.sorted() }

  /// The lines of one branch, sorted, and neither overlapping nor touching.
  func runs(of branch: Int) -> [ClosedRange<Int>] { runsOfBranch[branch] ?? [] }

  func contains(_ seq: Int, on branch: Int) -> Bool {
    runs(of: branch).contains { $0.contains(seq) }
  }

  // MARK: Changing

  /// - Complexity: O(*n*) in runs of the branch.
  mutating func insert(_ seqs: ClosedRange<Int>, on branch: Int) {
    var (low, high) = (seqs.lowerBound, seqs.upperBound)
    var runs: [ClosedRange<Int>] = []
    for run in self.runs(of: branch) {
      if run.upperBound < low - 1 || run.lowerBound > high + 1 {
        runs.append(run)
      } else {
        (low, high) = (min(low, run.lowerBound), max(high, run.upperBound))
      }
    }
    let place = runs.firstIndex { $0.lowerBound > high } ?? runs.count
    runs.insert(low...high, at: place)
    runsOfBranch[branch] = runs
  }

  mutating func remove(_ seqs: ClosedRange<Int>, on branch: Int) {
    var left: [ClosedRange<Int>] = []
    for run in runs(of: branch) {
      if run.lowerBound < seqs.lowerBound { left.append(run.lowerBound...min(run.upperBound, seqs.lowerBound - 1)) }
      if run.upperBound > seqs.upperBound { left.append(max(run.lowerBound, seqs.upperBound + 1)...run.upperBound) }
    }
    runsOfBranch[branch] = left.isEmpty ? nil : left
  }

  mutating func formUnion(_ other: LineSet) {
    for (branch, runs) in other.runsOfBranch {
      if runsOfBranch[branch] == nil {
        runsOfBranch[branch] = runs
      } else {
        for run in runs { insert(run, on: branch) }
      }
    }
  }

  mutating func subtract(_ other: LineSet) {
    for branch in branches {
      for run in other.runs(of: branch) { remove(run, on: branch) }
    }
  }

  func subtracting(_ other: LineSet) -> LineSet {
    var left = self
    left.subtract(other)
    return left
  }

  func intersection(_ other: LineSet) -> LineSet { subtracting(subtracting(other)) }

  func isSuperset(of other: LineSet) -> Bool { other.subtracting(self).isEmpty }
}
