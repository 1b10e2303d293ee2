/// Some of the parts that do not follow, with the known sums over them; all others stay as they are.
struct Neighbourhood {
  struct Equation {
    let sum: Int
    /// Places in `parts`.
    let unknowns: [Int]
  }

  let parts: [Int]
  let equations: [Equation]
  private let places: [Int: Int]

  /// Sums over more parts than this say little about which of them go together.
  private static let manyParts = 400

  /// A count that can give this much is as good as a larger one.
  private static let enough = 12

  /// All of the parts, which no known sum joins with others.
  init(all parts: [Int], in search: WitnessSearch) { self.init(parts, search) }

  /// Parts around some, so many at most: those with the largest counts that share a known sum with them, and then those
  /// that close circles with what is there.
  init(of start: [Int], in search: WitnessSearch, atMost limit: Int) {
    var chosen = start
    var isChosen = [Bool](repeating: false, count: search.openOf.count)
    for part in start { isChosen[part] = true }
    var isTouched = [Bool](repeating: false, count: search.open.count)
    var touched: [Int] = []
    func take(_ part: Int) {
      if isChosen[part] { return }
      isChosen[part] = true
      chosen.append(part)
      // One of two or three that make a known sum moves only with the others.
      for equation in search.openOf[part] where search.open[equation].parts.count <= 3 {
        for other in search.open[equation].parts { take(other) }
      }
    }
    func touch(_ parts: ArraySlice<Int>) {
      for part in parts {
        for equation in search.openOf[part] where !isTouched[equation] {
          isTouched[equation] = true
          if search.open[equation].parts.count <= Self.manyParts { touched.append(equation) }
        }
      }
    }
    touch(start[...])
    // Half of the room for what can give, shared among the sums there are, and half for closing circles.
    let limit = limit + 2 * start.count
    let each = max(2, limit / 2 / max(1, touched.count))
    for equation in touched {
      for part in search.open[equation].parts.prefix(each) where chosen.count < limit { take(part) }
    }
    touch(chosen[start.count...])
    var shared = [Int](repeating: 0, count: search.openOf.count)
    for _ in 0..<5 where chosen.count < limit {
      var seen: [Int] = []
      for equation in touched {
        for part in search.open[equation].parts where !isChosen[part] {
          if shared[part] == 0 { seen.append(part) }
          shared[part] += 1
        }
      }
      func lacking(_ part: Int) -> Int {
        search.openOf[part].count { !isTouched[$0] && search.open[$0].parts.count <= Self.manyParts }
      }
      // One number each, so that sorting is quick: what it lacks, what it shares, and how much it can give.
      let closing = seen.indices.compactMap { place -> Int? in
        let (part, lacking) = (seen[place], lacking(seen[place]))
        if lacking > 1 { return nil }
        let (shares, count) = (min(shared[part], 0xFF), min(search.counts.parts[part], Self.enough))
        return lacking << 60 | (0xFF - shares) << 48 | (Self.enough - count) << 32 | place
      }.sorted()
      let before = chosen.count
      for key in closing.prefix(max(8, limit / 3)) where chosen.count < limit { take(seen[key & 0xFFFF_FFFF]) }
      for part in seen { shared[part] = 0 }
      if chosen.count == before { break }
      touch(chosen[before...])
    }
    self.init(Self.movable(chosen, search), search)
  }

  private init(_ parts: [Int], _ search: WitnessSearch) {
    self.parts = parts
    let places = Dictionary(zip(parts, parts.indices)) { first, _ in first }
    self.places = places
    var unknowns = [[Int]](repeating: [], count: search.open.count)
    for (place, part) in parts.enumerated() {
      for equation in search.openOf[part] { unknowns[equation].append(place) }
    }
    var seen = Set<[Int]>()
    equations = unknowns.indices.compactMap { number in
      guard !unknowns[number].isEmpty, seen.insert(unknowns[number]).inserted else { return nil }
      return Equation(sum: search.open[number].sum, unknowns: unknowns[number])
    }
  }

  /// Without those that are alone in a known sum, and so cannot move.
  private static func movable(_ parts: [Int], _ search: WitnessSearch) -> [Int] {
    var isLeft = [Bool](repeating: false, count: search.openOf.count)
    var members = [Int](repeating: 0, count: search.open.count)
    for part in parts {
      isLeft[part] = true
      for equation in search.openOf[part] { members[equation] += 1 }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for part in parts where isLeft[part] && search.openOf[part].contains(where: { members[$0] == 1 }) {
        isLeft[part] = false
        hasChanged = true
        for equation in search.openOf[part] { members[equation] -= 1 }
      }
    }
    return parts.filter { isLeft[$0] }.sorted()
  }

  /// The places of those of the parts that are here.
  func unknowns(of parts: [Int]) -> [Int] { parts.compactMap { places[$0] } }

  /// Whether the counts are at least 0 and give every known sum its number.
  func fits(_ found: [Int], _ counts: LinkedCounts) -> Bool {
    found.allSatisfy { $0 >= 0 }
      && equations.allSatisfy { equation in
        var change = 0
        for unknown in equation.unknowns {
          let (own, isTooLarge) = found[unknown].subtractingReportingOverflow(counts.parts[parts[unknown]])
          let (next, hasOverflown) = change.addingReportingOverflow(own)
          if isTooLarge || hasOverflown { return false }
          change = next
        }
        return change == 0
      }
  }
}
