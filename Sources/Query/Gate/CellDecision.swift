import Statistics

/// Which cells of the tables over one space may be told.
///
/// Decided as if whatever is told were told exactly, so that rounding comes on top, and as if every total over a
/// dimension of the question were told as well, unless it is too small itself: readers ask for those.
struct CellDecision {
  /// A table that came out before, with what it told.
  struct Earlier {
    let table: GateTable
    /// By definition and sorted key; several where the same question was exported more than once.
    let told: [String: [CellKey: [EarlierRelease.Cell]]]
    let reference: String
  }

  private struct Item {
    let key: CellKey
    let sums: [Int]
    /// How many dimensions it is a total over.
    let totalOver: Int
    let dependsOn: Int?
    /// What readers are told by it.
    var given: Set<GivenCount> = []
  }

  private let policy: ReleasePolicy
  private let columns: [GateColumn]
  private let ownCount: Int
  private let width: Int
  private var system: PartSystem
  private var items: [Item] = []
  private var numbers: [[Int]: Int] = [:]
  private var primary: [Int: SuppressionReason] = [:]
  private var guards = Set<CellProtection.Guarded>()
  private var reasons: [Int: SuppressionReason] = [:]
  /// What earlier exports told.
  private var givenBefore = Set<GivenCount>()

  private var rule: SmallCellRule { policy.rule }

  /// - Parameters:
  ///   - own: The columns of the table that is asked for.
  ///   - width: How many dimensions its cells have.
  /// - Throws: `PartSystem.TooLarge`.
  init(
    _ own: [GateColumn],
    width: Int,
    earlier: [(columns: [GateColumn], release: Earlier)],
    _ policy: ReleasePolicy
  ) throws(PartSystem.TooLarge) {
    self.policy = policy
    self.width = width
    columns = own + earlier.flatMap(\.columns)
    ownCount = own.count
    system = try PartSystem(columns, personCount: policy.rule.minimum)
    for number in own.indices { addOwn(number) }
    addNestedDifferences()
    var (known, changed) = (Set<Int>(), Set<CellProtection.Guarded>())
    var unchanged = Set<Int>()
    var first = own.count
    for (columns, release) in earlier {
      for number in first..<first + columns.count { addEarlier(number, release, &known, &unchanged, &changed) }
      first += columns.count
    }
    addDifferences(from: known)
    decide(known: known, unchanged: unchanged, changed: changed)
  }

  // MARK: What must not be told

  private mutating func addOwn(_ number: Int) {
    for (key, sums) in ordered(system.cells[number]) {
      let total = width - key.parts.count
      let count = system.total(sums.n)
      let n = item(key, [sums.n], total, nil)
      items[n].given.insert(.all(sums.n, count, isCount: columns[number].isCount, policy.level))
      if let reason = reasonForAll(number, key, sums) { primary[n] = primary[n] ?? reason }
      guard let hit = sums.hit, let rest = sums.rest else { continue }
      let share = item(key, [hit, rest], total, n)
      items[share].given.insert(.numerator(hit, system.total(hit), of: sums.n, policy.level))
      if let reason = guardShare(sums.n, hit, rest) { primary[share] = primary[share] ?? reason }
    }
  }

  private func ordered(_ cells: [CellKey: PartSystem.Sums]) -> [(CellKey, PartSystem.Sums)] {
    cells.sorted { $0.value.n < $1.value.n }.map { ($0.key, $0.value) }
  }

  private mutating func item(_ key: CellKey, _ sums: [Int], _ totalOver: Int, _ dependsOn: Int?) -> Int {
    let name = [totalOver] + sums
    if let known = numbers[name] { return known }
    items.append(Item(key: key, sums: sums, totalOver: totalOver, dependsOn: dependsOn))
    numbers[name] = items.count - 1
    return items.count - 1
  }

  /// Why nothing of a cell is told, with what must stay possible.
  private mutating func reasonForAll(_ column: Int, _ key: CellKey, _ sums: PartSystem.Sums) -> SuppressionReason? {
    let count = system.total(sums.n)
    guard count > 0 else { return nil }
    if count < rule.minimum {
      protect(sums.n, rule.minimum)
      return .small
    }
    guard let facts = system.facts[column][key], !isReported(column) else { return nil }
    let isOfFew = facts.persons.count + facts.pooledCount < rule.minimum
    let isSame = facts.lowest == facts.highest && count < rule.smallGroup
    guard isOfFew || isSame else { return nil }
    protect(sums.n, count + 1)
    return isOfFew ? .small : .wholeGroup
  }

