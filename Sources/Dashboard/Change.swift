import Query
import Words

/// How a figure differs from the one a period earlier.
struct Change {
  let difference: Double
  /// Whether chance alone would rarely make it: the 95 % interval of the difference leaves out 0.
  let isBeyondChance: Bool

  /// Nil unless both have a value.
  ///
  /// The interval of the difference joins those of the two figures by squares, as Newcombe does for shares.
  init?(from before: Figure?, to now: Figure?) {
    guard let before, let now, let old = before.value, let new = now.value else { return nil }
    difference = new - old
    guard let oldLow = before.low, let oldHigh = before.high, let newLow = now.low, let newHigh = now.high else {
      isBeyondChance = false
      return
    }
    let down = ((new - newLow) * (new - newLow) + (oldHigh - old) * (oldHigh - old)).squareRoot()
    let up = ((newHigh - new) * (newHigh - new) + (old - oldLow) * (old - oldLow)).squareRoot()
    isBeyondChance = difference - down > 0 || difference + up < 0
  }

  /// `▲ +2,1`, in percentage points for shares; the mark only beyond chance.
  func span(of indicator: Indicator, _ look: Look) -> Span {
    let digits = indicator.kind == .count ? 0 : 1
    let text = look.numbers.signed(difference * (indicator.isShare ? 100 : 1), digits: digits)
    guard isBeyondChance else { return Span("  " + text) }
    let mark = difference > 0 ? look.up : look.down
    let style: Style =
      switch indicator.isHighGood {
      case nil: .strong
      case .some(let isHighGood): (difference > 0) == isHighGood ? .good : .bad
      }
    return Span(mark + " " + text, style)
  }
}
