import PlainText
import Query
import Statistics
import Words

/// A value as text in two parts, so that a column of them can be aligned on the decimal mark.
struct FigureText: Equatable {
  /// What stands before the decimal mark.
  let whole: String
  /// The decimal mark, the decimals and the unit.
  let rest: String

  var text: String { whole + rest }

  static func empty(_ look: Look) -> FigureText { FigureText(whole: look.dash, rest: "") }

  /// The value of an indicator, or a dash.
  init(_ value: Double?, of indicator: Indicator, _ look: Look) {
    guard let value, value.isFinite else {
      self = .empty(look)
      return
    }
    let numbers = look.numbers
    if indicator.isShare {
      self.init(splitting: numbers.decimal(value * 100), suffix: numbers.percentSign, numbers)
    } else {
      switch indicator.kind {
      case .count: self.init(whole: numbers.decimal(value, digits: 0), rest: "")
      case .duration: self.init(splitting: numbers.decimal(value), suffix: " d", numbers)
      case .sum:
        self.init(splitting: numbers.decimal(value, digits: value == value.rounded() ? 0 : 2), suffix: "", numbers)
      case .rate, .mean, .ratio: self.init(splitting: numbers.decimal(value), suffix: "", numbers)
      }
    }
  }

  init(whole: String, rest: String) {
    self.whole = whole
    self.rest = rest
  }

  private init(splitting text: String, suffix: String, _ numbers: NumberText) {
    let mark = Character(numbers.decimalMark)
    guard let place = text.lastIndex(of: mark) else {
      self.init(whole: text, rest: suffix)
      return
    }
    self.init(whole: String(text[..<place]), rest: String(text[place...]) + suffix)
  }

  /// All texts in the same width, their decimal marks below each other.
  static func aligned(_ texts: [FigureText]) -> [String] {
    let before = texts.map { TextWidth.of($0.whole) }.max() ?? 0
    let behind = texts.map { TextWidth.of($0.rest) }.max() ?? 0
    return texts.map {
      TextWidth.rightAligned($0.whole, to: before) + TextWidth.fitted($0.rest, to: behind)
    }
  }

  /// `3,3 – 34,3 %`, with blanks at which no line is broken.
  static func range(_ interval: Interval, of indicator: Indicator, _ look: Look) -> String {
    let low = look.numbers.decimal(interval.low * (indicator.isShare ? 100.0 : 1))
    let text = low + " \(look.dash) " + FigureText(interval.high, of: indicator, look).text
    return String(text.map { $0 == " " ? "\u{A0}" : $0 })
  }

  /// `3,3 – 34,3`, without a unit; empty where there is no interval.
  static func interval(_ figure: Figure, of indicator: Indicator, _ look: Look) -> String {
    guard let low = figure.low, let high = figure.high else { return "" }
    let factor = indicator.isShare ? 100.0 : 1
    return look.numbers.decimal(low * factor) + " " + look.dash + " " + look.numbers.decimal(high * factor)
  }
}
