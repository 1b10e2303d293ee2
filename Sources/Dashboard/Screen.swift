import CivilTime
import Query

/// What a span of text means; a renderer turns it into colour, or into nothing.
///
/// Every meaning is also in the text itself, as a mark or a word.
public enum Style: Sendable, Equatable {
  case plain
  /// Help to read by: scales, units, what comes next.
  case dim
  /// What the eye should find first.
  case strong
  case good
  case bad
  case warning
}

/// A piece of a line in one style.
public struct Span: Sendable, Equatable {
  public let text: String
  public let style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A line of a screen, without an end of line.
public struct Line: Sendable, Equatable, ExpressibleByStringLiteral {
  public var spans: [Span]

  public init(_ spans: [Span] = []) {
    self.spans = spans
  }

  public init(_ text: String, _ style: Style = .plain) {
    spans = [Span(text, style)]
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The text without its styles, and without blanks at its end.
  public var text: String {
    var text = spans.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  public mutating func append(_ text: String, _ style: Style = .plain) {
    spans.append(Span(text, style))
  }
}

/// A screenful of lines, ready to be coloured and shown.
public struct Screen: Sendable, Equatable {
  public var lines: [Line]
  /// How many lines at the top say what the screen is about.
  public var headCount = 0
  /// The figures that can be taken apart, from the top down.
  public var figures: [ScreenFigure] = []
  /// The indicators on it, in their order.
  public var indicators: [Indicator] = []
  /// The ids of the indicators that it can be about, in the order in which one goes through them; empty where it is
  /// about more than one.
  public var choices: [String] = []
  /// The newest period on it, from which one can go to the one before and after; nil where there is none.
  public var period: Period?

  public init(_ lines: [Line] = []) {
    self.lines = lines
  }

  /// The lines without their styles, each with an end of line.
  public var text: String { lines.map { $0.text + "\n" }.joined() }
}
