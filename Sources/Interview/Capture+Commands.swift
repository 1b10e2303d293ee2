import Words

/// Commands: everything typed that begins with a slash.
extension Capture {
  mutating func carryOut(_ command: Command) -> [Step] {
    switch command {
    case .help: return [.say(InterviewWords.commands), .ask(prompt)]
    case .list: return [.progress(progress), .ask(prompt)]
    case .stop: return finish()
    case .unknown(let word): return [.say(InterviewWords.unknownCommand(word)), .ask(prompt)]
    case .skip: return skip()
    case .back: return back()
    case .goTo(let number): return goTo(number)
    case .missing(let reason): return saveMissing(reason)
    case .followUp(let text): return startFollowUp(text)
    case .quote(let text): return saveQuote(text)
    case .retry: return retry()
    }
  }

  private mutating func skip() -> [Step] {
    switch state {
    case .closing: return again()
    case .askingFollowUp:
      state = resting
      return again()
    default:
      if known[question.number] == nil { skipped.insert(question.number) }
      return advance()
    }
  }

  private mutating func back() -> [Step] {
    switch state {
    case .asking:
      guard current > 0 else { return [.say(InterviewWords.firstQuestion), .ask(prompt)] }
      current -= 1
    case .askingFollowUp:
      state = resting
      return again()
    default: break
    }
    state = .asking
    return again()
  }

  private mutating func goTo(_ number: String) -> [Step] {
    let inTopic = questions.indices.filter { questions[$0].number.hasPrefix(number + ".") }
    let place =
      questions.firstIndex { $0.number == number } ?? inTopic.first { known[questions[$0].number] == nil }
      ?? inTopic.first
    guard let place, !number.isEmpty else { return [.say(InterviewWords.noSuchQuestion(number)), .ask(prompt)] }
    current = place
    state = .asking
    return again()
  }

  private mutating func saveMissing(_ reason: MissingReason) -> [Step] {
    let shown = InterviewWords.missing(reason.rawValue)
    switch state {
    case .closing: return [.say(InterviewWords.noQuestionHere)] + again()
    case .askingFollowUp(let followUp): return save(.missing(reason), shown: shown, followUp: followUp)
    case .askingPeriod(let value, let shown): return save(.number(value, period: nil), shown: shown)
    default: return save(.missing(reason), shown: shown)
    }
  }

  /// A follow-up belongs to the question that its text begins with, else to the one answered last, so that asking on
  /// after an answer needs no number; else to the question at hand.
  private mutating func startFollowUp(_ typed: String) -> [Step] {
    let first = String(typed.prefix { !$0.isWhitespace })
    let named = list.question(first)
    let text = named == nil ? typed : String(typed.dropFirst(first.count)).trimmed
    if text.isEmpty { return [.say(InterviewWords.followUpNeedsText), .ask(prompt)] }
    let isAtKnownOne = state != .closing && known[question.number] != nil
    let base = named?.number ?? (isAtKnownOne ? question.number : lastAnswered ?? question.number)
    state = .askingFollowUp(FollowUp(number: FollowUp.number(from: base) { known[$0] != nil }, text: text))
    return again()
  }

  private mutating func saveQuote(_ text: String) -> [Step] {
    if text.isEmpty { return [.say(InterviewWords.quoteNeedsText), .ask(prompt)] }
    return save(.quote(text, in: interview), shown: text, then: state)
  }

  private mutating func retry() -> [Step] {
    guard let unsaved else { return [.say(InterviewWords.nothingToRetry), .ask(prompt)] }
    guard let number = unsaved.record.question, let place = questions.firstIndex(where: { $0.number == number }) else {
      return save(unsaved.record, shown: unsaved.shown, then: resting)
    }
    current = place
    return save(unsaved.record, shown: unsaved.shown, then: .asking)
  }

  // MARK: What is shown

  var progress: [TopicProgress] {
    list.topics.map { topic in
      let marks = topic.questions.map { question in
        TopicProgress.Mark(
          number: question.number,
          state: known[question.number] != nil ? .answered : skipped.contains(question.number) ? .skipped : .open,
          isCurrent: question.number == self.question.number && state != .closing
        )
      }
      let followUps = known.keys.filter { number in
        list.question(number) == nil && list.question(FollowUp.question(of: number)) != nil
          && list.topic(of: number)?.number == topic.number
      }
      return TopicProgress(number: topic.number, title: topic.title, marks: marks, followUpCount: followUps.count)
    }
  }

  /// The question that the next line is for.
  var prompt: Prompt {
    switch state {
    case .askingFollowUp(let followUp):
      return prompt(.followUp, number: followUp.number, Phrase(same: followUp.text))
    case .askingPeriod: return prompt(.period, number: question.number, InterviewWords.whichPeriod)
    case .collecting(_, let isBlock, let then):
      var number = question.number
      if case .askingFollowUp(let followUp) = then { number = followUp.number }
      return prompt(.moreLines, number: number, isBlock ? InterviewWords.endOfBlock : Phrase(same: ""))
    case .closing: return prompt(.closing, number: question.number, InterviewWords.closing)
    default:
      return Prompt(
        kind: .question, topic: topic, number: question.number, text: question.text, probes: question.probes,
        unit: question.unit?.name, known: known[question.number], answeredCount: questions.count - open.count,
        questionCount: questions.count
      )
    }
  }

  private var topic: Topic { list.topic(of: question.number) ?? list.topics[0] }

  private func prompt(_ kind: Prompt.Kind, number: String, _ text: Phrase) -> Prompt {
    Prompt(
      kind: kind, topic: list.topic(of: number) ?? topic, number: number, text: text, probes: [], unit: nil,
      known: known[number], answeredCount: questions.count - open.count, questionCount: questions.count
    )
  }
}
