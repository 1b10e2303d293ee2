import Statistics

/// Columns of several tables over the same things, taken apart into the parts that all their cells are sums of.
///
/// A part is all things that stand in the same cells of every table and are the same to every indicator. Parts that
/// nobody is in are parts too, where others in the same cells show that somebody could be: a reader cannot know.
struct PartSystem {
  /// There are more parts than can be looked through.
  struct TooLarge: Error, Equatable {}

  /// The sums of one cell.
  struct Sums {
    /// All that count.
    var n: Int
    /// Those in the numerator, and the others; nil where the figure is no share.
    var hit: Int?
    var rest: Int?
  }

  /// What is known of a cell beside its counts.
  struct Facts {
    /// Young people behind it, as far as they were counted: up to the number that `init` was given.
    var persons = Set<Int32>()
    var pooledCount = 0
    var lowest = Double.infinity
    var highest = -Double.infinity
  }

  static let largestPartCount = 20_000

  private(set) var parts: [Int] = []
  private(set) var sums: [[Int]] = []
  private var sumOfParts: [[Int]: Int] = [:]
  /// By column, the sums of each cell and of each total that its cells add to.
  private(set) var cells: [[CellKey: Sums]] = []
  private(set) var facts: [[CellKey: Facts]] = []

  /// - Parameter personCount: Up to how many young people are counted apart.
  init(_ columns: [GateColumn], personCount: Int) throws(TooLarge) {
    let keys = columns.map { column in column.cells.map { $0.totals(keeping: column.kept) } }
    let (locations, patterns, filled) = Self.sorted(columns)
    let places = try Self.places(locations, patterns, filled, columns)
    var partsOf = [[CellKey: (n: [Int], hit: [Int], rest: [Int])]](repeating: [:], count: columns.count)
    for (location, pattern, count) in places {
      let part = parts.count
      parts.append(count)
      for (column, cell) in locations[location] {
        guard let rowClass = patterns[pattern].first(where: { $0.column == column })?.rowClass,
          rowClass >= RowClass.counted.rawValue
        else { continue }
        for key in keys[column][cell] {
          var entry = partsOf[column].removeValue(forKey: key) ?? ([], [], [])
          // A thing that stands in two cells of a total is in the total once.
          if entry.n.last != part {
            entry.n.append(part)
            if rowClass == RowClass.hit.rawValue { entry.hit.append(part) } else { entry.rest.append(part) }
          }
          partsOf[column][key] = entry
        }
      }
    }
    for (number, column) in columns.enumerated() {
      var own: [CellKey: Sums] = [:]
      for (key, entry) in partsOf[number].sorted(by: { $0.value.n.lexicographicallyPrecedes($1.value.n) }) {
        own[key] =
          column.isShare
          ? Sums(n: sum(entry.n), hit: sum(entry.hit), rest: sum(entry.rest))
          : Sums(n: sum(entry.n), hit: nil, rest: nil)
      }
      cells.append(own)
      facts.append(Self.facts(column, keys[number], personCount))
    }
  }

  /// The number of the sum over these parts, in rising order.
  mutating func sum(_ parts: [Int]) -> Int {
    if let known = sumOfParts[parts] { return known }
    sums.append(parts)
    sumOfParts[parts] = sums.count - 1
    return sums.count - 1
  }

  func total(_ sum: Int) -> Int { sums[sum].reduce(0) { $0 + parts[$1] } }

  /// The parts of one sum that are not in another, where the other lies within it; nil where it does not.
  func difference(_ larger: Int, _ smaller: Int) -> [Int]? {
    let within = Set(sums[larger])
    guard sums[smaller].count < within.count, sums[smaller].allSatisfy(within.contains) else { return nil }
    let taken = Set(sums[smaller])
    return sums[larger].filter { !taken.contains($0) }
  }

  // MARK: Taking apart

  private typealias Location = [(column: Int, cell: Int)]
  private typealias Pattern = [(column: Int, rowClass: UInt8)]
  private typealias Filled = [[Int]: Int]

  /// Where things stand, what they are there, and how many of each there are.
  private static func sorted(_ columns: [GateColumn]) -> ([Location], [Pattern], Filled) {
    var entries: [(space: Int32, column: Int32, cell: Int32, rowClass: UInt8, weight: Int)] = []
    for (number, column) in columns.enumerated() {
      for member in column.members {
        entries.append((member.unit, Int32(truncatingIfNeeded: number), member.cell, member.rowClass, member.weight))
      }
    }
    entries.sort { ($0.space, $0.column, $0.cell) < ($1.space, $1.column, $1.cell) }
    var (locations, patterns) = ([Location](), [Pattern]())
    var (locationOf, patternOf) = ([[Int32]: Int](), [[Int32]: Int]())
    var filled: Filled = [:]
    var start = 0
    while start < entries.count {
      var end = start
      var (place, pattern) = ([Int32](), [Int32]())
      while end < entries.count, entries[end].space == entries[start].space {
        place += [entries[end].column, entries[end].cell]
        let own = [entries[end].column, Int32(entries[end].rowClass)]
        if Array(pattern.suffix(2)) != own { pattern += own }
        end += 1
      }
      let location = number(of: place, &locationOf) {
        locations.append(pairs(place).map { (Int($0), Int($1)) })
      }
      let kind = number(of: pattern, &patternOf) {
        patterns.append(pairs(pattern).map { (Int($0), UInt8(truncatingIfNeeded: $1)) })
      }
      filled[[location, kind], default: 0] += entries[start].weight
      start = end
    }
    return (locations, patterns, filled)
  }

  private static func number(of key: [Int32], _ known: inout [[Int32]: Int], _ isNew: () -> Void) -> Int {
    if let number = known[key] { return number }
    known[key] = known.count
    isNew()
    return known.count - 1
  }

  private static func pairs(_ numbers: [Int32]) -> [(Int32, Int32)] {
    stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  /// The parts: where, what, how many; in an order that is always the same.
  private static func places(
    _ locations: [Location],
    _ patterns: [Pattern],
    _ filled: Filled,
    _ columns: [GateColumn]
  ) throws(TooLarge) -> [(location: Int, pattern: Int, count: Int)] {
    let patternsOf = Dictionary(grouping: patterns.indices) { patterns[$0].map(\.column) }
    var all: [(location: Int, pattern: Int, count: Int)] = []
    for (number, location) in locations.enumerated() {
      var distinct: [Int] = []
      for entry in location where distinct.last != entry.column { distinct.append(entry.column) }
      for pattern in patternsOf[distinct] ?? [] {
        all.append((number, pattern, filled[[number, pattern]] ?? 0))
      }
      if all.count > largestPartCount { break }
    }
    if all.count <= largestPartCount { return all }
    // Without the parts that nobody is in more follows, so more is hidden, and nothing less.
    guard filled.count <= largestPartCount else { throw TooLarge() }
    return filled.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key[0], $0.key[1], $0.value) }
  }

  private static func facts(_ column: GateColumn, _ keys: [[CellKey]], _ personCount: Int) -> [CellKey: Facts] {
    var facts: [CellKey: Facts] = [:]
    for member in column.members where member.rowClass >= RowClass.counted.rawValue {
      for key in keys[Int(member.cell)] {
        var own = facts.removeValue(forKey: key) ?? Facts()
        if member.weight != 1 { own.pooledCount += member.weight }
        if member.weight == 1, own.persons.count < personCount { own.persons.insert(member.person) }
        if !member.value.isNaN {
          own.lowest = min(own.lowest, member.value)
          own.highest = max(own.highest, member.value)
        }
        facts[key] = own
      }
    }
    return facts
  }
}
