import Words

extension NumberProblem {
  /// What to tell the one who typed it.
  public func phrase(unit: Unit) -> Phrase {
    switch self {
    case .notANumber: InterviewWords.notANumber(unit: unit.name)
    case .broken(let typed): InterviewWords.brokenNumber(typed, unit: unit.name)
    case .unclear(let typed, let readings): InterviewWords.unclearNumber(typed, readings: readings)
    case .extraWords(let words): InterviewWords.extraWords(words)
    }
  }
}
