import Query
import Words

/// A figure in one line: `18,8 % (13,9 – 24,9) · 39 van 207 trajecten · 3 ontbreken`.
struct FigureSentence {
  let text: String

  init(_ shown: ScreenFigure, _ look: Look) {
    let (figure, indicator, numbers) = (shown.figure, shown.indicator, look.numbers)
    var value = FigureText(figure.value, of: indicator, look).text
    let interval = FigureText.interval(figure, of: indicator, look)
    if !interval.isEmpty { value += " (\(interval))" }
    var parts = [value]
    let unit = look.say(IndicatorWords.unit(indicator.unit.rawValue, count: figure.n))
    switch indicator.kind {
    case .rate:
      let counts = DashboardWords.of(numbers.decimal(figure.numerator, digits: 0), numbers.count(figure.n))
      parts.append(look.say(counts) + " " + unit)
    case .count: parts[0] += " " + unit
    default: parts.append("n " + numbers.count(figure.n) + " " + unit)
    }
    if figure.missing > 0 { parts.append(look.say(BrowserWords.missingCount(numbers.count(figure.missing)))) }
    if indicator.isFew(figure) {
      parts.append(look.warning + " " + look.say(DashboardWords.smallNumber))
    }
    text = parts.joined(separator: look.separator)
  }
}
