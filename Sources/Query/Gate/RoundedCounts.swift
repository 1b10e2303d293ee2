import Statistics

/// Counts of which readers know what was given rounded, and no more.
///
/// A count between two numbers is a sum with one part more, for what it lacks of the larger. Shares of the same things are
/// one of several sets of counts that would be the same shares, with one part for each set: 1 for the true one, 0 for the
/// others. So what is not known becomes parts that nobody knows, and readers of rounded numbers are readers of exact ones
/// who have more parts before them.
struct RoundedCounts {
  private(set) var parts: [Int]
  /// Those of the system, under their own numbers, and then what is known.
  private(set) var sums: [[Int]]
  private var knownOf: [GivenCount: [Int]] = [:]
  private var knownOfShares: [[Int]: [Int]] = [:]

  /// How many other sets of counts are thought of, and how far away. Readers can think of more; who thinks of fewer hides
  /// no less.
  private static let (mostSets, farthest) = (12, 500)

  init(_ system: PartSystem) { (parts, sums) = (system.parts, system.sums) }

  /// The numbers of the sums that readers know by what was given.
  mutating func known(by given: Set<GivenCount>) -> [Int] {
    var known: [Int] = []
    var hits: [Int: [Int]] = [:]
    for one in given.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) }) {
      switch one {
      case .between(let sum, let least, let most):
        let own = knownOf[one] ?? between(sum, least, most)
        knownOf[one] = own
        known += own
      case .share(let all, let hit): hits[all, default: []].append(hit)
      }
    }
    for (all, hits) in hits.sorted(by: { $0.key < $1.key }) {
      let own = knownOfShares[[all] + hits] ?? shares(hits, of: all)
      knownOfShares[[all] + hits] = own
      known += own
    }
    return known.sorted()
  }

  private func total(_ sum: Int) -> Int { sums[sum].reduce(0) { $0 + parts[$1] } }

  private mutating func part(_ count: Int) -> Int {
    parts.append(count)
    return parts.count - 1
  }

  private mutating func sum(_ parts: [Int]) -> Int {
    sums.append(parts)
    return sums.count - 1
  }

  private mutating func between(_ sum: Int, _ least: Int, _ most: Int) -> [Int] {
    let own = total(sum)
    guard least < most, (least...most).contains(own) else { return [sum] }
    let (lacking, over) = (part(most - own), part(own - least))
    return [self.sum(sums[sum] + [lacking]), self.sum([lacking, over])]
  }

  private mutating func shares(_ hits: [Int], of all: Int) -> [Int] {
    let own = [total(all)] + hits.map(total)
    let others = Self.sets(like: own)
    if others.isEmpty { return [all] + hits }
    var choices = [part(1)]
    var equations = ([all] + hits).map { sums[$0] }
    var known: [Int] = []
    for other in others {
      let (chosen, rest) = (part(0), part(1))
      choices.append(chosen)
      known.append(sum([chosen, rest]))
      for place in own.indices {
        // What is less is made up for where the set is chosen, and what is more where it is not.
        let more = other[place] - own[place]
        equations[place] += [Int](repeating: more < 0 ? chosen : rest, count: abs(more))
      }
    }
    return known + [sum(choices)] + equations.map { sum($0) }
  }

  /// Other numbers of all with numerators that would be given as the same shares.
  private static func sets(like own: [Int]) -> [[Int]] {
    func percent(_ hit: Int, _ all: Int) -> Int? { ExactRatio(hit, of: all)?.percentDigits(places: 1) }
    let all = own[0]
    let same = AtLeast.same(all).clamped(to: all - farthest...all + farthest)
    let given = own.dropFirst().map { percent($0, all) }
    let sets = same.filter { $0 != all }.compactMap { other -> [Int]? in
      var set = [other]
      for (hit, given) in zip(own.dropFirst(), given) {
        let middle = Int((Double(hit) * Double(other) / Double(all)).rounded())
        guard let found = [middle, middle - 1, middle + 1].first(where: { $0 >= 0 && percent($0, other) == given })
        else { return nil }
        set.append(found)
      }
      return set
    }
    if sets.count <= mostSets { return sets }
    return (0..<mostSets).map { sets[$0 * (sets.count - 1) / (mostSets - 1)] }
  }
}
