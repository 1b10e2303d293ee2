import PlainText
import Statistics
import Words

/// A funnel plot: shares against their denominators, between the limits within which chance alone would leave them.
///
/// The limits are drawn in braille dots, or in full stops where only ASCII is to be had; each point has the end of its
/// label beside it, or all of it where others end the same.
struct FunnelPlot {
  struct Point {
    let label: String
    let n: Int
    let share: Double
  }

  private let points: [Point]
  private let target: Double
  private let look: Look
  private let columns: Int
  private let rows = 9
  private let widestN: Double
  private let highestShare: Double

  init(points: [Point], target: Double, _ look: Look) {
    self.points = points
    self.target = target
    self.look = look
    columns = min(look.usableWidth - 14, 72)
    widestN = RoundNumber.above(Double(points.map(\.n).max() ?? 1) * 1.05)
    let most = max(points.map(\.share).max() ?? 0, min(1, target * 2.2))
    highestShare = min(1, RoundNumber.above(most * 1.02))
  }

  /// Nothing below three points: a funnel of two says nothing.
  func drawn() -> [Line] {
    guard points.count >= 3, target > 0, target < 1 else { return [] }
    var cells = curves()
    place(&cells)
    // On a line of its own: a point may lie anywhere in the plot.
    let title = look.say(DashboardWords.funnel)
    var lines: [Line] = [Line(), Line(TextWidth.rightAligned(title, to: columns + 10), .dim)]
    for row in 0..<rows {
      var line = Line(" " + TextWidth.rightAligned(label(row), to: 7) + " " + edge(row), .dim)
      line.append(String(cells[row]))
      lines.append(line)
    }
    let corner = look.isASCII ? "+" : "└"
    lines.append(Line("         " + corner + String(repeating: look.rule, count: columns), .dim))
    lines.append(Line("          " + axis(), .dim))
    return lines
  }

  private func row(of share: Double) -> Int {
    let place = (1 - share / highestShare) * Double(rows - 1)
    return min(max(Int(place.rounded()), 0), rows - 1)
  }

  private func label(_ row: Int) -> String {
    if row == self.row(of: target) { return look.numbers.percentage(target) }
    if row == 0 { return look.numbers.percentage(highestShare, digits: 0) }
    if row == rows - 1 { return look.numbers.percentage(0, digits: 0) }
    return ""
  }

  private func edge(_ row: Int) -> String {
    if label(row).isEmpty { return look.isASCII ? "|" : "│" }
    return look.isASCII ? "+" : "┤"
  }

  /// The limits and the target as characters.
  private func curves() -> [[Character]] {
    let (wide, high) = (columns * 2, rows * 4)
    var dots = [[UInt8]](repeating: [UInt8](repeating: 0, count: columns), count: rows)
    func set(_ x: Int, _ share: Double) {
      let y = Int(((1 - share / highestShare) * Double(high - 4) + 1.5).rounded())
      guard share >= 0, share <= highestShare, (0..<high).contains(y) else { return }
      let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
      dots[y / 4][x / 2] |= bits[y % 4][x % 2]
    }
    for x in 0..<wide {
      let n = Int((Double(x + 1) / Double(wide) * widestN).rounded(.up))
      guard let limits = FunnelLimits(target: target, denominator: n) else { continue }
      for share in [limits.limits95.low, limits.limits95.high] where share > 0 && share < 1 && x % 2 == 0 {
        set(x, share)
      }
      for share in [limits.limits998.low, limits.limits998.high] where share > 0 && share < 1 { set(x, share) }
      if x % 4 == 0 { set(x, target) }
    }
    return dots.map { row in
      row.map { bits in
        if bits == 0 { return " " }
        if look.isASCII { return "." }
        return Unicode.Scalar(0x2800 + UInt32(bits)).map(Character.init) ?? " "
      }
    }
  }

  /// Puts the points on top of the curves, with as much of a label as there is room for.
  private func place(_ cells: inout [[Character]]) {
    let dot: Character = look.isASCII ? "o" : "●"
    var taken = Set<Int>()
    let placed = points.map { point in
      let column = min(columns - 1, Int(Double(point.n) / widestN * Double(columns)))
      return (point: point, row: row(of: point.share), column: column)
    }
    for (_, row, column) in placed {
      cells[row][column] = dot
      taken.insert(row * columns + column)
    }
    let ends = points.map { end(of: $0.label) }
    for (index, (point, row, column)) in placed.enumerated() {
      let isAlone = ends.count { $0 == ends[index] } == 1
      let label = Array(isAlone ? ends[index] : point.label)
      // Behind the point, else before it.
      let starts = [column + 1, column - label.count].filter { start in
        start >= 0 && start + label.count <= columns
          && (start..<start + label.count).allSatisfy { !taken.contains(row * columns + $0) }
      }
      guard label.count <= (isAlone ? 4 : 8), let start = starts.first else { continue }
      for (place, character) in zip(start..., label) {
        cells[row][place] = character
        taken.insert(row * columns + place)
      }
    }
  }

  private func end(of label: String) -> String {
    label.split(whereSeparator: { $0 == "-" || $0 == " " }).last.map(String.init) ?? ""
  }

  private func axis() -> String {
    let bar = IntervalBar(scale: 0...1, width: columns, isASCII: look.isASCII)
    let labels = (0...4).map { look.numbers.decimal(widestN * Double($0) / 4, digits: 0) }
    return bar.axis(labels) + "  n"
  }
}
