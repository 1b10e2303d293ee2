/// What an interviewer can type in the place of an answer: a slash and a word, in Dutch or English.
enum Command: Equatable {
  case skip, back, list, stop, retry, help
  case missing(MissingReason)
  case goTo(String)
  /// The question's text; empty where none was typed.
  case followUp(String)
  case quote(String)
  case unknown(String)

  /// The command that a line holds; nil for an answer. An answer that begins with a slash is typed with two.
  init?(_ line: String) {
    let line = line.trimmed
    if line == "?" {
      self = .help
      return
    }
    guard line.hasPrefix("/"), !line.hasPrefix("//") else { return nil }
    let word = line.prefix { !$0.isWhitespace }
    let rest = String(line[word.endIndex...]).trimmed
    switch word.dropFirst().lowercased() {
    case "over", "skip": self = .skip
    case "weetniet", "dontknow": self = .missing(.unknown)
    case "geweigerd", "refused": self = .missing(.refused)
    case "nvt", "na": self = .missing(.notApplicable)
    case "terug", "back": self = .back
    case "lijst", "list": self = .list
    case "naar", "goto": self = .goTo(rest)
    case "doorvraag", "followup": self = .followUp(rest)
    case "citaat", "quote": self = .quote(rest)
    case "opnieuw", "retry": self = .retry
    case "stop": self = .stop
    case "hulp", "help": self = .help
    default: self = .unknown(String(word))
    }
  }

  var isQuote: Bool { if case .quote = self { true } else { false } }

  /// The answer that a line without a command holds: `//text` stands for `/text`.
  static func answer(_ line: String) -> String {
    let line = line.trimmed
    return line.hasPrefix("//") ? String(line.dropFirst()) : line
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
