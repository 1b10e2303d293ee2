import PlainText
import Query
import Words

/// The facts behind a figure as lines, made only where they show: a figure may have a hundred thousand.
struct FactsText {
  private let list: FactList
  private let look: Look
  private let places: [Provenance.Place]

  init(_ list: FactList, _ look: Look) {
    self.list = list
    self.look = look
    places = Provenance.Place.allCases.filter { !list.provenance.lines($0).isEmpty }
  }

  var head: [Line] {
    let title = look.say(BrowserWords.factsBehind(Phrase(same: list.figure.label)))
    var lines = [Line([Span(" "), Span(title, .strong)]), Line(" " + FigureSentence(list.figure, look).text)]
    lines.append(look.ruler())
    let heads = [
      BrowserWords.day, BrowserWords.reference, BrowserWords.kind, BrowserWords.author, BrowserWords.contents,
    ]
    let texts = heads.map(look.say)
    return lines + [row(texts[0], texts[1], texts[2], texts[3], texts[4], isHead: true)]
  }

  /// A title and a blank line around the facts of each place; one line for a figure without facts.
  var bodyCount: Int {
    places.isEmpty ? 1 : places.reduce(-1) { $0 + list.provenance.lines($1).count + 2 }
  }

  /// The lines of that range that there are.
  func body(_ range: Range<Int>, _ describe: (Int32) -> FactList.Row) -> [Line] {
    if places.isEmpty {
      return range.contains(0) ? [Line(" " + look.say(BrowserWords.noFacts))] : []
    }
    var lines: [Line] = []
    var start = 0
    for place in places {
      let facts = list.provenance.lines(place)
      let top = start
      func add(_ line: Int, _ text: @autoclosure () -> Line) {
        if range.contains(line) { lines.append(text()) }
      }
      add(top, title(place, facts.count))
      let first = max(range.lowerBound - top - 1, 0)
      let last = min(range.upperBound - top - 1, facts.count)
      if first < last { lines += facts[first..<last].map { row(describe($0)) } }
      start += facts.count + 2
      if place != places.last { add(start - 1, Line()) }
    }
    return lines
  }

  private func title(_ place: Provenance.Place, _ count: Int) -> Line {
    let style: Style = place == .missing ? .warning : .strong
    let mark = place == .missing ? look.warning + " " : ""
    return Line(" " + mark + look.say(place.title(look.numbers.count(count), list.figure.indicator)), style)
  }

  private func row(_ fact: FactList.Row) -> Line {
    row(fact.day.isEmpty ? look.dash : fact.day, fact.reference, fact.kind, fact.author, fact.contents)
  }

  private func row(
    _ day: String,
    _ reference: String,
    _ kind: String,
    _ author: String,
    _ contents: String,
    isHead: Bool = false
  ) -> Line {
    var line = Line("   ")
    func add(_ text: String, _ width: Int, _ style: Style = .plain) {
      let fitted = TextWidth.fitted(look.plain(SafeText.visible(text)), to: width, isASCII: look.isASCII)
      line.append(fitted + " ", isHead ? .dim : style)
    }
    add(day, 10)
    // Never cut: it is there to be typed.
    add(reference, max(13, TextWidth.of(reference)), .strong)
    add(kind, 17)
    // Behind the day, reference and kind; half of it is for the author, all of it where that is little.
    let left = look.width - 47
    add(author, max(8, min(24, left < 30 ? left : left / 2)))
    line.append(look.plain(SafeText.visible(contents)), .dim)
    return line.cut(to: look.width, isASCII: look.isASCII)
  }
}