  private func isReported(_ column: Int) -> Bool {
    if case .reported = columns[column].space { return true }
    return false
  }

  private mutating func guardShare(_ n: Int, _ hit: Int, _ rest: Int) -> SuppressionReason? {
    let (all, hits) = (system.total(n), system.total(hit))
    guard let reason = rule.reason(toHide: hits, of: all) ?? rule.reason(toHide: all - hits, of: all) else {
      return nil
    }
    for sum in [hit, rest] where system.total(sum) < rule.minimum && all > 0 { protect(sum, rule.minimum) }
    return SuppressionReason(rule.reason(toHide: hits, of: all) ?? reason)
  }

  private mutating func protect(_ sum: Int, _ target: Int) {
    // Of no part nothing can be said.
    if !system.sums[sum].isEmpty { guards.insert(CellProtection.Guarded(sum, couldBe: target)) }
  }

  /// Two indicators of the same cell, the one within the other: what is between them is a count too.
  private mutating func addNestedDifferences() {
    var sumsOf: [CellKey: Set<Int>] = [:]
    for cells in system.cells.prefix(ownCount) {
      for (key, sums) in cells { sumsOf[key, default: []].formUnion([sums.n, sums.hit, sums.rest].compactMap { $0 }) }
    }
    for sums in sumsOf.values {
      let sums = sums.sorted()
      for larger in sums {
        for smaller in sums where smaller != larger { addDifference(larger, smaller) }
      }
    }
  }

  private mutating func addDifference(_ larger: Int, _ smaller: Int) {
    let difference = system.total(larger) - system.total(smaller)
    guard difference > 0, difference < rule.minimum, let parts = system.difference(larger, smaller) else { return }
    protect(system.sum(parts), rule.minimum)
  }

  // MARK: What was told before

  private mutating func addEarlier(
    _ number: Int,
    _ release: Earlier,
    _ known: inout Set<Int>,
    _ unchanged: inout Set<Int>,
    _ changed: inout Set<CellProtection.Guarded>
  ) {
    let definition = release.table.query.indicators[columns[number].indicator].definition
    let told = release.told[definition] ?? [:]
    let full = columns[number].cells.first?.parts.count ?? 0
    for (key, sums) in ordered(system.cells[number]) where key.parts.count == full {
      guard let cells = told[key.sorted] else {
        // It was not told then, and is not to follow now.
        _ = reasonForAll(number, key, sums)
        if let hit = sums.hit, let rest = sums.rest { _ = guardShare(sums.n, hit, rest) }
        continue
      }
      for cell in cells {
        let all = system.total(sums.n)
        compare(sums.n, cell.n, isSmall: isSmall(all - cell.n, of: nil), &known, &unchanged, &changed)
        if known.contains(sums.n) {
          givenBefore.insert(.all(sums.n, all, isCount: columns[number].isCount, cell.level))
        }
        guard let hit = sums.hit, let rest = sums.rest else { continue }
        guard let then = cell.hit else {
          _ = guardShare(sums.n, hit, rest)
          continue
        }
        let more = system.total(hit) - then
        let isShareSmall =
          isSmall(more, of: all - cell.n) || isSmall(all - cell.n - more, of: all - cell.n)
        compare(hit, then, isSmall: isShareSmall, &known, &unchanged, &changed)
        compare(rest, cell.n - then, isSmall: isShareSmall, &known, &unchanged, &changed)
        if known.isSuperset(of: [sums.n, hit]) {
          givenBefore.insert(.numerator(hit, system.total(hit), of: sums.n, cell.level))
        }
      }
    }
  }

  /// Whether so many more or fewer point at somebody.
  private func isSmall(_ change: Int, of all: Int?) -> Bool {
    if change != 0, abs(change) < rule.minimum { return true }
    guard let all, all != 0 else { return false }
    return abs(all) < rule.smallGroup && (change == 0 || change == all)
  }

  private func compare(
    _ sum: Int,
    _ then: Int,
    isSmall: Bool,
    _ known: inout Set<Int>,
    _ unchanged: inout Set<Int>,
    _ changed: inout Set<CellProtection.Guarded>
  ) {
    if system.total(sum) == then {
      known.insert(sum)
      unchanged.insert(sum)
    } else if isSmall {
      // As if nothing had changed, for what else follows; and what it is now must not be found.
      known.insert(sum)
      if !system.sums[sum].isEmpty {
        changed.insert(CellProtection.Guarded(sum, couldBe: max(then, system.total(sum)) + rule.minimum))
      }
    }
  }

