/// What readers of some sums cannot rule out.
///
/// A hidden sum is safe when other counts exist that give every known sum its number, and this one a number that points
/// at nobody. Such counts are a witness. They are looked for by linear programming and believed only when they add up in
/// whole numbers, so a sum that is called safe is; one that is not may be safe all the same.
struct WitnessSearch {
  private let counts: LinkedCounts
  private let known: [Int]
  /// Per part, the known sum that gives it away; nil while it does not follow.
  private var fixer: [Int?]
  /// The known sums over parts that do not follow, without those that do: each one's parts, and which sum it is.
  private var open: [(sum: Int, parts: [Int])] = []
  /// Per part, the numbers of those of `open` that it is in.
  private var openOf: [[Int]]

  /// - Parameter known: The numbers of the sums that readers know.
  init(_ counts: LinkedCounts, known: [Int]) {
    self.counts = counts
    self.known = known
    fixer = [Int?](repeating: nil, count: counts.parts.count)
    openOf = [[Int]](repeating: [], count: counts.parts.count)
    fix()
    var seen = Set<[Int]>()
    for sum in known {
      let parts = counts.sums[sum].filter { fixer[$0] == nil }
      guard !parts.isEmpty, seen.insert(parts).inserted else { continue }
      for part in parts { openOf[part].append(open.count) }
      open.append((sum, parts))
    }
  }

  /// Finds what follows at once: the last part of a sum, and all parts of a sum that comes to nought.
  private mutating func fix() {
    var sumsOf = [[Int]](repeating: [], count: counts.parts.count)
    var (left, rest) = ([Int: Int](), [Int: Int]())
    for sum in known {
      for part in counts.sums[sum] { sumsOf[part].append(sum) }
      (left[sum], rest[sum]) = (counts.sums[sum].count, counts.total(sum))
    }
    var waiting = known
    while let sum = waiting.popLast() {
      guard let unknown = left[sum], unknown > 0, unknown == 1 || rest[sum] == 0 else { continue }
      for part in counts.sums[sum] where fixer[part] == nil {
        fixer[part] = sum
        for other in sumsOf[part] {
          left[other, default: 0] -= 1
          rest[other, default: 0] -= counts.parts[part]
          waiting.append(other)
        }
      }
    }
  }

  /// For each of the sums, whether it could be at least its target: nil, or the known sums that rule it out.
  ///
  /// - Complexity: One run of the simplex method for each sum that is not settled by an earlier one's counts, over the
  ///   parts that hang together with it.
  func obstacles(_ wanted: [(sum: Int, target: Int)]) -> [[Int]?] {
    var answers = [[Int]?](repeating: nil, count: wanted.count)
    var groups = Components(counts.parts.count)
    for (_, parts) in open { groups.join(parts) }
    var unsettled: [Int: [Int]] = [:]
    for (place, (sum, target)) in wanted.enumerated() where counts.total(sum) < target {
      let parts = counts.sums[sum].filter { fixer[$0] == nil }
      if parts.isEmpty {
        answers[place] = support(counts.sums[sum].compactMap { fixer[$0] })
      } else if !parts.contains(where: { openOf[$0].isEmpty }) {
        groups.join(parts)
        unsettled[place] = parts
      }
    }
    let places = Dictionary(grouping: unsettled.keys.sorted()) { groups.root(unsettled[$0]?.first ?? 0) }
    for (root, places) in places {
      let parts = counts.parts.indices.filter { fixer[$0] == nil && !openOf[$0].isEmpty && groups.root($0) == root }
      settle(places, wanted, parts: parts, &answers)
    }
    return answers
  }

  /// Settles what is asked of parts that hang together.
  private func settle(_ places: [Int], _ wanted: [(sum: Int, target: Int)], parts: [Int], _ answers: inout [[Int]?]) {
    let unknowns = Dictionary(zip(parts, parts.indices)) { first, _ in first }
    let used = Set(parts.flatMap { openOf[$0] }).sorted()
    let equations = used.map { open[$0].parts.compactMap { unknowns[$0] } }
    let own = parts.map { counts.parts[$0] }
    let totals = equations.map { equation in equation.reduce(0) { $0 + own[$1] } }
    func fits(_ found: [Int]) -> Bool {
      found.allSatisfy { $0 >= 0 }
        && zip(equations, totals).allSatisfy { equation, total in
          var sum = 0
          for unknown in equation {
            let (next, hasOverflown) = sum.addingReportingOverflow(found[unknown])
            if hasOverflown { return false }
            sum = next
          }
          return sum == total
        }
    }
    var tableau = WitnessTableau(equations, counts: own)
    var witnesses: [[Int]] = []
    for place in places {
      let (sum, target) = wanted[place]
      let over = counts.sums[sum].compactMap { unknowns[$0] }
      let rest = target - counts.sums[sum].reduce(0) { $0 + (fixer[$1] == nil ? 0 : counts.parts[$1]) }
      if witnesses.contains(where: { found in over.reduce(0) { $0 + found[$1] } >= rest }) { continue }
      switch tableau.reach(rest, over: over, fits) {
      case .found(let found): witnesses.append(found)
      case .bounded(let binding):
        let fixers = counts.sums[sum].compactMap { fixer[$0] }
        answers[place] = support(binding.map { open[used[$0]].sum } + fixers)
      }
    }
  }

  /// The sums with those that gave away the parts that were taken out of them.
  private func support(_ sums: [Int]) -> [Int] {
    var found = Set(sums)
    var waiting = sums
    while let sum = waiting.popLast() {
      for part in counts.sums[sum] {
        if let fixer = fixer[part], found.insert(fixer).inserted { waiting.append(fixer) }
      }
    }
    return found.sorted()
  }
}

/// Which parts hang together.
private struct Components {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ part: Int) -> Int {
    var part = part
    while parents[part] != part {
      parents[part] = parents[parents[part]]
      part = parents[part]
    }
    return part
  }

  mutating func join(_ parts: [Int]) {
    guard let first = parts.first else { return }
    for part in parts.dropFirst() { parents[root(part)] = root(first) }
  }
}
