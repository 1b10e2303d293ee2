import Query
import Words

/// What figures of answers would be had everybody answered, where fewer than half did.
struct NonresponseRemark {
  private let texts: [String]

  init(_ figures: [(label: String, indicator: Indicator, figure: Figure)], _ look: Look) {
    texts = figures.compactMap { label, indicator, figure in
      guard figure.isOfFewAnswers, let text = Self.text(figure, indicator, look) else { return nil }
      return label + " " + text
    }
  }

  func lines(_ frame: Frame) -> [Line] {
    texts.isEmpty
      ? []
      : frame.remark(frame.look.say(DashboardWords.hadAllAnswered) + " " + texts.joined(separator: "; "), .warning)
  }

  /// `3,9 – 8,7`; nil where everybody answered or nobody did.
  static func text(_ figure: Figure, _ indicator: Indicator, _ look: Look) -> String? {
    guard let ends = figure.nonresponse else { return nil }
    return FigureText.range(ends, of: indicator, look)
  }
}
