/// A system of linear equations with integer coefficients, solved as far as it can be, without rounding.
///
/// Gauss and Jordan's elimination, in which rows are multiplied instead of divided and then freed of common factors.
/// Afterwards an unknown is determined exactly when its row has no other unknown: the solution set is a flat, and only
/// coordinates that are constant on it can be computed from the equations.
struct IntegerElimination {
  /// A row without unknowns that are leading in another row: `Σ coefficients·x = constant`, with a leading coefficient
  /// above 0.
  struct Row {
    let leading: Int
    let coefficients: [Int]
    let constant: Int
  }

  let unknownCount: Int
  let rows: [Row]
  /// Whether the equations contradict each other; `rows` then says nothing.
  let isContradictory: Bool

  /// Nil when an intermediate number does not fit an integer: then nothing is known.
  ///
  /// - Parameter equations: Each with `unknownCount` coefficients, then the constant; others are left out.
  /// - Complexity: O(*m*²·*k*) for *m* equations in *k* unknowns at worst; sparse equations take far less.
  init?(_ equations: [[Int]], unknownCount: Int) {
    var matrix = equations.filter { $0.count == unknownCount + 1 }
    var leading: [Int] = []
    for column in 0..<unknownCount where leading.count < matrix.count {
      let rank = leading.count
      guard let found = matrix[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
      matrix.swapAt(rank, found)
      guard Self.reduce(&matrix[rank], leading: column) else { return nil }
      let pivotRow = matrix[rank]
      let filled = pivotRow.indices.filter { pivotRow[$0] != 0 }
      for row in matrix.indices where row != rank && matrix[row][column] != 0 {
        guard Self.eliminate(column, from: &matrix[row], with: pivotRow, filled) else { return nil }
      }
      leading.append(column)
    }
    self.unknownCount = unknownCount
    rows = zip(leading, matrix).map { Row(leading: $0, coefficients: Array($1.dropLast()), constant: $1.last ?? 0) }
    isContradictory = matrix[leading.count...].contains { ($0.last ?? 0) != 0 }
  }

  /// The values of the unknowns that the equations determine, as fractions: `numerator / denominator`.
  var determined: [Int: (numerator: Int, denominator: Int)] {
    var determined: [Int: (numerator: Int, denominator: Int)] = [:]
    for row in rows where row.coefficients.count(where: { $0 != 0 }) == 1 {
      determined[row.leading] = (row.constant, row.coefficients[row.leading])
    }
    return determined
  }

  /// Directions in which a solution can be moved and stay one, each as the changes of the unknowns that change; together
  /// they make up all such directions. Those whose numbers do not fit an integer are left out.
  var directions: [[(unknown: Int, change: Int)]] {
    let leading = Set(rows.map(\.leading))
    return (0..<unknownCount).filter { !leading.contains($0) }.compactMap { free in
      var scale = 1
      let rows = rows.filter { $0.coefficients[free] != 0 }
      for row in rows {
        // The smallest multiple of all leading coefficients keeps every change an integer.
        let factor = row.coefficients[row.leading] / Self.gcd(scale, row.coefficients[row.leading])
        let (product, hasOverflown) = scale.multipliedReportingOverflow(by: factor)
        guard !hasOverflown else { return nil }
        scale = product
      }
      var direction = [(unknown: free, change: scale)]
      for row in rows {
        let (product, hasOverflown) = row.coefficients[free].multipliedReportingOverflow(
          by: scale / row.coefficients[row.leading])
        guard !hasOverflown, product != .min else { return nil }
        direction.append((row.leading, -product))
      }
      return direction
    }
  }

  /// Takes a multiple of the pivot row from `row`, so that it loses `column`; false on overflow.
  private static func eliminate(_ column: Int, from row: inout [Int], with pivot: [Int], _ filled: [Int]) -> Bool {
    let divisor = gcd(pivot[column], row[column])
    let (own, other) = (pivot[column] / divisor, row[column] / divisor)
    if own != 1 {
      for index in row.indices {
        let (product, hasOverflown) = row[index].multipliedReportingOverflow(by: own)
        guard !hasOverflown else { return false }
        row[index] = product
      }
    }
    for index in filled {
      let (product, hasOverflown) = pivot[index].multipliedReportingOverflow(by: other)
      let (difference, hasOverflownToo) = row[index].subtractingReportingOverflow(product)
      guard !hasOverflown, !hasOverflownToo else { return false }
      row[index] = difference
    }
    return own == 1 || reduce(&row, leading: row.firstIndex { $0 != 0 } ?? column)
  }

  /// Divides out what all numbers of the row have in common and makes its leading one positive; false on overflow.
  private static func reduce(_ row: inout [Int], leading: Int) -> Bool {
    var divisor = 0
    for value in row where value != 0 {
      guard value != .min else { return false }
      divisor = gcd(divisor, value)
      if divisor == 1 { break }
    }
    guard divisor > 0 else { return true }
    if row[leading] < 0 { divisor = -divisor }
    guard divisor != 1 else { return true }
    for index in row.indices {
      guard row[index] != .min else { return false }
      row[index] /= divisor
    }
    return true
  }

  /// Of integers other than the smallest one; above 0 unless both are 0.
  private static func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a.magnitude, b.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    return Int(exactly: a) ?? 1
  }
}
