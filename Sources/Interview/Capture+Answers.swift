import CanonicalJSON
import Words

/// Answers: from what was typed to a record step.
extension Capture {
  /// What begins and ends an answer of several lines.
  static let block = "\"\"\""

  /// An answer, of one line or of several put together.
  mutating func take(_ text: String) -> [Step] {
    switch state {
    case .askingFollowUp(let followUp): return save(.text(text), shown: text, followUp: followUp)
    case .askingPeriod(let value, let shown): return takePeriod(text, value, shown)
    case .confirming(text): return save(.text(text), shown: text)
    case .closing: return [.say(InterviewWords.noQuestionHere)] + again()
    default: break
    }
    guard let unit = question.unit else { return save(.text(text), shown: text) }
    switch NumberAnswer(text, unit: unit) {
    case .range: return save(.text(text), shown: text)
    case .number(let value, .known(let period)): return save(.number(value, period: period), shown: text)
    case .number(let value, .unknown): return save(.number(value, period: nil), shown: text)
    case .number(let value, .notGiven):
      state = .askingPeriod(value, shown: text)
      return again()
    case .problem(let problem):
      state = .confirming(text)
      return [.say(problem.phrase(unit: unit)), .say(InterviewWords.sameAgainKeepsText), .ask(prompt)]
    }
  }

  private mutating func takePeriod(_ text: String, _ value: JSONValue, _ shown: String) -> [Step] {
    if text == "-" { return save(.number(value, period: nil), shown: shown) }
    guard let period = NumberAnswer.period(text) else {
      return [.say(InterviewWords.notAPeriod(text)), .ask(prompt)]
    }
    return save(.number(value, period: period), shown: "\(shown) (\(period))")
  }

  /// The step that records an answer to the question or follow-up at hand.
  mutating func save(_ answer: Answer, shown: String, followUp: FollowUp? = nil) -> [Step] {
    let number = followUp?.number ?? question.number
    let base = followUp.flatMap { list.question(FollowUp.question(of: $0.number)) } ?? question
    let record = CaptureRecord.answer(
      answer, to: base, followUp: followUp, of: list, in: interview, replacesKnownAnswer: known[number] != nil
    )
    return save(record, shown: shown, then: followUp == nil ? .asking : resting)
  }

  mutating func save(_ record: CaptureRecord, shown: String, then: State) -> [Step] {
    state = .saving(record, shown: shown, then: then)
    return [.record(record)]
  }

  /// The state that a follow-up or quote leads back to: the question at hand, or the end of the list.
  var resting: State {
    let hasNext = questions.contains { known[$0.number] == nil && !skipped.contains($0.number) }
    return hasNext || state == .asking ? .asking : .closing
  }

  // MARK: Several lines

  mutating func startCollecting(_ text: String) -> [Step] {
    if state == .closing { return [.say(InterviewWords.noQuestionHere)] + again() }
    let then = state
    guard text.hasPrefix(Self.block) else {
      state = .collecting([String(text.dropLast()).trimmed], isBlock: false, then: then)
      return again()
    }
    let rest = text.dropFirst(Self.block.count)
    if rest.hasSuffix(Self.block) { return takeOrAsk(String(rest.dropLast(Self.block.count)).trimmed) }
    state = .collecting(rest.isEmpty ? [] : [String(rest)], isBlock: true, then: then)
    return again()
  }

  mutating func collect(_ line: String, after lines: [String], isBlock: Bool, then: State) -> [Step] {
    let text = line.trimmed
    let isLast = isBlock ? text.hasSuffix(Self.block) : !text.hasSuffix("\\")
    var lines = lines
    if isBlock {
      lines.append(isLast ? String(text.dropLast(Self.block.count)) : line)
    } else {
      lines.append(isLast ? text : String(text.dropLast()).trimmed)
    }
    if !isLast {
      state = .collecting(lines, isBlock: isBlock, then: then)
      return [.ask(prompt)]
    }
    state = then
    return takeOrAsk(lines.joined(separator: "\n").trimmed)
  }

  private mutating func takeOrAsk(_ text: String) -> [Step] {
    text.isEmpty ? [.say(InterviewWords.nothingTyped)] + again() : take(text)
  }
}
