import PlainText
import Words

/// The keys that do something now, as many as there is room for.
struct KeyLines {
  let lines: [Line]

  /// - Parameter page: Where one looks; its figures may be none.
  init(_ mode: Browser.Mode, _ page: Page, hasFigures: Bool, _ look: Look, isShort: Bool) {
    let why = hasFigures ? [BrowserWords.keyWhy, BrowserWords.keyDetails] : []
    let (help, quit) = (BrowserWords.keyHelp, BrowserWords.keyQuit)
    switch mode {
    case .looking:
      let limits = page.hasFigures ? [BrowserWords.keyFilter, BrowserWords.keyPeriod] : []
      let actions =
        why + limits + [BrowserWords.keyExport] + (page == .aanbieders ? [BrowserWords.keyIndicator] : [])
        + [BrowserWords.keyBack] + (hasFigures ? [BrowserWords.keyChoose] : [BrowserWords.keyScroll])
        + (page.hasFigures ? [BrowserWords.keyStep] : [])
      let first = Self.line(of: actions, always: [help, quit], look)
      lines = isShort ? [first] : [first, Self.pages(look)]
    case .facts:
      lines = [
        Self.line(of: [BrowserWords.keyScroll, BrowserWords.keyExport], always: [BrowserWords.keyBack, quit], look)
      ]
    case .details:
      lines = [
        Self.line(of: [BrowserWords.keyWhy, BrowserWords.keyScroll], always: [BrowserWords.keyBack, quit], look)
      ]
    case .help: lines = [Self.line(of: [BrowserWords.keyScroll], always: [BrowserWords.keyBack, quit], look)]
    }
  }

  /// The screens, as close together as it takes; by their letters alone where that is not enough.
  private static func pages(_ look: Look) -> Line {
    for gap in [2, 1] {
      let line = joined(BrowserWords.pageKeys, gap: gap, look)
      if TextWidth.of(line.text) <= look.width { return line }
    }
    return joined([BrowserWords.pageLetters], gap: 1, look)
  }

  /// The first phrases that fit, and then those that always stand there.
  private static func line(of phrases: [Phrase], always: [Phrase], _ look: Look) -> Line {
    var count = phrases.count
    while count > 0, TextWidth.of(joined(phrases.prefix(count) + always, gap: 2, look).text) > look.width { count -= 1 }
    return joined(phrases.prefix(count) + always, gap: 2, look)
  }

  /// Each with its key, the first word, standing out.
  private static func joined(_ phrases: some Sequence<Phrase>, gap: Int, _ look: Look) -> Line {
    var line = Line()
    for phrase in phrases {
      let text = look.isASCII ? ASCIIText.nearest(to: ASCIIText.keys(phrase[look.language])) : phrase[look.language]
      let key = text.prefix { $0 != " " }
      line.append(line.spans.isEmpty ? " " : String(repeating: " ", count: gap))
      line.append(String(key), .strong)
      line.append(String(text.dropFirst(key.count)), .dim)
    }
    return line
  }
}

extension ASCIIText {
  /// Arrows by their names.
  static func keys(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "↑": result += "^"
      case "↓": result += "v"
      case "←": result += "<-"
      case "→": result += "->"
      default: result.append(character)
      }
    }
    return result
  }
}
