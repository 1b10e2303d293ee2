/// Counts that add up to what is known, moved until a sum of some of them is as large as it can be.
///
/// The simplex method on `A z = b, z ≥ 0`, begun from counts that are known to fit, with floating-point numbers: it only
/// *finds* other counts, and whoever asks checks in integers that they fit. Source: G.B. Dantzig, Linear Programming and
/// Extensions (1963), chapter 5.
struct WitnessTableau {
  private let rowCount: Int
  private let columnCount: Int
  /// Per row: the unknowns, then one column for each equation (what it is multiplied by in this row), then the constant.
  private var cells: [Double]
  private let width: Int
  /// Per row its unknown; `columnCount` + row where the equation says nothing beyond the others.
  private var basis: [Int]
  private var isBasic: [Bool]
  /// The places of a row that are not 0, while it is pivoted on.
  private var used: [Int] = []

  private static let small = 1e-9

  /// - Parameters:
  ///   - equations: The unknowns of each, as often as they count.
  ///   - counts: One an unknown, at least 0: a solution.
  init(_ equations: [[Int]], counts: [Int]) {
    rowCount = equations.count
    columnCount = counts.count
    width = columnCount + rowCount + 1
    cells = [Double](repeating: 0, count: rowCount * width)
    basis = (0..<rowCount).map { counts.count + $0 }
    isBasic = [Bool](repeating: false, count: counts.count)
    for (row, equation) in equations.enumerated() {
      for unknown in equation { cells[row * width + unknown] += 1 }
      cells[row * width + columnCount + row] = 1
      cells[row * width + width - 1] = Double(equation.reduce(0) { $0 + counts[$1] })
    }
    // Short equations first, each by the unknown that the fewest others have, so that the rows stay as empty as they can.
    var uses = [Int](repeating: 0, count: counts.count)
    for unknown in equations.joined() { uses[unknown] += 1 }
    for row in equations.indices.sorted(by: { (equations[$0].count, $0) < (equations[$1].count, $1) }) {
      var (found, best) = (-1, 0.0)
      for unknown in 0..<columnCount {
        let size = abs(cells[row * width + unknown])
        if size <= Self.small { continue }
        // Nothing is gained by a rare unknown with a tiny coefficient.
        let worth = (size > 0.1 ? 1.0 : 0.001) / Double(uses[unknown])
        if worth > best { (found, best) = (unknown, worth) }
      }
      if found >= 0 { pivot(row, found) }
    }
    cornered(counts)
  }

  /// Moves the solution to a corner: every unknown that is not in the basis goes to 0, or into it.
  private mutating func cornered(_ counts: [Int]) {
    var values = counts.map(Double.init)
    for unknown in 0..<columnCount where !isBasic[unknown] && values[unknown] > 0 {
      var (step, limiting) = (values[unknown], -1)
      for row in 0..<rowCount where basis[row] < columnCount {
        let slope = -cells[row * width + unknown]
        guard slope > Self.small else { continue }
        let room = values[basis[row]] / slope
        if room < step { (step, limiting) = (room, row) }
      }
      for row in 0..<rowCount where basis[row] < columnCount {
        values[basis[row]] = max(0, values[basis[row]] + cells[row * width + unknown] * step)
      }
      values[unknown] -= step
      guard limiting >= 0 else {
        values[unknown] = 0
        continue
      }
      values[basis[limiting]] = 0
      pivot(limiting, unknown)
    }
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let (width, rowCount) = (width, rowCount)
    var used = used
    self.used = []
    defer { self.used = used }
    if basis[row] < columnCount { isBasic[basis[row]] = false }
    basis[row] = column
    isBasic[column] = true
    cells.withUnsafeMutableBufferPointer { cells in
      let start = row * width
      let scale = 1 / cells[start + column]
      // Most of a row is 0: what is not is gathered once.
      used.removeAll(keepingCapacity: true)
      for place in 0..<width where cells[start + place] != 0 {
        cells[start + place] *= scale
        used.append(place)
      }
      cells[start + column] = 1
      used.withUnsafeBufferPointer { used in
        for other in 0..<rowCount where other != row {
          let factor = cells[other * width + column]
          if factor == 0 { continue }
          for place in used {
            let value = cells[other * width + place] - factor * cells[start + place]
            cells[other * width + place] = abs(value) < 1e-11 ? 0 : value
          }
          cells[other * width + column] = 0
        }
      }
    }
  }

