import PlainText
import Query
import Words

/// One figure in words: what it is, what was counted, and what is not in it.
struct DetailsText {
  private let figure: ScreenFigure
  private let look: Look

  init(_ figure: ScreenFigure, _ look: Look) {
    self.figure = figure
    self.look = look
  }

  var head: [Line] {
    [
      Line([Span(" "), Span(look.plain(figure.label), .strong)]), Line(" " + FigureSentence(figure, look).text),
      look.ruler(),
    ]
  }

  var body: [Line] {
    let numbers = look.numbers
    let (value, indicator) = (figure.figure, figure.indicator)
    var lines: [Line] = []
    func add(_ label: Phrase, _ text: String) { lines += Self.entry(look.say(label), text, look) }
    let words = indicator.words
    let rules = indicator.datedRules
    if rules.count == 1 {
      add(DashboardWords.definition, indicator.definition + ": " + look.say(words.definition))
    } else {
      add(DashboardWords.definition, indicator.definition)
      for rule in rules {
        add(Phrase(same: ""), look.say(rule.dated(rule.definition)))
      }
    }
    if indicator.kind != .count {
      let numerator = numbers.decimal(value.numerator, digits: value.numerator == value.numerator.rounded() ? 0 : 1)
      add(DashboardWords.numerator, numerator + "  " + look.say(words.numerator))
      add(BrowserWords.denominator, numbers.count(value.n) + "  " + look.say(words.denominator))
    }
    add(DashboardWords.missing, numbers.count(value.missing) + "  " + look.say(words.missing))
    let interval = FigureText.interval(value, of: indicator, look)
    if !interval.isEmpty {
      add(DashboardWords.interval, interval + "  " + look.say(method(indicator)))
    }
    if let half = value.middleHalf {
      let text = numbers.decimal(half.low) + " " + look.dash + " " + numbers.decimal(half.high)
      add(BrowserWords.middleHalf, text)
    }
    if let open = value.open {
      let ends = [open.low, open.high].map { FigureText($0, of: indicator, look).text }
      add(BrowserWords.openEnds, ends.joined(separator: " " + look.dash + " "))
    }
    if let change = figure.change {
      let text = change.span(of: indicator, look).text + change.intervalText(of: indicator, look)
      add(DashboardWords.since(figure.since), String(text.drop { $0 == " " }))
    }
    if let text = NonresponseRemark.text(value, indicator, look) { add(BrowserWords.hadAllAnswered, text) }
    let conditions = figure.query.conditions.map(\.text).joined(separator: look.separator)
    if !conditions.isEmpty { add(BrowserWords.limitedTo, conditions) }
    return lines
  }

  /// How the interval was made.
  private func method(_ indicator: Indicator) -> Phrase {
    if indicator.kind == .rate { return BrowserWords.wilson }
    if indicator.kind == .mean { return BrowserWords.student }
    return indicator.kind == .duration ? BrowserWords.orderStatistics : Phrase(same: "")
  }

  /// A label, and its text beside it, wrapped.
  static func entry(_ label: String, _ text: String, _ look: Look) -> [Line] {
    let indent = 16
    let wrapped = TextWidth.wrapped(look.plain(text), to: look.usableWidth - indent - 3)
    return wrapped.enumerated().map { index, line in
      let left =
        index == 0 ? TextWidth.fitted(label, to: indent, isASCII: look.isASCII) : String(repeating: " ", count: indent)
      return Line([Span(" " + left + " ", .dim), Span(line)])
    }
  }
}
