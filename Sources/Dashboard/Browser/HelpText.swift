import PlainText
import Query
import Statistics
import Words

/// What a screen and every indicator on it mean, and which keys there are.
struct HelpText {
  private let page: Page
  private let indicators: [Indicator]
  private let look: Look

  init(_ page: Page, _ indicators: [Indicator], _ look: Look) {
    self.page = page
    self.indicators = indicators
    self.look = look
  }

  var head: [Line] {
    let title = look.say(BrowserWords.explained(page.question))
    return [Line([Span(" "), Span(title, .strong)]), look.ruler()]
  }

  var body: [Line] {
    var lines = text(page.explanation)
    lines += section(BrowserWords.marks) + marks
    lines += section(BrowserWords.keys)
    for (keys, what) in BrowserWords.allKeys { lines += entry(keys, look.say(what)) }
    if !indicators.isEmpty { lines += section(BrowserWords.indicators) }
    for indicator in indicators { lines += definition(indicator) }
    return lines
  }

  private func text(_ phrase: Phrase) -> [Line] {
    TextWidth.wrapped(look.say(phrase), to: look.usableWidth - 2).map { Line(" " + $0) }
  }

  private func section(_ title: Phrase) -> [Line] { [Line(), Line(" " + look.say(title), .strong)] }

  private func entry(_ label: String, _ text: String) -> [Line] {
    DetailsText.entry(look.isASCII ? ASCIIText.nearest(to: ASCIIText.keys(label)) : label, text, look)
  }

  private var marks: [Line] {
    let bar = IntervalBar(scale: 0...1, width: 15, isASCII: look.isASCII)
    let sample = bar.drawn(0.5, low: 0.3, high: 0.7).map(\.text).joined()
    let spark = Sparkline.drawn([1, 2, 4, 3, 5, 6], isASCII: look.isASCII)
    let open = bar.drawn(0.5, low: 0.3, high: 0.7, open: Interval(low: 0.45, high: 0.6)).map(\.text).joined()
    return entry(sample, look.say(BrowserWords.markBar)) + entry(open, look.say(BrowserWords.markOpen))
      + entry(spark, look.say(BrowserWords.markSparkline))
      + entry(look.up + " " + look.down, look.say(BrowserWords.markChange))
      + entry(look.warning, look.say(BrowserWords.markWarning)) + entry(look.marker, look.say(BrowserWords.markMarker))
  }

  private func definition(_ indicator: Indicator) -> [Line] {
    let words = indicator.words
    var lines = [Line([Span(" " + look.say(words.title), .strong), Span("  " + indicator.definition, .dim)])]
    lines += entry("  " + look.say(DashboardWords.definition), look.say(words.definition))
    if indicator.kind != .count {
      lines += entry("  " + look.say(DashboardWords.numerator), look.say(words.numerator))
      lines += entry("  " + look.say(BrowserWords.denominator), look.say(words.denominator))
    }
    lines += entry("  " + look.say(DashboardWords.missing), look.say(words.missing))
    lines += entry("  " + look.say(DashboardWords.unit), look.say(words.valueUnit))
    return lines
  }
}
