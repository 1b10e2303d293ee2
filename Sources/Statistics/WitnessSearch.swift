/// What readers of some sums cannot rule out.
///
/// A hidden sum is safe when other counts exist that give every known sum its number, and this one a number that points
/// at nobody. Such counts are a witness. They are looked for by linear programming and believed only when they add up in
/// whole numbers, so a sum that is called safe is; one that is not may be safe all the same.
///
/// Counts that differ in a few parts near the sum are tried first (`Neighbourhood`): that costs as much in a large table
/// as in a small one, and mostly suffices.
struct WitnessSearch {
  enum Answer {
    case safe(Witness)
    /// The known sums that rule it out, or keep it from being found.
    case bounded(by: [Int])
  }

  /// A known sum over parts that do not follow, without those that do.
  struct Equation {
    let sum: Int
    /// The largest first.
    let parts: [Int]
  }

  let counts: LinkedCounts
  private let known: [Int]
  /// Per part, the known sum that gives it away; nil while it does not follow.
  private var fixer: [Int?]
  private(set) var open: [Equation] = []
  /// Per part, the numbers of those of `open` that it is in.
  private(set) var openOf: [[Int]]

  /// Up to so many steps of a run over all parts that hang together, they are looked at in one go.
  private static let fewSteps = 400_000_000
  /// How many parts are looked at around a sum, first and last.
  private static let reaches = [40, 160]

