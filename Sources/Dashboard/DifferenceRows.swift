import PlainText
import Query
import Statistics
import Words

/// How shares of one group differ from those of the period before and from those of the others, with intervals.
struct DifferenceRows {
  struct Entry {
    let indicator: Indicator
    let own: Figure
    /// Nil for one that there is not.
    let before: Figure?
    /// Of all together, this group among them.
    let all: Figure?
  }

  /// Below this many in either denominator two shares are not compared: a convention of Veldlog's own.
  static let fewest = 30

  private let entries: [Entry]
  /// What the period before is called; nil without one.
  private let before: String?
  private let look: Look

  init(_ entries: [Entry], before: String?, _ look: Look) {
    self.entries = entries.filter { $0.indicator.kind == .rate && $0.own.n > 0 && !$0.indicator.isFew($0.own) }
    self.before = before
    self.look = look
  }

  /// Nothing where there is nothing to compare with.
  func drawn() -> [Line] {
    var columns: [(head: String, cells: [Span])] = []
    if let before {
      columns.append(
        (look.say(DashboardWords.since(before)), entries.map { span(from: $0.before, to: $0) }))
    }
    columns.append((look.say(ScreenWords.fromOthers), entries.map { span(from: Self.others($0), to: $0) }))
    columns.removeAll { column in column.cells.allSatisfy { $0.style == .dim } }
    // Side by side where there is room for it.
    let tables = look.usableWidth < 72 ? columns.map { [$0] } : columns.isEmpty ? [] : [columns]
    return tables.flatMap { columns -> [Line] in
      let heads = [look.say(ScreenWords.difference)] + columns.map(\.head)
      let rows = entries.indices.map { row in
        [Span(entries[row].indicator.label(nil, look))] + columns.map { $0.cells[row] }
      }
      return [Line()] + Columns(heads, look).drawn(rows)
    }
  }

  /// The share of all but this group, so that the two have nothing in common; nil where nothing is left.
  static func others(_ entry: Entry) -> Figure? {
    guard let all = entry.all, let own = Int(exactly: entry.own.numerator), let numerator = Int(exactly: all.numerator),
      let share = Proportion(numerator - own, of: all.n - entry.own.n)
    else { return nil }
    return Figure(
      value: share.share, numerator: Double(share.numerator), n: share.denominator, interval: share.wilson())
  }

  private func span(from other: Figure?, to entry: Entry) -> Span {
    guard let other, let change = Change(from: other, to: entry.own) else { return Span(look.dash, .dim) }
    if min(other.n, entry.own.n) < Self.fewest {
      return Span(look.say(ScreenWords.tooFewToCompare(look.numbers.count(Self.fewest))), .dim)
    }
    let span = change.span(of: entry.indicator, look)
    return Span(span.text + change.intervalText(of: entry.indicator, look), span.style)
  }
}
