/// Puts the lines of a file of answers together.
struct AnswersReader {
  private(set) var entries: [AnswersFile.Entry] = []
  private(set) var problems: [AnswersProblem] = []

  /// The answer that lines are being added to.
  private struct Open {
    let line: Int
    /// Nil where the number is not of this list: its lines are passed over.
    let question: Question?
    var followUp: FollowUp?
    var lines: [String] = []
    var reasons: [MissingReason] = []
    /// Whether something about it was refused already, so that no half of it is recorded.
    var hasProblem = false
  }

  private let list: TopicList
  private var open: Open?
  private var firstLines: [String: Int] = [:]
  private var hasReportedLooseText = false

  init(list: TopicList) {
    self.list = list
  }

  mutating func take(_ line: String, number: Int) {
    if line.hasPrefix("#") { return }
    if let (question, rest) = Self.questionNumber(in: line) {
      begin(question, rest, line: number)
      return
    }
    let isIndented = line.first?.isWhitespace == true
    if !isIndented, let command = Command(line), open?.question != nil || command.isQuote {
      carryOut(command, line: number)
    } else if open != nil {
      open?.lines.append(isIndented ? line.trimmed : Command.answer(line))
    } else if !line.trimmed.isEmpty, !hasReportedLooseText {
      refuse(.textBeforeQuestions, line: number)
      hasReportedLooseText = true
    }
  }

  /// Closes the last answer.
  mutating func finish() {
    guard let open else { return }
    self.open = nil
    guard let question = open.question, !open.hasProblem else { return }
    let text = open.lines.joined(separator: "\n").trimmed
    if let reason = open.reasons.first {
      if !text.isEmpty || open.reasons.count > 1 {
        refuse(.textAfterCommand, line: open.line)
      } else {
        add(.missing(reason), to: question, open)
      }
    } else if !text.isEmpty {
      switch Self.answer(text, to: question, isFollowUp: open.followUp != nil) {
      case .success(let answer): add(answer, to: question, open)
      case .failure(let refusal): refuse(refusal.kind, line: open.line)
      }
    }
  }

  private mutating func add(_ answer: Answer, to question: Question, _ open: Open) {
    entries.append(.init(line: open.line, content: .answer(answer, to: question, followUp: open.followUp)))
  }

  /// Names a problem, and keeps the answer at hand from being recorded.
  private mutating func refuse(_ kind: AnswersProblem.Kind, line: Int) {
    problems.append(AnswersProblem(line: line, kind: kind))
    open?.hasProblem = true
  }

  private mutating func begin(_ number: String, _ rest: String, line: Int) {
    finish()
    guard let question = list.question(number) else {
      refuse(.unknownQuestion(number), line: line)
      open = Open(line: line, question: nil)
      return
    }
    if let firstLine = firstLines[number] {
      refuse(.answeredTwice(number, firstLine: firstLine), line: line)
      open = Open(line: line, question: nil)
      return
    }
    open = Open(line: line, question: question)
    if let command = Command(rest) {
      carryOut(command, line: line)
    } else if !rest.isEmpty {
      open?.lines.append(Command.answer(rest))
    }
    // A blank form filled in further down may name a number twice; only one with an answer counts.
    if !rest.isEmpty { firstLines[number] = line }
  }

  private mutating func carryOut(_ command: Command, line: Int) {
    switch command {
    case .followUp(let text): beginFollowUp(text, line: line)
    case .quote(""): problems.append(AnswersProblem(line: line, kind: .quoteWithoutText))
    case .quote(let text): entries.append(.init(line: line, content: .quote(text)))
    case .missing(let reason): open?.reasons.append(reason)
    case .skip: break
    case .unknown(let word): refuse(.unknownCommand(word), line: line)
    case .back: refuse(.notInAFile("/terug"), line: line)
    case .list: refuse(.notInAFile("/lijst"), line: line)
    case .goTo: refuse(.notInAFile("/naar"), line: line)
    case .retry: refuse(.notInAFile("/opnieuw"), line: line)
    case .stop: refuse(.notInAFile("/stop"), line: line)
    case .help: refuse(.notInAFile("?"), line: line)
    }
  }

  private mutating func beginFollowUp(_ text: String, line: Int) {
    guard let question = open?.question else { return }
    finish()
    if text.isEmpty {
      refuse(.followUpWithoutText, line: line)
      open = Open(line: line, question: nil)
      return
    }
    let number = FollowUp.number(from: question.number) { firstLines[$0] != nil }
    firstLines[number] = line
    open = Open(line: line, question: question, followUp: FollowUp(number: number, text: text))
  }

  private struct Refusal: Error {
    let kind: AnswersProblem.Kind
  }

  private static func answer(_ text: String, to question: Question, isFollowUp: Bool) -> Result<Answer, Refusal> {
    guard !isFollowUp, let unit = question.unit else { return .success(.text(text)) }
    switch NumberAnswer(text, unit: unit) {
    case .range: return .success(.text(text))
    case .number(_, .notGiven): return .failure(Refusal(kind: .missingPeriod))
    case .number(let value, .unknown): return .success(.number(value, period: nil))
    case .number(let value, .known(let period)): return .success(.number(value, period: period))
    case .problem(let problem): return .failure(Refusal(kind: .number(problem, unit)))
    }
  }

  /// The number and what follows it, in a line such as `4.2: text`.
  private static func questionNumber(in line: String) -> (number: String, rest: String)? {
    let number = line.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let after = line[number.endIndex...].drop { $0 == " " || $0 == "\t" }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), after.first == ":" else { return nil }
    return (String(number), String(after.dropFirst()).trimmed)
  }
}
