import Words

/// The answers to a topic list from a text file.
///
///     # comment, to the end of the line
///     4.1: Via wijkteams en huisartsen.
///       Een tweede regel van hetzelfde antwoord.
///     /doorvraag sinds wanneer?
///     2016
///     /citaat Er wordt beter gekeken of het korter kan.
///     4.2: 110 fte 2015
///     4.3: /weetniet
///
/// An answer begins with the number of its question at the start of a line and a colon, and runs to the next one.
/// Lines that are indented always belong to the answer above. A number without an answer, or with `/over`, leaves
/// the question open. All problems are collected; what has none can be recorded all the same.
public struct AnswersFile: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    /// The line it begins on, counted from 1.
    public let line: Int
    public let content: Content
  }

  public enum Content: Sendable, Equatable {
    case answer(Answer, to: Question, followUp: FollowUp?)
    case quote(String)
  }

  /// In the order of the file.
  public internal(set) var entries: [Entry] = []
  public internal(set) var problems: [AnswersProblem] = []
  public let list: TopicList

  /// Reads a file; line ends may be LF, CRLF or CR, and a byte order mark is passed over.
  public init(_ text: String, list: TopicList) {
    self.list = list
    var reader = AnswersReader(list: list)
    for (index, line) in Self.lines(of: text).enumerated() { reader.take(line, number: index + 1) }
    reader.finish()
    entries = reader.entries
    problems = reader.problems
  }

  /// The facts to record for an interview, in the order of the file.
  ///
  /// A follow-up that is on disk with the same question keeps its number there, so the same file again gives the same
  /// facts; another one gets the next free number.
  ///
  /// - Parameters:
  ///   - known: The numbers of questions and follow-ups whose answers are on disk.
  ///   - knownFollowUps: The texts of those that are follow-ups, by number.
  public func records(
    interview: String, known: Set<String> = [], knownFollowUps: [String: String] = [:]
  ) -> [CaptureRecord] {
    var used: Set<String> = []
    return entries.map { entry in
      switch entry.content {
      case .quote(let text): return .quote(text, in: interview)
      case .answer(let answer, let question, var followUp):
        if let asked = followUp {
          let same = knownFollowUps.filter {
            FollowUp.question(of: $0.key) == question.number && $0.value == asked.text && !used.contains($0.key)
          }
          let number =
            same.keys.min()
            ?? FollowUp.number(from: question.number) {
              used.contains($0) || known.contains($0) || knownFollowUps[$0] != nil
            }
          used.insert(number)
          followUp = FollowUp(number: number, text: asked.text)
        }
        return .answer(
          answer, to: question, followUp: followUp, of: list, in: interview,
          replacesKnownAnswer: known.contains(followUp?.number ?? question.number)
        )
      }
    }
  }

  private static func lines(of text: String) -> [String] {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
  }
}

/// What is wrong in a file of answers, and on which line.
public struct AnswersProblem: Error, Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case unknownQuestion(String)
    case answeredTwice(String, firstLine: Int)
    case textBeforeQuestions
    case unknownCommand(String)
    /// A command that only makes sense at the terminal.
    case notInAFile(String)
    case textAfterCommand
    case followUpWithoutText
    case quoteWithoutText
    case missingPeriod
    case number(NumberProblem, Unit)
  }

  public let line: Int
  public let kind: Kind

  public var phrase: Phrase {
    let phrase: Phrase =
      switch kind {
      case .unknownQuestion(let number): InterviewWords.unknownQuestionInFile(number)
      case .answeredTwice(let number, let firstLine): InterviewWords.answeredTwice(number, firstLine: firstLine)
      case .textBeforeQuestions: InterviewWords.textBeforeQuestions
      case .unknownCommand(let word): InterviewWords.unknownCommand(word)
      case .notInAFile(let word): InterviewWords.notInAFile(word)
      case .textAfterCommand: InterviewWords.textAfterCommand
      case .followUpWithoutText: InterviewWords.followUpNeedsText
      case .quoteWithoutText: InterviewWords.quoteNeedsText
      case .missingPeriod: InterviewWords.missingPeriod
      case .number(let problem, let unit): problem.phrase(unit: unit)
      }
    return InterviewWords.inLine(line, phrase)
  }
}
