/// A piece of a question, and where it starts.
struct Token: Equatable {
  enum Kind: Equatable {
    case word
    /// A word between quotes, which is never a keyword.
    case quoted
    case comparison(Comparison)
    case comma
    case open
    case close
    case end
  }

  let kind: Kind
  let text: String
  /// In characters from the start of the question.
  let position: Int

  /// Cuts a question into pieces; the last is always `end`.
  static func tokens(of question: String) throws(QueryError) -> [Token] {
    let characters = Array(question)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if let closing = closingQuote(of: character) {
        guard let end = characters[(index + 1)...].firstIndex(of: closing) else {
          throw QueryError(position: start, reason: .unclosedQuote)
        }
        tokens.append(Token(kind: .quoted, text: String(characters[(index + 1)..<end]), position: start))
        index = end + 1
      } else if let (kind, length) = sign(at: index, of: characters) {
        index += length
        tokens.append(Token(kind: kind, text: String(characters[start..<index]), position: start))
      } else if isWordPart(character) {
        while index < characters.count, isWordPart(characters[index]) { index += 1 }
        tokens.append(Token(kind: .word, text: String(characters[start..<index]), position: start))
      } else {
        throw QueryError(position: start, reason: .unexpectedCharacter(String(character)))
      }
    }
    tokens.append(Token(kind: .end, text: "", position: characters.count))
    return tokens
  }

  private static func closingQuote(of character: Character) -> Character? {
    switch character {
    case "\"", "'": character
    case "\u{201C}", "\u{201E}": "\u{201D}"
    case "\u{2018}": "\u{2019}"
    default: nil
    }
  }

  static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-./:@+&".contains(character)
  }

  private static func sign(at index: Int, of characters: [Character]) -> (Kind, length: Int)? {
    let next = index + 1 < characters.count ? characters[index + 1] : " "
    switch (characters[index], next) {
    case (",", _): return (.comma, 1)
    case ("(", _): return (.open, 1)
    case (")", _): return (.close, 1)
    case ("!", "="), ("<", ">"): return (.comparison(.isNot), 2)
    case ("≠", _): return (.comparison(.isNot), 1)
    case ("<", "="): return (.comparison(.isAtMost), 2)
    case ("≤", _): return (.comparison(.isAtMost), 1)
    case (">", "="): return (.comparison(.isAtLeast), 2)
    case ("≥", _): return (.comparison(.isAtLeast), 1)
    case ("<", _): return (.comparison(.isBefore), 1)
    case (">", _): return (.comparison(.isAfter), 1)
    case ("=", "="): return (.comparison(.isEqual), 2)
    case ("=", _): return (.comparison(.isEqual), 1)
    default: return nil
    }
  }
}
