import PlainText
import Projection
import Query
import Vocabulary
import Words

/// What every screen has around its figures: the question above, the remarks and the next step below.
struct Frame {
  let look: Look
  let context: Context
  let hasInventedData: Bool

  /// The question, and behind it what the figures are about and who was heard.
  func head(_ question: Phrase, _ parts: [String]) -> [Line] {
    var pieces = parts.filter { !$0.isEmpty } + [heard]
    if context.workspaceName != "" { pieces.insert(context.workspaceName, at: 0) }
    var lines = [Line([Span(" "), Span(look.say(question), .strong)])]
    var used = 1 + TextWidth.of(look.say(question))
    for piece in pieces.map(look.plain) {
      let width = 3 + TextWidth.of(piece)
      if used + width > look.usableWidth {
        lines.append(Line("   " + piece))
        used = width
      } else {
        lines[lines.count - 1].append("   " + piece)
        used += width
      }
    }
    if hasInventedData { lines.append(remark(look.say(QueryWords.inventedData), .warning)[0]) }
    lines.append(look.ruler())
    return lines
  }

  private var heard: String {
    let numbers = look.numbers
    let counts = DashboardWords.heard(numbers.count(context.heardLogCount), of: numbers.count(context.knownLogCount))
    guard let oldest = context.oldestHeard, let today = context.today else { return look.say(counts) }
    let days = Int(today.days) - Int(oldest.days)
    return look.say(counts) + ", " + look.say(DashboardWords.oldest(daysAgo: days, numbers.count(days)))
  }

  /// A remark, wrapped to the screen; a warning starts with its mark.
  func remark(_ text: String, _ style: Style = .plain) -> [Line] {
    let mark = style == .warning ? look.warning + " " : ""
    let indent = " " + mark
    let lines = TextWidth.wrapped(look.plain(text), to: look.usableWidth - 2 - TextWidth.of(mark))
    return lines.enumerated().map { index, line in
      Line((index == 0 ? indent : String(repeating: " ", count: TextWidth.of(indent))) + line, style)
    }
  }

  /// How many conflicts and waiting lines there are.
  var standing: [Line] {
    let numbers = look.numbers
    var lines: [Line] = []
    if context.conflictCount > 0 {
      let words = DashboardWords.conflicts(context.conflictCount, numbers.count(context.conflictCount))
      lines += remark(look.say(words) + ": veldlog conflicts", .warning)
    } else {
      lines += remark(look.say(CommandWords.noConflicts))
    }
    if context.heldCount > 0 {
      let words = DashboardWords.held(context.heldCount, numbers.count(context.heldCount))
      lines += remark(look.say(words) + ": veldlog trust list", .warning)
    }
    return lines
  }

  /// The notes of results that the head does not say already, each once; kinds that nobody records are not told on every
  /// screen.
  func notes(of results: [QueryResult], where isShown: (QueryNote) -> Bool = { _ in true }) -> [Line] {
    var seen: [QueryNote] = []
    for note in results.flatMap(\.notes) where note != .inventedData && isShown(note) && !seen.contains(note) {
      if case .noFacts = note { continue }
      seen.append(note)
    }
    return seen.flatMap { remark(look.say($0.phrase())) }
  }

  /// Which definitions and vocabulary the figures follow.
  func definitions(of results: [QueryResult]) -> [Line] {
    var names: [String] = []
    for name in results.flatMap(\.definitions) where !names.contains(name) { names.append(name) }
    if names.isEmpty { return [] }
    let vocabulary = results.first.map { look.separator + look.say(QueryWords.vocabulary($0.vocabularyVersion)) } ?? ""
    let text = look.say(DashboardWords.definitions(names.joined(separator: ", "))) + vocabulary
    return remark(text, .dim)
  }

  /// What can be typed next, on as many lines as it takes.
  func next(_ commands: [String]) -> [Line] {
    guard look.offersCommands else { return [] }
    let label = look.say(DashboardWords.next)
    var lines: [Line] = []
    for command in commands {
      let width = TextWidth.of(look.separator) + TextWidth.of(command)
      if let last = lines.last, TextWidth.of(last.text) + width < look.usableWidth {
        lines[lines.count - 1].append(look.separator + command, .dim)
      } else {
        let indent = lines.isEmpty ? label : String(repeating: " ", count: TextWidth.of(label))
        lines.append(Line(" " + indent + command, .dim))
      }
    }
    return lines
  }

  /// A screen without figures: why, and what to type to get them, if that helps.
  func empty(_ question: Phrase, _ reason: Phrase, _ commands: [String]) -> Screen {
    empty(question, [reason], commands)
  }

  func empty(_ question: Phrase, _ reasons: [Phrase], _ commands: [String]) -> Screen {
    var lines = head(question, [])
    let headCount = lines.count
    lines += reasons.flatMap { remark(look.say($0)) }
    if !commands.isEmpty {
      lines += remark(look.say(DashboardWords.typeThis))
      lines += commands.map { Line("   " + $0, .strong) }
    }
    var screen = Screen(lines)
    screen.headCount = headCount
    return screen
  }
}
