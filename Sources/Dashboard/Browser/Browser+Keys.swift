import CivilTime
import Query
import Terminal
import Words

/// What each key does in each mode.
extension Browser {
  /// At a screen of figures.
  mutating func looked(_ key: Key) -> Effect? {
    switch key {
    case .up: moveUp()
    case .down: moveDown()
    case .pageUp: scrollBody(by: -(window.bodyRows - 1))
    case .pageDown: scrollBody(by: window.bodyRows - 1)
    case .home: (selected, scroll) = (0, 0)
    case .end: scrollBody(by: .max / 2)
    case .left: return step(\.preceding)
    case .right: return step(\.following)
    case .tab: return nextIndicator(1)
    case .backTab: return nextIndicator(-1)
    case .enter: return explain()
    case .escape, .backspace: return goBack()
    case .character(let character): return looked(character)
    default: break
    }
    return nil
  }

  private mutating func looked(_ character: Character) -> Effect? {
    switch character {
    case "q": return .quit
    case "?": mode = .help(scroll: 0)
    case "w": return explain()
    case "d": return details()
    case "f":
      if isWithoutFigures() { return nil }
      prompt = Prompt(.filter, place.filter.text)
    case "p":
      if isWithoutFigures() { return nil }
      prompt = Prompt(.period, place.period?.text ?? "")
    case "e":
      prompt = Prompt(.export, fileName)
    default:
      guard let page = Page.allCases.first(where: { $0.key == character }) else {
        message = BrowserWords.noSuchKey(String(character))
        return nil
      }
      return open(page)
    }
    return nil
  }

  /// At facts, details or help: reading from top to bottom, and back.
  mutating func read(_ key: Key) -> Effect? {
    switch key {
    case .up: scrollText(by: -1)
    case .down: scrollText(by: 1)
    case .pageUp: scrollText(by: -(window.bodyRows - 1))
    case .pageDown, .character(" "): scrollText(by: window.bodyRows - 1)
    case .home: scrollText(by: -.max / 2)
    case .end: scrollText(by: .max / 2)
    case .escape, .backspace, .left: stopReading()
    case .character("q"): return .quit
    case .character("?"): if case .help = mode { mode = .looking }
    case .character("w"), .enter:
      if case .details(let figure, _) = mode { return .explain(figure) }
    case .character("e"):
      if case .facts = mode { prompt = Prompt(.export, fileName) }
    default: break
    }
    return nil
  }

  /// From facts to the details that one came from, else to the screen.
  private mutating func stopReading() {
    if case .facts = mode, let figure = behindFacts {
      mode = .details(figure, scroll: 0)
    } else {
      mode = .looking
    }
    behindFacts = nil
  }

  /// At a question at the foot of the screen.
  mutating func typed(_ key: Key) -> Effect? {
    guard var prompt else { return nil }
    switch key {
    case .escape: self.prompt = nil
    case .enter: return answered(prompt)
    default:
      if prompt.line.handle(key) { prompt.problem = nil }
      self.prompt = prompt
    }
    return nil
  }

  private mutating func answered(_ prompt: Prompt) -> Effect? {
    let text = prompt.line.text
    let trimmed = text.split(separator: " ").joined(separator: " ")
    switch prompt.subject {
    case .filter:
      do {
        var place = self.place
        place.filter = try Filter(parsing: text)
        return go(to: place)
      } catch {
        refused(Prompt.Problem(error))
      }
    case .period:
      var place = self.place
      place.period = Period(trimmed)
      if place.period == nil, !trimmed.isEmpty {
        refused(Prompt.Problem(FigureWords.notAPeriod(trimmed), position: text.prefix { $0 == " " }.count))
        return nil
      }
      return go(to: place)
    case .export:
      if trimmed.isEmpty {
        refused(Prompt.Problem(BrowserWords.noFileName))
        return nil
      }
      return .export(text)
    }
    return nil
  }

  // MARK: To another place

  private mutating func open(_ page: Page) -> Effect? {
    var place = self.place
    place.page = page
    place.aanbieder = nil
    // From a figure to who differs on it.
    if page == .aanbieders, self.place.page != .aanbieders, let figure = selectedFigure {
      place.indicator = figure.indicator.id
    }
    return go(to: place)
  }

  private mutating func step(_ other: (Period) -> Period) -> Effect? {
    guard let period = place.period ?? screen.period else {
      message = BrowserWords.noPeriodHere
      return nil
    }
    var place = self.place
    place.period = other(period)
    guard let year = place.period?.year, (1...9999).contains(year) else { return nil }
    return go(to: place)
  }

  /// On the page `aanbieders`, the same about another indicator.
  private mutating func nextIndicator(_ step: Int) -> Effect? {
    let choices = screen.choices
    guard let first = choices.first else { return nil }
    var place = self.place
    let current = choices.firstIndex(of: triedIndicator ?? place.indicator)
    place.indicator = current.map { choices[($0 + step + choices.count) % choices.count] } ?? first
    triedIndicator = place.indicator
    return go(to: place)
  }

  // MARK: Into a figure

  private mutating func explain() -> Effect? {
    guard let figure = selectedFigure else {
      message = BrowserWords.nothingToExplain
      return nil
    }
    showSelected()
    return .explain(figure)
  }

  private mutating func details() -> Effect? {
    guard let figure = selectedFigure else {
      message = BrowserWords.nothingToExplain
      return nil
    }
    showSelected()
    if let aanbieder = figure.aanbieder, place.page != .aanbieder {
      var place = self.place
      place.page = .aanbieder
      place.aanbieder = aanbieder
      return go(to: place)
    }
    mode = .details(figure, scroll: 0)
    return nil
  }

  private mutating func isWithoutFigures() -> Bool {
    if !place.page.hasFigures { message = BrowserWords.noFilterHere }
    return !place.page.hasFigures
  }

  private var fileName: String {
    var place = self.place
    place.period = place.period ?? screen.period
    if case .facts(let list, _) = mode {
      return place.fileName + "-" + list.figure.indicator.id + ".csv"
    }
    return place.fileName + ".csv"
  }
}
