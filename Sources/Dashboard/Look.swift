import Words

/// How a screen is to look: its width, its language and the characters it may use.
public struct Look: Sendable, Equatable {
  /// In columns. Below 60 lines get longer than the screen; above 140 nothing gets wider.
  public let width: Int
  public let language: Language
  /// Whether to stay within ASCII.
  public let isASCII: Bool
  /// Whether a screen ends with commands to type next: not where keys do their work.
  public let offersCommands: Bool

  public init(width: Int = 80, language: Language = .dutch, isASCII: Bool = false, offersCommands: Bool = true) {
    self.width = width
    self.language = language
    self.isASCII = isASCII
    self.offersCommands = offersCommands
  }

  /// In columns: no screen fits in fewer.
  public static let fewestColumns = 60

  var usableWidth: Int { min(max(width, Self.fewestColumns), 140) }
  var numbers: NumberText { NumberText(language, isASCII: isASCII) }

  /// The phrase in the screen's language and characters.
  func say(_ phrase: Phrase) -> String { plain(phrase[language]) }

  /// The text with letters and signs beyond ASCII replaced by what comes nearest.
  func plain(_ text: String) -> String { isASCII ? ASCIIText.nearest(to: text) : text }

  // Marks: each has a form in ASCII, and none differs only in colour.
  var up: String { isASCII ? "^" : "▲" }
  var down: String { isASCII ? "v" : "▼" }
  var warning: String { isASCII ? "!" : "⚠" }
  var separator: String { isASCII ? " - " : " · " }
  var rule: String { isASCII ? "-" : "─" }
  var dash: String { isASCII ? "-" : "–" }
  var marker: String { isASCII ? ">" : "▸" }

  func ruler() -> Line {
    Line(" " + String(repeating: rule, count: usableWidth - 2), .dim)
  }
}

/// Text for terminals and files that know only ASCII.
public enum ASCIIText {
  public static func nearest(to text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text {
      if character.isASCII {
        result.append(character)
      } else if let replacement = replacements[character] {
        result += replacement
      } else {
        result += letter(of: character)
      }
    }
    return result
  }

  private static let replacements: [Character: String] = [
    "–": "-", "—": "-", "\u{2212}": "-", "·": "-", "…": "...", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "\"",
    "»": "\"", "×": "x", "€": "EUR", "≥": ">=", "≤": "<=", "≠": "!=", "\u{A0}": " ", "\u{202F}": " ", "ø": "o",
    "ß": "ss", "─": "-", "│": "|", "▸": ">", "⚠": "!", "▲": "^", "▼": "v", "●": "o", "→": "->", "←": "<-",
  ]

  /// The letter without its marks, where that is ASCII: the parts of a precomposed letter come from its name, which is
  /// fixed by Unicode (`LATIN SMALL LETTER E WITH DIAERESIS`).
  private static func letter(of character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "?" }
    if scalar.isASCII { return String(Character(scalar)) }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else { return "?" }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
