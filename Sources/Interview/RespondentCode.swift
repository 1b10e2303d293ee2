import Words

/// Whether a respondent or interview is named by a code and not by a person's name.
///
/// A code is groups of letters and digits with hyphens between: at most four letters in a row and at least one digit,
/// such as `R16`, `I-0007` or `zee-R3`. The name behind it belongs in the `prive` log only.
public enum RespondentCode {
  public enum Problem: Error, Sendable, Equatable {
    case empty
    case hasSpace(String)
    case looksLikeName(String)
    case hasCharacter(String, Character)
  }

  /// The longest run of letters that is still no name.
  static let longestLetters = 4
  static let longestCode = 20

  /// What is wrong with a code; nil when it is one.
  public static func problem(with code: String) -> Problem? {
    if code.isEmpty { return .empty }
    if code.contains(where: \.isWhitespace) { return .hasSpace(code) }
    let isPlain = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }
    if let other = code.first(where: { !isPlain($0) && !$0.isLetter }) { return .hasCharacter(code, other) }
    let letters = code.split { !$0.isLetter }
    let hasDigit = code.contains { $0.isASCII && $0.isNumber }
    let hasLongLetters = letters.contains { $0.count > longestLetters }
    if !hasDigit || hasLongLetters || code.count > longestCode { return .looksLikeName(code) }
    return code.first(where: { !isPlain($0) }).map { .hasCharacter(code, $0) }
  }
}

extension RespondentCode.Problem {
  public var phrase: Phrase {
    switch self {
    case .empty: InterviewWords.codeEmpty
    case .hasSpace(let code): InterviewWords.codeHasSpace(code)
    case .looksLikeName(let code): InterviewWords.codeLooksLikeName(code)
    case .hasCharacter(let code, let character): InterviewWords.codeHasCharacter(code, String(character))
    }
  }
}
