import PlainText
import Words

/// From the state to what stands on the terminal.
extension Browser {
  /// - Parameters:
  ///   - status: What is said of the facts that arrive, in one line.
  ///   - describe: Gives the text of a fact by the number of its line; asked only for those that show.
  public func picture(status: Phrase, describe: (Int32) -> FactList.Row) -> Picture {
    if isTooSmall { return Picture(lines: tooSmall) }
    let window = window
    var lines = top(window, describe)
    let free = rows - window.footRows - lines.count
    lines += Array(repeating: Line(), count: max(0, free))
    let foot = foot(status)
    lines += foot
    return Picture(
      lines: lines.prefix(rows).map { $0.cut(to: columns, isASCII: look.isASCII) },
      cursor: cursor(firstFootRow: rows - foot.count))
  }

  private var tooSmall: [Line] {
    let words = BrowserWords.tooSmall(columns: Self.fewestColumns, rows: Self.fewestRows, found: (columns, rows))
    return TextWidth.wrapped(look.say(words), to: max(1, columns)).prefix(max(1, rows)).map {
      Line($0).cut(to: columns, isASCII: look.isASCII)
    }
  }

  /// Everything above the foot.
  private func top(_ window: Window, _ describe: (Int32) -> FactList.Row) -> [Line] {
    switch mode {
    case .looking:
      var lines = screen.lines
      if let figure = selectedFigure, lines.indices.contains(figure.line) {
        lines[figure.line] = lines[figure.line].marked(look.marker)
      }
      return Array(lines.prefix(window.headRows))
        + lines.dropFirst(window.headRows + scroll).prefix(window.bodyRows)
    case .facts(let list, let scroll):
      let text = FactsText(list, look)
      if window.headRows > 0 { return text.head + text.body(scroll..<scroll + window.bodyRows, describe) }
      let head = text.head.dropFirst(scroll).prefix(window.bodyRows)
      let first = max(0, scroll - text.head.count)
      return head + text.body(first..<first + window.bodyRows - head.count, describe)
    case .details(_, let scroll), .help(let scroll):
      let lines = readingHead + reading
      return Array(lines.prefix(window.headRows))
        + lines.dropFirst(window.headRows + scroll).prefix(window.bodyRows)
    }
  }

  /// What stays at the top while facts, details or help are read.
  var readingHead: [Line] {
    switch mode {
    case .looking: []
    case .facts(let list, _): FactsText(list, look).head
    case .details(let figure, _): DetailsText(figure, look).head
    case .help: HelpText(place.page, screen.indicators, look).head
    }
  }

  var readingCount: Int {
    if case .facts(let list, _) = mode { return FactsText(list, look).bodyCount }
    return reading.count
  }

  private var reading: [Line] {
    switch mode {
    case .looking, .facts: []
    case .details(let figure, _): DetailsText(figure, look).body
    case .help: HelpText(place.page, screen.indicators, look).body
    }
  }

  // MARK: The foot

  /// As many lines as it takes.
  ///
  /// - Parameter status: Nil where only their number matters.
  func foot(_ status: Phrase?) -> [Line] {
    if let prompt { return question(prompt) }
    var lines: [Line] = []
    if let message {
      lines = TextWidth.wrapped(look.say(message), to: columns - 4).prefix(2).enumerated().map { index, text in
        Line((index == 0 ? " \(look.warning) " : "   ") + text, .warning)
      }
    } else if let status {
      let below = linesBelow > 0 ? look.say(BrowserWords.below(look.numbers.count(linesBelow))) + look.separator : ""
      lines = [Line(" " + below + look.say(status), .dim)]
    } else {
      lines = [Line()]
    }
    return lines
      + KeyLines(
        mode, place.page, hasFigures: !screen.figures.isEmpty, look, isShort: rows < 20
      ).lines
  }

  private func question(_ prompt: Prompt) -> [Line] {
    let label = promptLabel(prompt)
    let shift = promptShift(prompt)
    let text = String(prompt.line.text.dropFirst(shift))
    var lines = [Line([Span(label, .strong), Span(look.plain(SafeText.visible(text)))])]
    if let problem = prompt.problem {
      if let position = problem.position, position >= shift {
        let before = TextWidth.of(String(prompt.line.text.dropFirst(shift).prefix(position - shift)))
        let word = prompt.line.text.dropFirst(position).prefix { $0 != " " }
        let blanks = String(repeating: " ", count: TextWidth.of(label) + before)
        lines.append(Line(blanks + String(repeating: "^", count: max(1, TextWidth.of(String(word)))), .warning))
      }
      let texts = TextWidth.wrapped(look.say(problem.text), to: columns - 4)
      lines += texts.prefix(3).enumerated().map { Line(($0 == 0 ? " \(look.warning) " : "   ") + $1, .warning) }
    } else {
      lines += TextWidth.wrapped(look.say(prompt.hint), to: columns - 2).prefix(3).map { Line(" " + $0, .dim) }
    }
    lines.append(Line(" " + look.say(BrowserWords.promptKeys), .dim))
    return lines
  }

  private func promptLabel(_ prompt: Prompt) -> String { " " + look.say(prompt.label) + ": " }

  /// How many characters of a long line are left of what shows.
  private func promptShift(_ prompt: Prompt) -> Int {
    max(0, prompt.line.cursor + TextWidth.of(promptLabel(prompt)) + 2 - columns)
  }

  private func cursor(firstFootRow: Int) -> Picture.Cursor? {
    guard let prompt else { return nil }
    let column = TextWidth.of(promptLabel(prompt)) + prompt.line.cursor - promptShift(prompt)
    return Picture.Cursor(row: firstFootRow, column: column)
  }
}