  /// - Parameter known: The numbers of the sums that readers know.
  init(_ counts: LinkedCounts, known: [Int]) {
    self.counts = counts
    self.known = known
    fixer = [Int?](repeating: nil, count: counts.parts.count)
    openOf = [[Int]](repeating: [], count: counts.parts.count)
    fix()
    var seen = Set<[Int]>()
    for sum in known {
      let parts = openParts(of: sum)
      guard !parts.isEmpty, seen.insert(parts).inserted else { continue }
      append(sum, parts)
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

  /// The parts of a sum that do not follow from the known ones, in rising order.
  func openParts(of sum: Int) -> [Int] { counts.sums[sum].filter { fixer[$0] == nil } }

  private mutating func append(_ sum: Int, _ parts: [Int]) {
    for part in parts { openOf[part].append(open.count) }
    open.append(Equation(sum: sum, parts: parts.sorted { (-counts.parts[$0], $0) < (-counts.parts[$1], $1) }))
  }

  // MARK: More that is known

  /// Has readers know more sums; what follows from them at once is not worked out anew.
  mutating func add(_ sums: [Int]) {
    for sum in sums { append(sum, openParts(of: sum)) }
  }

  /// Takes back the last that were added.
  mutating func removeLast(_ count: Int) {
    for _ in 0..<min(count, open.count) {
      for part in open.removeLast().parts { openOf[part].removeLast() }
    }
  }

  // MARK: Asking

  /// For each of the sums, whether it could be at least its target.
  ///
  /// - Parameter isThorough: Whether to look at all parts that hang together before a sum is called bounded. Without it
  ///   some that are not are called so, and the known sums that are given are those nearby.
  /// - Complexity: With it one run of the simplex method over all parts that hang together, and mostly few steps more for
  ///   each sum; without it a small run for each sum that no witness of the pool settles.
  func answers(
    _ wanted: [(sum: Int, target: Int)], _ pool: inout WitnessPool, isThorough: Bool
  ) -> [Answer] {
    var answers = [Answer?](repeating: nil, count: wanted.count)
    var groups = Components(counts.parts.count)
    for equation in open { groups.join(equation.parts) }
    var left: [Int: [Int]] = [:]
    for (place, (sum, target)) in wanted.enumerated() {
      answers[place] = atOnce(sum, target)
      if answers[place] != nil { continue }
      // Parts that only this sum holds together are looked at together.
      let parts = openParts(of: sum)
      groups.join(parts)
      left[place] = parts
    }
    var sizes: [Int: (parts: Int, equations: Int)] = [:]
    for part in fixer.indices where fixer[part] == nil && !openOf[part].isEmpty {
      sizes[groups.root(part), default: (0, 0)].parts += 1
    }
    for part in open.compactMap(\.parts.first) { sizes[groups.root(part), default: (0, 0)].equations += 1 }
    for place in left.keys.sorted() {
      let size = sizes[groups.root(left[place]?.first ?? 0)] ?? (0, 0)
      let steps = size.equations * size.equations * (size.equations + size.parts)
      if steps > Self.fewSteps { answers[place] = nearby(wanted[place].sum, wanted[place].target, &pool) }
    }
    let unsettled = left.keys.sorted().filter { place in
      guard case .bounded? = answers[place] else { return answers[place] == nil }
      return isThorough
    }
    for (root, places) in Dictionary(grouping: unsettled, by: { groups.root(left[$0]?.first ?? 0) }) {
      let parts = counts.parts.indices.filter { fixer[$0] == nil && !openOf[$0].isEmpty && groups.root($0) == root }
      settle(places, wanted, parts: parts, &answers, &pool)
    }
    return answers.map { $0 ?? .bounded(by: []) }
  }

  /// What needs no search; nil for what does.
  private func atOnce(_ sum: Int, _ target: Int) -> Answer? {
    let lacking = target - counts.total(sum)
    if lacking <= 0 { return .safe(Witness(changes: [])) }
    let parts = openParts(of: sum)
    if parts.isEmpty { return .bounded(by: support(counts.sums[sum].compactMap { fixer[$0] })) }
    guard let free = parts.first(where: { openOf[$0].isEmpty }) else { return nil }
    return .safe(Witness(changes: [(free, lacking)]))
  }

  /// Looks for counts that differ only around the sum.
  func nearby(_ sum: Int, _ target: Int, _ pool: inout WitnessPool) -> Answer {
    if let answer = atOnce(sum, target) { return answer }
    let parts = openParts(of: sum)
    if let witness = pool.first(raising: counts.sums[sum], by: target - counts.total(sum), where: { _ in true }) {
      return .safe(witness)
    }
    var answer = Answer.bounded(by: support(parts.flatMap { openOf[$0].map { open[$0].sum } }))
    for reach in Self.reaches {
      let near = Neighbourhood(of: parts, in: self, atMost: reach)
      guard !near.unknowns(of: parts).isEmpty else { continue }
      var tableau = WitnessTableau(near.equations.map(\.unknowns), counts: near.parts.map { counts.parts[$0] })
      answer = reached(sum, target, near, &tableau)
      guard case .safe(let witness) = answer else { continue }
      pool.add(witness)
      break
    }
    return answer
  }

  /// Moves the counts of some parts until the sum is large enough.
  private func reached(
    _ sum: Int, _ target: Int, _ near: Neighbourhood, _ tableau: inout WitnessTableau
  ) -> Answer {
    let over = near.unknowns(of: counts.sums[sum])
    let rest = target - counts.total(sum) + over.reduce(0) { $0 + counts.parts[near.parts[$1]] }
    switch tableau.reach(rest, over: over, { near.fits($0, counts) }) {
    case .found(let found):
      let changes = near.parts.indices.map { (part: near.parts[$0], change: found[$0] - counts.parts[near.parts[$0]]) }
      return .safe(Witness(changes: changes.filter { $0.change != 0 }))
    case .bounded(let binding):
      let fixers = counts.sums[sum].compactMap { fixer[$0] }
      return .bounded(by: support(binding.map { near.equations[$0].sum } + fixers))
    }
  }

  /// Settles what is asked of all parts that hang together.
  private func settle(
    _ places: [Int], _ wanted: [(sum: Int, target: Int)], parts: [Int], _ answers: inout [Answer?],
    _ pool: inout WitnessPool
  ) {
    let near = Neighbourhood(all: parts, in: self)
    var tableau = WitnessTableau(near.equations.map(\.unknowns), counts: parts.map { counts.parts[$0] })
    for place in places {
      let (sum, target) = wanted[place]
      let lacking = target - counts.total(sum)
      if let witness = pool.first(raising: counts.sums[sum], by: lacking, where: { _ in true }) {
        answers[place] = .safe(witness)
        continue
      }
      let answer = reached(sum, target, near, &tableau)
      if case .safe(let witness) = answer { pool.add(witness) }
      answers[place] = answer
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
