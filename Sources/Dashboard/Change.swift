import Query
import Statistics
import Words

/// How a figure differs from another, such as the one a period earlier.
struct Change: Sendable, Equatable {
  let difference: Double
  /// Its 95 % interval; nil where one of the figures has none.
  let interval: Interval?

  /// Nil unless both have a value.
  ///
  /// The interval joins those of the two figures by squares: for shares that is Newcombe's (`Proportion.difference`).
  init?(from before: Figure?, to now: Figure?) {
    guard let before, let now, let old = before.value, let new = now.value else { return nil }
    difference = new - old
    guard let oldLow = before.low, let oldHigh = before.high, let newLow = now.low, let newHigh = now.high else {
      interval = nil
      return
    }
    let down = ((new - newLow) * (new - newLow) + (oldHigh - old) * (oldHigh - old)).squareRoot()
    let up = ((newHigh - new) * (newHigh - new) + (old - oldLow) * (old - oldLow)).squareRoot()
    interval = Interval(low: difference - down, high: difference + up)
  }

  /// Whether chance alone would rarely make it: its interval leaves out 0.
  var isBeyondChance: Bool { interval.map { $0.low > 0 || $0.high < 0 } ?? false }

  /// `▲ +2,1`, in percentage points for shares; the mark only beyond chance.
  func span(of indicator: Indicator, _ look: Look) -> Span {
    let text = signed(difference, indicator, look)
    guard isBeyondChance else { return Span("  " + text) }
    let mark = difference > 0 ? look.up : look.down
    return Span(mark + " " + text, indicator.style(isAbove: difference > 0))
  }

  /// ` (+0,4 tot +3,8)`; empty where there is none.
  func intervalText(of indicator: Indicator, _ look: Look) -> String {
    guard let interval else { return "" }
    let ends = DashboardWords.to(signed(interval.low, indicator, look), signed(interval.high, indicator, look))
    return " (" + look.say(ends) + ")"
  }

  private func signed(_ value: Double, _ indicator: Indicator, _ look: Look) -> String {
    look.numbers.signed(value * (indicator.isShare ? 100 : 1), digits: indicator.kind == .count ? 0 : 1)
  }
}
