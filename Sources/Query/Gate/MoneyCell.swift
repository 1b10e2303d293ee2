import Projection

/// A sum that aanbieders contribute to, so that it could tell a competitor what one of them gets.
struct MoneyCell {
  let indicator: Int
  let row: Int
  /// By code of the aanbieder, what it adds, in cents or hundredths.
  let amounts: [Int32: Int]
  /// What comes from no aanbieder: budgets are public.
  let others: Int
  /// Whether it is not known which amounts are behind it: those of a row without a period.
  var isUnaccounted = false

  static let fewestAanbieders = 3
  /// Above this part of the sum, in percent, it says what the largest one gets.
  static let largestShare = 85

  /// Whether it must be hidden.
  var isDominated: Bool {
    if isUnaccounted { return true }
    let contributed = amounts.values.filter { $0 != 0 }
    guard !contributed.isEmpty else { return false }
    if contributed.count < Self.fewestAanbieders || contributed.contains(where: { $0 < 0 }) || others < 0 {
      return true
    }
    let total = contributed.reduce(0.0) { $0 + Double($1) }
    return Double(contributed.max() ?? 0) * 100 > total * Double(Self.largestShare)
  }
}

extension Evaluation {
  /// The sums of an indicator that is made of amounts, one a row of the answer; empty for others.
  mutating func moneyCells(_ place: Int, _ result: QueryResult) throws(QueryError) -> [MoneyCell] {
    let indicator = query.indicators[place]
    switch indicator.measure {
    case .sum where indicator.unit != .trajecten: break
    case .ratio, .depletion: break
    default: return []
    }
    let aanbieders = cases.codes(.aanbieder, of: .rows(indicator.table))
    let lines = cases.facts(indicator.table).lines
    let rowOfLine = Dictionary(zip(lines, lines.indices)) { first, _ in first }
    var all: [MoneyCell] = []
    for (number, row) in result.rows.enumerated() {
      let narrowed = query.narrowed(to: row, of: result).for(indicator)
      let provenance = try narrowed.provenance(of: indicator, on: cases.shared)
      var (amounts, others) = ([Int32: Int](), 0)
      for (index, line) in provenance.counted.enumerated() {
        let value = provenance.values.indices.contains(index) ? provenance.values[index] : 0
        let cents = Int(exactly: (value * 100).rounded()) ?? -1
        let code = rowOfLine[line].map { aanbieders[$0] } ?? -1
        if code >= 0 { amounts[code, default: 0] &+= cents } else { others &+= cents }
      }
      let isUnaccounted = zip(result.dimensions, row.keys).contains { $0.isTime && $1 == nil }
      all.append(
        MoneyCell(
          indicator: place, row: number, amounts: amounts, others: others, isUnaccounted: isUnaccounted))
    }
    return all
  }
}
