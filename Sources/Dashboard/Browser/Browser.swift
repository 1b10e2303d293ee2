import CivilTime
import Query
import Terminal
import Words

/// What a person at the live dashboard sees and can do: a state machine without a terminal.
///
///     var browser = Browser(at: Place(.overzicht), screen, Look(width: 80), rows: 24)
///     browser.handle(.character("a"))  // .show(Place(.aanbieders)): the caller draws it, and says `shown` or `refused`
///
/// Nothing changes on the screen until what was asked for is there, so a filter with a mistake in it leaves the figures
/// as they were.
public struct Browser: Sendable, Equatable {
  /// What the caller is to do.
  public enum Effect: Sendable, Equatable {
    case quit
    /// Stop until told to go on, as Ctrl-Z does.
    case suspend
    /// Draw everything anew.
    case repaint
    /// Draw the screen of a place, then call `shown` or `refused`.
    case show(Place)
    /// Find the facts behind a figure, then call `explained` or `refused`.
    case explain(ScreenFigure)
    /// Write what is shown to a file of that name, then call `told` or `refused`.
    case export(String)
  }

  public enum Mode: Sendable, Equatable {
    case looking
    /// The facts behind a figure, from that line of their list on.
    case facts(FactList, scroll: Int)
    /// The figure in words.
    case details(ScreenFigure, scroll: Int)
    /// What the screen and its indicators mean.
    case help(scroll: Int)
  }

  /// A place, and where on it one was.
  struct Visit: Sendable, Equatable {
    var place: Place
    var selected = 0
    var scroll = 0
  }

  public internal(set) var place: Place
  public internal(set) var screen: Screen
  public internal(set) var mode = Mode.looking
  public internal(set) var prompt: Prompt?
  /// The place among the screen's figures of the one that the marker is at.
  public internal(set) var selected = 0
  /// How many lines of the screen's body lie above the window.
  public internal(set) var scroll = 0
  /// Something to say once; gone at the next key.
  public internal(set) var message: Phrase?
  public private(set) var look: Look
  /// Of the terminal.
  public private(set) var rows: Int
  var history: [Visit] = []
  /// The figure whose details Esc goes back to from its facts; nil where one came from the screen.
  var behindFacts: ScreenFigure?
  /// The indicator that Tab came to last, which may have been refused: the next Tab goes past it.
  var triedIndicator: String?
  /// Where the caller was asked to go, and how to stand there.
  private var pending: (visit: Visit, isBack: Bool)?

  public init(at place: Place, _ screen: Screen, _ look: Look, rows: Int) {
    self.place = place
    self.screen = screen
    self.look = look
    self.rows = rows
  }

  public static func == (left: Browser, right: Browser) -> Bool {
    left.place == right.place && left.screen == right.screen && left.mode == right.mode && left.prompt == right.prompt
      && left.selected == right.selected && left.scroll == right.scroll && left.history == right.history
  }

  /// The figure that the marker is at.
  public var selectedFigure: ScreenFigure? {
    screen.figures.indices.contains(selected) ? screen.figures[selected] : nil
  }

  /// In characters, of the terminal.
  public var columns: Int { look.width }

  // MARK: What the caller tells

  /// The terminal has another size. The screen is to be drawn again at its width.
  public mutating func resize(columns: Int, rows: Int) {
    look = Look(width: columns, language: look.language, isASCII: look.isASCII, offersCommands: look.offersCommands)
    self.rows = rows
    keepWithinBounds()
  }

  /// A place was drawn: the one that was asked for, or the same again with new facts or another width.
  public mutating func shown(_ place: Place, _ screen: Screen) {
    let identity = selectedFigure?.identity
    let isAsked = pending.map { $0.visit.place == place } ?? false
    self.screen = screen
    if isAsked, let pending {
      if pending.isBack {
        history.removeLast()
      } else if self.place.page != place.page || self.place.aanbieder != place.aanbieder {
        history.append(Visit(place: self.place, selected: selected, scroll: scroll))
        if history.count > 50 { history.removeFirst() }
      }
      (selected, scroll) = (pending.visit.selected, pending.visit.scroll)
      prompt = nil
      mode = .looking
      self.pending = nil
    } else if let identity, let found = screen.figures.firstIndex(where: { $0.identity == identity }) {
      selected = found
    }
    self.place = place
    keepWithinBounds()
  }

  /// What was asked for cannot be had; all stays as it was, and the reason is shown.
  public mutating func refused(_ problem: Prompt.Problem) {
    pending = nil
    if prompt != nil { prompt?.problem = problem } else { message = problem.text }
  }

  /// The figure that one looks into, through its facts or its details; nil at a screen or its help.
  public var examined: ScreenFigure? {
    switch mode {
    case .facts(let list, _): list.figure
    case .details(let figure, _): figure
    case .looking, .help: nil
    }
  }

  /// The figure of the details has become another one with new facts.
  public mutating func detailed(_ figure: ScreenFigure) {
    if case .details(_, let scroll) = mode { mode = .details(figure, scroll: scroll) }
    if case .facts(let list, let scroll) = mode {
      mode = .facts(FactList(figure, list.provenance), scroll: scroll)
    }
    if behindFacts != nil { behindFacts = figure }
    keepWithinBounds()
  }

  /// The facts behind a figure were found. Where those of the same figure are shown already, one stays at the same line.
  public mutating func explained(_ list: FactList) {
    switch mode {
    case .facts(_, let scroll): mode = .facts(list, scroll: scroll)
    case .details(let figure, _):
      behindFacts = figure
      mode = .facts(list, scroll: 0)
    case .looking, .help:
      behindFacts = nil
      mode = .facts(list, scroll: 0)
    }
    keepWithinBounds()
  }

  /// What was asked for was done.
  public mutating func told(_ message: Phrase) {
    prompt = nil
    self.message = message
  }

  // MARK: Keys

  /// Takes a key, and says what the caller is to do, if anything.
  public mutating func handle(_ key: Key) -> Effect? {
    message = nil
    if key != .tab, key != .backTab { triedIndicator = nil }
    switch key {
    case .control("c"): return .quit
    case .control("z"): return .suspend
    case .control("l"): return .repaint
    default: break
    }
    if prompt != nil { return typed(key) }
    switch mode {
    case .looking: return looked(key)
    case .facts, .details, .help: return read(key)
    }
  }

  mutating func go(to place: Place) -> Effect {
    let isSame = place.page == self.place.page && place.aanbieder == self.place.aanbieder
    let visit = isSame ? Visit(place: place, selected: selected, scroll: scroll) : Visit(place: place)
    pending = (visit, false)
    return .show(place)
  }

  mutating func goBack() -> Effect? {
    guard let visit = history.last else {
      message = BrowserWords.nothingBefore
      return nil
    }
    pending = (visit, true)
    return .show(visit.place)
  }
}
