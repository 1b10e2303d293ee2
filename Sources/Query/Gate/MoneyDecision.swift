import Statistics

/// Which sums of money may be told: none that fewer than three aanbieders make up, or one for more than 85 %, and none
/// that would give such a sum away by a total.
///
/// A hidden sum could be at least 15 % larger, as far as a reader of the others and of all totals can tell.
struct MoneyDecision {
  /// Rows of the answer whose sum is hidden, with the reason.
  let reasons: [Int: SuppressionReason]

  /// - Parameters:
  ///   - cells: Those of one indicator.
  ///   - addsUp: Whether the sums of rows make that of their total; what was spent since the year began does not.
  init(_ cells: [MoneyCell], keys: [CellKey], addsUp: Bool) {
    var reasons: [Int: SuppressionReason] = [:]
    for cell in cells where cell.isDominated { reasons[cell.row] = .dominated }
    self.reasons = addsUp ? Self.withTotals(cells, keys, reasons) : reasons
  }

  private static func withTotals(
    _ cells: [MoneyCell],
    _ keys: [CellKey],
    _ primary: [Int: SuppressionReason]
  ) -> [Int: SuppressionReason] {
    guard !primary.isEmpty else { return primary }
    let amounts = cells.map { max(0, $0.others + $0.amounts.values.reduce(0, &+)) }
    var rowsOf: [CellKey: [Int]] = [:]
    for (place, key) in keys.enumerated() {
      for total in key.totals(keeping: []) { rowsOf[total, default: []].append(place) }
    }
    let width = keys.first?.parts.count ?? 0
    let totals = rowsOf.filter { $0.key.parts.count < width }.map { ($0.key, $0.value) }
      .sorted { ours, theirs in
        ours.0.parts.count == theirs.0.parts.count
          ? ours.1.lexicographicallyPrecedes(theirs.1) : ours.0.parts.count > theirs.0.parts.count
      }
    let sums = cells.indices.map { [$0] } + totals.map(\.1)
    guard let counts = LinkedCounts(amounts, sums: sums) else {
      return Dictionary(cells.map { ($0.row, .unaccounted) }) { first, _ in first }
    }
    let rows = cells.indices.sorted { (amounts[$0], $0) < (amounts[$1], $1) }
    let hidden = Set(rows.indices.filter { primary[cells[rows[$0]].row] != nil })
    // Totals over the rows: those that one aanbieder makes up are hidden themselves.
    let items = rows.map { CellProtection.Cell([$0]) } + totals.indices.map { CellProtection.Cell([cells.count + $0]) }
    let dominated = totals.indices.filter { isDominated(totals[$0].1, cells) }
    let guards = hidden.sorted().map { place in
      CellProtection.Guarded(rows[place], couldBe: amounts[rows[place]] / 100 * 115 + 1)
    }
    let found = CellProtection(
      counts, cells: items, guarding: guards, hidden: hidden.union(dominated.map { rows.count + $0 }))
    var reasons = primary
    for place in found.hidden where place < rows.count {
      let row = cells[rows[place]].row
      reasons[row] = reasons[row] ?? .secondary
    }
    return reasons
  }

  private static func isDominated(_ rows: [Int], _ cells: [MoneyCell]) -> Bool {
    var amounts: [Int32: Int] = [:]
    for row in rows { amounts.merge(cells[row].amounts) { $0 &+ $1 } }
    return MoneyCell(indicator: 0, row: 0, amounts: amounts, others: 0).isDominated
  }
}
