import Tabular
import Words

extension ImportWords {
  /// What is wrong with a row of a table.
  static func phrase(of problem: CSVProblem) -> Phrase {
    switch problem {
    case .cellCount(let expected, let found): cellCount(expected: expected, found: found)
    case .unclosedQuote(let line): unclosedQuote(line: line)
    case .textAfterQuote(let line): textAfterQuote(line: line)
    }
  }
}
