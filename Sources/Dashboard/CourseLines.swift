import CivilTime
import PlainText
import Query
import Statistics
import Words

/// The courses of indicators by quarter: a line each, and what is beyond chance in it.
struct CourseLines {
  private struct Entry {
    let title: String
    let indicator: Indicator
    let sparkline: String
    let course: Course
  }

  private let look: Look
  private let last: Period
  private let entries: [Entry]

  init(_ series: [TimeSeries], upTo last: Period, _ look: Look) {
    self.look = look
    self.last = last
    entries = series.compactMap { one in
      guard let course = Course(one.withoutGaps, of: one.indicator, on: one.scale, upTo: last) else { return nil }
      return Entry(
        title: one.indicator.label(one.informant, look), indicator: one.indicator,
        sparkline: Sparkline.drawn(one.withoutGaps.map { $0?.value }, isASCII: look.isASCII), course: course)
    }
  }

  func drawn() -> [Line] {
    guard let first = entries.first else { return [] }
    let title = min(entries.map { TextWidth.of($0.title) }.max() ?? 0, look.usableWidth < 70 ? 18 : 26)
    let count = TextWidth.of(first.sparkline)
    let head = look.say(ScreenWords.course(look.numbers.count(count), upTo: last.text))
    let middles = FigureText.aligned(entries.map { FigureText($0.course.middle, of: $0.indicator, look) })
    var lines = [Line()] + TextWidth.wrapped(head, to: look.usableWidth - 2).map { Line(" " + $0, .dim) }
    for (entry, middle) in zip(entries, middles) {
      var line = Line(" " + TextWidth.fitted(entry.title, to: title, isASCII: look.isASCII) + " ")
      line.append(entry.sparkline)
      line.append("  " + middle + " ", .strong)
      line.append(limits(entry), .dim)
      lines.append(line)
      lines += signals(entry, behind: title + 2)
    }
    if entries.contains(where: { $0.course.limits == nil }) {
      let words = ScreenWords.noLimitsBelow(look.numbers.count(Course.fewestPoints))
      lines += TextWidth.wrapped(look.say(words), to: look.usableWidth - 2).map { Line(" " + $0, .dim) }
    }
    return lines
  }

  private func limits(_ entry: Entry) -> String {
    guard let limits = entry.course.limits else {
      let count = look.numbers.count(entry.course.pointCount)
      return look.say(look.usableWidth < 70 ? ScreenWords.medianOfShort(count) : ScreenWords.medianOf(count))
    }
    let factor = entry.indicator.isShare ? 100.0 : 1
    return
      "(\(look.numbers.decimal(limits.low * factor)) \(look.dash) \(look.numbers.decimal(limits.high * factor)))"
  }

  private func signals(_ entry: Entry, behind indent: Int) -> [Line] {
    entry.course.signals.prefix(2).flatMap { found -> [Line] in
      let isAbove = found.signal.side == .above
      let range = found.first == found.last ? found.last.text : "\(found.first.text)\(look.dash)\(found.last.text)"
      let words: Phrase =
        switch found.signal.rule {
        case .beyondLimit: isAbove ? ScreenWords.aboveLimit(range) : ScreenWords.belowLimit(range)
        case .oneSided: isAbove ? ScreenWords.runAbove(range) : ScreenWords.runBelow(range)
        case .nearLimit: isAbove ? ScreenWords.nearUpper(range) : ScreenWords.nearLower(range)
        }
      let style: Style = entry.indicator.style(isAbove: isAbove)
      let mark = (isAbove ? look.up : look.down) + " "
      let texts = TextWidth.wrapped(look.say(words), to: look.usableWidth - indent - 3)
      return texts.enumerated().map { index, text in
        Line(String(repeating: " ", count: indent) + (index == 0 ? mark : "  ") + text, style)
      }
    }
  }
}