  /// A cell of this table within one of an earlier one, or the other way round.
  private mutating func addDifferences(from known: Set<Int>) {
    let own = Set(items.flatMap(\.sums))
    for one in known.sorted() {
      for other in own.sorted() where other != one {
        addDifference(one, other)
        addDifference(other, one)
      }
    }
  }

  // MARK: Decision

  private mutating func decide(known: Set<Int>, unchanged: Set<Int>, changed: Set<CellProtection.Guarded>) {
    guard let counts = LinkedCounts(system.parts, sums: system.sums) else {
      for item in items.indices { reasons[item] = .unaccounted }
      return
    }
    func price(_ item: Int) -> (Int, Int, Int, Int) {
      let count = items[item].sums.map(counts.total).min() ?? 0
      return (items[item].totalOver, count == 0 ? 1 : 0, count, item)
    }
    let order = items.indices.sorted { price($0) < price($1) }
    let place = Dictionary(zip(order, order.indices)) { first, _ in first }
    var dependents: [Int: [Int]] = [:]
    for item in items.indices {
      if let other = items[item].dependsOn, let own = place[item] { dependents[other, default: []].append(own) }
    }
    let cells = order.map { CellProtection.Cell(items[$0].sums, dependents: dependents[$0] ?? []) }
    let small = Set(primary.keys.compactMap { place[$0] })
    func sorted(_ guards: Set<CellProtection.Guarded>) -> [CellProtection.Guarded] {
      guards.sorted { ($0.sum, $0.target) < ($1.sum, $1.target) }
    }
    let ofChanges = CellProtection(
      counts, cells: cells, known: unchanged.sorted(), guarding: sorted(changed), hidden: small)
    let alone = CellProtection(counts, cells: cells, guarding: sorted(guards), hidden: small)
    let all =
      known.isEmpty && changed.isEmpty
      ? alone
      : CellProtection(
        counts, cells: cells, known: known.sorted(), guarding: sorted(guards),
        hidden: alone.hidden.union(ofChanges.hidden))
    let hidden = roundedly(all, order, dependents)
    for hidden in hidden {
      let item = order[hidden]
      let depends = items[item].dependsOn.flatMap { primary[$0] }
      reasons[item] = primary[item] ?? depends ?? (alone.hidden.contains(hidden) ? .secondary : .earlier)
    }
  }

  /// What is hidden for sums that earlier numbers would give away if they were exact: those are guarded from readers who
  /// know them as they were rounded, and up to what they can still be.
  private func roundedly(_ exact: CellProtection, _ order: [Int], _ dependents: [Int: [Int]]) -> Set<Int> {
    if exact.exposed.isEmpty { return exact.hidden }
    var rounded = RoundedCounts(system)
    let known = rounded.known(by: givenBefore)
    let cells = order.enumerated().map { place, item in
      CellProtection.Cell(
        rounded.known(by: items[item].given), dependents: dependents[place] ?? [])
    }
    guard let counts = LinkedCounts(rounded.parts, sums: rounded.sums) else { return Set(order.indices) }
    return CellProtection(
      counts, cells: cells, known: known, guarding: exact.exposed, orLess: true, hidden: exact.hidden
    ).hidden
  }

  // MARK: Asking

  /// What is known of a cell of the table, in whole numbers; nil where nothing is behind it.
  struct Answer {
    let n: Int
    let hit: Int?
    /// Why the number of all is not told, and then nothing is.
    let reasonForAll: SuppressionReason?
    let reasonForShare: SuppressionReason?

    /// The one to give: what a cell is hidden for by itself comes before what it is hidden for because of others.
    var reason: SuppressionReason? {
      let both = [reasonForAll, reasonForShare].compactMap { $0 }
      return both.first { $0 != .secondary && $0 != .earlier } ?? both.first
    }
  }

  func answer(_ indicator: Int, _ key: CellKey) -> Answer? {
    for number in 0..<ownCount where columns[number].indicator == indicator {
      guard let sums = system.cells[number][key] else { continue }
      let total = width - key.parts.count
      let ofAll = numbers[[total, sums.n]].flatMap { reasons[$0] }
      var ofShare: SuppressionReason?
      if let hit = sums.hit, let rest = sums.rest { ofShare = numbers[[total, hit, rest]].flatMap { reasons[$0] } }
      return Answer(
        n: system.total(sums.n), hit: sums.hit.map(system.total), reasonForAll: ofAll, reasonForShare: ofShare)
    }
    return nil
  }
}
