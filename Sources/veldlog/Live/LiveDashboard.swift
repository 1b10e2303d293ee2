import Dashboard
import PlainText
import Platform
import Query
import Terminal
import Words
import Workspace

/// `dashboard --live`: a `Browser` on the terminal, over facts that are read again when the logs change.
struct LiveDashboard {
  private let invocation: Invocation
  private let notes: KeptNotes
  private var console: Console { invocation.console }
  private var facts: LiveFacts
  private var browser: Browser
  private var painter = LinePainter()
  /// How the logs stood when they were last looked at.
  private var stamp: LogsStamp
  /// When they were last looked at, and when facts last came; milliseconds of the clock.
  private var lookedAt: Int64
  private var cameAt: Int64?
  /// What came then.
  private var news = LiveNews()
  private let newestDay: String?

  private static let look = 500

  /// Reads the facts and draws the first screen, before anything happens to the terminal.
  ///
  /// - Throws: What a dashboard that is drawn once throws.
  init(_ invocation: Invocation, at place: Place) throws {
    notes = KeptNotes()
    var console = invocation.console
    console.keptNotes = notes
    self.invocation = Invocation(
      arguments: invocation.arguments, console: console, environment: invocation.environment,
      surroundings: invocation.surroundings, givenFolder: invocation.givenFolder)
    facts = try LiveFacts(self.invocation)
    try DashboardRun.check(place, facts.drawing)
    stamp = facts.stamp
    newestDay = facts.newestDay
    lookedAt = invocation.surroundings.clock.now()
    let look = Look(
      width: console.width, language: console.language, isASCII: invocation.environment.knowsOnlyASCII,
      offersCommands: false)
    browser = Browser(at: place, try facts.drawing.drawn(place, look), look, rows: 24)
  }

  /// - Throws: `TerminalSession.Failure`.
  mutating func run() throws -> ExitStatus {
    let session = try TerminalSession()
    defer { session.leave() }
    resize()
    sayNotes()
    while true {
      paint(on: session)
      for event in session.events(within: Self.look) {
        switch event {
        case .key(let key): if handle(key, session) { return .done }
        case .resized: resize()
        case .suspended: suspend(session)
        case .closed: return .done
        case .ended(let number):
          session.leave()
          TerminalSession.end(bySignal: number)
          return .refused
        }
      }
      lookForFacts()
    }
  }

  // MARK: Keys

  /// Takes a key; true when it ends the dashboard.
  private mutating func handle(_ key: Key, _ session: TerminalSession) -> Bool {
    switch browser.handle(key) {
    case nil: break
    case .quit: return true
    case .suspend: suspend(session)
    case .repaint: painter.forget()
    case .show(let place): show(place)
    case .explain(let figure): explain(figure)
    case .export(let name): export(to: name)
    }
    return false
  }

  private mutating func show(_ place: Place) {
    do throws(QueryError) {
      browser.shown(place, try facts.drawing.drawn(place, browser.look))
    } catch {
      browser.refused(Prompt.Problem(error))
    }
  }

  private mutating func explain(_ figure: ScreenFigure) {
    do throws(QueryError) {
      browser.explained(try facts.list(figure))
    } catch {
      browser.refused(Prompt.Problem(error))
    }
  }

  private mutating func suspend(_ session: TerminalSession) {
    session.suspend()
    resize()
    painter.forget()
  }

  private mutating func resize() {
    let size = TerminalStream.output.size ?? TerminalSize(columns: 80, rows: 24)
    painter.forget()
    browser.resize(columns: size.columns, rows: size.rows)
    redraw()
  }

  // MARK: Export

  private mutating func export(to name: String) {
    let path = invocation.environment.absolute(name)
    do {
      let text = try exportText()
      let file = try invocation.surroundings.files.open(path, .create(mode: 0o600))
      try file.write(Array(text.utf8))
      try file.synchronize()
      browser.told(BrowserWords.exported(path))
    } catch let error as FileError where error.reason == .exists {
      browser.refused(Prompt.Problem(BrowserWords.alreadyThere(path)))
    } catch {
      browser.refused(Prompt.Problem(ErrorText.message(for: error).text))
    }
  }

  private func exportText() throws -> String {
    if case .facts(let list, _) = browser.mode { return list.csv(facts.describe) }
    return try facts.drawing.file(browser.place).csv
  }

  // MARK: New facts

  /// Reads the facts again where the logs changed since the last look; at most twice a second.
  private mutating func lookForFacts() {
    let now = invocation.surroundings.clock.now()
    // A clock that went back looks at once.
    if now >= lookedAt, now - lookedAt < Self.look { return }
    lookedAt = now
    let stamp = LogsStamp(facts.figures.workspace)
    guard stamp != self.stamp else { return }
    self.stamp = stamp
    do {
      let before = facts.count
      facts = try LiveFacts(invocation)
      self.stamp = facts.stamp
      news = facts.count.since(before)
      cameAt = now
      redraw()
      sayNotes()
    } catch {
      // What was read before stays on the screen; the next change is another chance.
      browser.refused(Prompt.Problem(ErrorText.message(for: error).text))
    }
  }

  /// Draws the same place again, and the same facts behind a figure.
  private mutating func redraw() {
    do throws(QueryError) {
      browser.shown(browser.place, try facts.drawing.drawn(browser.place, browser.look))
      guard let examined = browser.examined else { return }
      let figure = try facts.drawing.again(examined, on: browser.screen)
      browser.detailed(figure)
      if case .facts = browser.mode { browser.explained(try facts.list(figure)) }
    } catch {
      browser.refused(Prompt.Problem(error))
    }
  }

  /// Shows what was said while the facts were read.
  private mutating func sayNotes() {
    let texts = notes.take()
    if !texts.isEmpty { browser.refused(Prompt.Problem(Phrase(same: texts.joined(separator: " · ")))) }
  }

  private var status: Phrase {
    guard let cameAt else { return BrowserWords.noNewFacts(lastKnown: newestDay) }
    let seconds = max(0, invocation.surroundings.clock.now() - cameAt) / 1000
    let ago = BrowserWords.secondsAgo(Int(seconds))
    return news.phrase(ago: ago)
  }

  // MARK: Drawing

  private mutating func paint(on session: TerminalSession) {
    let picture = browser.picture(status: status, describe: facts.describe)
    let lines = picture.lines.map { line in
      line.spans.map { $0.style.onTerminal.applied(to: SafeText.visible($0.text), in: console.palette) }.joined()
    }
    let cursor = picture.cursor.map { (row: $0.row, column: $0.column) }
    session.write(painter.text(for: lines, rows: browser.rows, cursor: cursor))
  }
}
