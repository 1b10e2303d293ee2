import CanonicalJSON
import Words

/// An interview by a topic list, line by line.
///
/// It reads nothing and writes nothing: it is told each line that was typed and answers with steps. An answer becomes
/// a `record` step, and nothing more is asked until `recorded` or `failed` says how that went. So every answer is on
/// disk before the next question appears, and an interview that was broken off goes on from the answers on disk.
///
///     var capture = Capture(list: .regio, interview: "I-0007", known: [:])
///     capture.begin()                    // ask 1.1
///     capture.handle("Drie gemeenten")   // record
///     capture.recorded()                 // say, ask 1.2
///
/// A line that ends in `\` goes on in the next; `"""` begins and ends an answer of several lines. An empty line asks
/// again. Everything that begins with a slash is a command, which `?` lists.
public struct Capture: Sendable {
  /// What the next line is for.
  enum State: Sendable, Equatable {
    case notBegun
    case asking
    /// A number could not be read; the same line again keeps it as text.
    case confirming(String)
    case askingPeriod(JSONValue, shown: String)
    case askingFollowUp(FollowUp)
    indirect case collecting([String], isBlock: Bool, then: State)
    indirect case saving(CaptureRecord, shown: String, then: State)
    case closing
    case finished
  }

  public let list: TopicList
  /// The interview's code.
  public let interview: String
  /// The answers on disk by number of question or follow-up, as they are shown.
  public private(set) var known: [String: String]

  let questions: [Question]
  var state = State.notBegun
  /// The place of the question at hand in `questions`.
  var current = 0
  var skipped: Set<String> = []
  /// The question answered last, which a follow-up belongs to.
  var lastAnswered: String?
  /// What could not be recorded, to be tried again.
  var unsaved: (record: CaptureRecord, shown: String)?

  /// - Parameters:
  ///   - list: Has at least one question.
  ///   - known: The answers on disk by number of question or follow-up, as text to show.
  public init(list: TopicList, interview: String, known: [String: String] = [:]) {
    self.list = list
    self.interview = interview
    self.known = known
    questions = list.questions
  }

  // MARK: What happens

  /// The first steps: the first question without an answer.
  public mutating func begin() -> [Step] {
    guard state == .notBegun, !questions.isEmpty else { return [] }
    current = -1
    return advance()
  }

  /// What a typed line leads to.
  ///
  /// While a record step waits for its outcome a line changes nothing, and gives that step again.
  public mutating func handle(_ line: String) -> [Step] {
    switch state {
    case .notBegun: return begin()
    case .finished: return []
    case .saving(let record, _, _): return [.record(record)]
    case .collecting(let lines, let isBlock, let then): return collect(line, after: lines, isBlock: isBlock, then: then)
    case .asking, .confirming, .askingPeriod, .askingFollowUp, .closing: break
    }
    if let command = Command(line) { return carryOut(command) }
    let text = line.trimmed
    if text.isEmpty { return [.say(InterviewWords.nothingTyped), .ask(prompt)] }
    if text.hasPrefix(Self.block) || text.hasSuffix("\\") { return startCollecting(text) }
    return take(Command.answer(line))
  }

  /// The last record step is on disk.
  public mutating func recorded() -> [Step] {
    guard case .saving(let record, let shown, let then) = state else { return [] }
    unsaved = nil
    state = then
    guard let number = record.question else { return [.say(InterviewWords.quoteSaved)] + again() }
    known[number] = shown
    lastAnswered = FollowUp.question(of: number)
    skipped.remove(number)
    if number == questions[current].number, then == .asking { return [.say(InterviewWords.saved(number))] + advance() }
    return [.say(InterviewWords.saved(number))] + again()
  }

  /// The last record step could not be carried out: the same question is asked again, and `/opnieuw` tries the same
  /// answer once more.
  public mutating func failed() -> [Step] {
    guard case .saving(let record, let shown, let then) = state else { return [] }
    unsaved = (record, shown)
    state = then
    return [.say(InterviewWords.notSaved)] + again()
  }

  /// No more lines will come. What was typed of an answer of several lines becomes a record step, after whose outcome
  /// this is called again; without one the interview stops.
  public mutating func endOfInput() -> [Step] {
    switch state {
    case .finished: return []
    case .saving(let record, _, _): return [.record(record)]
    case .collecting(let lines, _, let then):
      state = then
      let text = lines.joined(separator: "\n").trimmed
      if text.isEmpty { return finish() }
      if case .askingFollowUp(let followUp) = then { return save(.text(text), shown: text, followUp: followUp) }
      return save(.text(text), shown: text)
    default: return finish()
    }
  }

  // MARK: Where it stands

  /// Numbers of the questions without an answer.
  public var open: [String] { questions.map(\.number).filter { known[$0] == nil } }

  var question: Question { questions[min(max(current, 0), questions.count - 1)] }

  mutating func finish() -> [Step] {
    state = .finished
    return [.finish(open: open)]
  }

  /// Goes to the next question without an answer that was not skipped: further on first, then from the beginning.
  mutating func advance() -> [Step] {
    let after = Array(questions.indices.dropFirst(current + 1)) + Array(questions.indices.prefix(max(0, current + 1)))
    guard let next = after.first(where: { known[questions[$0].number] == nil && !isSkipped($0) }) else {
      current = min(max(current, 0), questions.count - 1)
      state = .closing
      return again()
    }
    current = next
    state = .asking
    return again()
  }

  private func isSkipped(_ index: Int) -> Bool { skipped.contains(questions[index].number) }

  /// Asks what is being asked once more.
  func again() -> [Step] {
    if state == .closing {
      let skippedOnes = open
      return [.say(InterviewWords.allAsked(open: skippedOnes)), .ask(prompt)]
    }
    return [.ask(prompt)]
  }
}