  enum Outcome {
    /// Other counts, one an unknown.
    case found([Int])
    /// None was found; the equations that keep the sum below what was asked.
    case bounded(by: [Int])
  }

  /// Looks for counts whose sum over `unknowns` is at least `target`.
  ///
  /// - Parameter fits: Whether counts are a solution, by the caller's own reckoning.
  mutating func reach(_ target: Int, over unknowns: [Int], _ fits: ([Int]) -> Bool) -> Outcome {
    var isWanted = [Bool](repeating: false, count: columnCount)
    for unknown in unknowns { isWanted[unknown] = true }
    for step in 0..<(50 * (rowCount + columnCount) + 200) {
      if let counts = counts(), unknowns.reduce(0, { $0 + counts[$1] }) >= target, fits(counts) {
        return .found(counts)
      }
      let gains = gains(isWanted)
      // The largest gain first; after many steps the first one, which cannot go round in circles (Bland's rule).
      let isLong = step > 4 * (rowCount + columnCount)
      let good = (0..<columnCount).filter { gains[$0] > 1e-7 && !isBasic[$0] }
      guard let entering = isLong ? good.first : good.max(by: { gains[$0] < gains[$1] }) else {
        return .bounded(by: (0..<rowCount).filter { abs(gains[columnCount + $0]) > 1e-7 })
      }
      guard let leaving = leaving(entering) else {
        let ray = along(entering, by: Double(target))
        if let ray, fits(ray) { return .found(ray) }
        return .bounded(by: Array(0..<rowCount))
      }
      pivot(leaving, entering)
    }
    return .bounded(by: Array(0..<rowCount))
  }

  /// What the sum gains by a unit of each column.
  private func gains(_ isWanted: [Bool]) -> [Double] {
    var gains = [Double](repeating: 0, count: width)
    for unknown in 0..<columnCount where isWanted[unknown] { gains[unknown] = 1 }
    for row in 0..<rowCount where basis[row] < columnCount && isWanted[basis[row]] {
      for place in 0..<width { gains[place] -= cells[row * width + place] }
    }
    return gains
  }

  /// The row whose unknown is the first to reach 0; nil when none ever does.
  private func leaving(_ entering: Int) -> Int? {
    var best: (row: Int, ratio: Double)?
    for row in 0..<rowCount where basis[row] < columnCount {
      let slope = cells[row * width + entering]
      guard slope > Self.small else { continue }
      let ratio = max(0, cells[row * width + width - 1]) / slope
      if let known = best {
        let isEqual = abs(ratio - known.ratio) < Self.small
        if ratio > known.ratio, !isEqual { continue }
        if isEqual, basis[row] > basis[known.row] { continue }
      }
      best = (row, ratio)
    }
    return best?.row
  }

  /// The counts as they stand; nil where they are not whole.
  private func counts() -> [Int]? {
    var counts = [Int](repeating: 0, count: columnCount)
    for row in 0..<rowCount where basis[row] < columnCount {
      guard let count = Self.whole(cells[row * width + width - 1]) else { return nil }
      counts[basis[row]] = count
    }
    return counts
  }

  private func along(_ entering: Int, by step: Double) -> [Int]? {
    var counts = [Int](repeating: 0, count: columnCount)
    guard let own = Self.whole(step) else { return nil }
    counts[entering] = own
    for row in 0..<rowCount where basis[row] < columnCount {
      guard let count = Self.whole(cells[row * width + width - 1] - cells[row * width + entering] * step) else {
        return nil
      }
      counts[basis[row]] = count
    }
    return counts
  }

  private static func whole(_ value: Double) -> Int? {
    let rounded = value.rounded()
    guard abs(value - rounded) < 1e-6, rounded > -0.5, let count = Int(exactly: rounded) else { return nil }
    return max(0, count)
  }
}
