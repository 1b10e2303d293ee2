import PlainText
import CanonicalJSON
import CivilTime
import Interview
import Terminal
import Vocabulary
import Words
import Workspace

/// An interview in the terminal, or from a file of answers.
struct InterviewRun {
  private let invocation: Invocation
  private let recording: Recording
  private let register: InterviewRegister
  private var console: Console { invocation.console }

  /// Takes the workspace's lock for as long as the interview lasts.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    recording = try Recording(try invocation.workspace())
    register = InterviewRegister(in: try recording.facts().state)
  }

  // MARK: Beginning and going on

  /// `interview new`
  func begin() throws -> ExitStatus {
    try invocation.expectAtMost(1)
    let arguments = invocation.arguments
    let code = arguments.value("--interview") ?? register.nextCode
    if register.entry(code) != nil { throw InterviewError.exists(code) }
    let respondents = arguments.values("--respondent")
    guard !respondents.isEmpty else { throw UsageError.missingWord(InterviewCommandWords.aRespondent) }
    for respondent in respondents + [code] {
      if let problem = RespondentCode.problem(with: respondent) { throw InterviewError.respondent(problem) }
    }
    let list = try Command.topicList(arguments.value("--list") ?? "regio")
    try recordInterview(code, list, respondents)
    return try run(list, code, known: [:], rows: [:])
  }

  /// `interview resume`
  func resume() throws -> ExitStatus {
    try invocation.expectAtMost(2)
    let entry: InterviewRegister.Entry
    if invocation.words.count > 1 {
      guard let named = register.entry(invocation.words[1]) else { throw InterviewError.unknown(invocation.words[1]) }
      entry = named
    } else {
      let open = register.entries.filter { $0.answeredCount < $0.topicList?.questions.count ?? 0 }
      // The one whose facts this instance wrote last is the one that was broken off.
      let table = try recording.facts().state.table
      let own = recording.workspace.ownPublic
      func latest(_ entry: InterviewRegister.Entry) -> (isOwn: Int, time: Int64, row: Int) {
        (Array(entry.answers.values) + [entry.row].compactMap { $0 }).map { row in
          (own.contains(table.branch(at: row).log) ? 1 : 0, table.time(row), row)
        }.max { $0 < $1 } ?? (0, 0, 0)
      }
      guard let last = open.max(by: { latest($0) < latest($1) }) else { throw InterviewError.noneOpen }
      entry = last
    }
    let list = try entry.topicList ?? Command.topicList("regio")
    return try run(list, entry.code, known: shown(entry.answers), rows: entry.answers)
  }

  private func recordInterview(_ code: String, _ list: TopicList, _ respondents: [String]) throws {
    let today = Instant(milliseconds: invocation.surroundings.clock.now()).date.iso
    var words = [
      "interview=" + code, "respondenten=" + respondents.joined(separator: ";"), "topiclijst=" + list.id,
      "topiclijst_versie=\(list.version)", "datum=" + (invocation.arguments.value("--date") ?? today),
    ]
    words.append("regio=" + (invocation.arguments.value("--regio") ?? recording.workspace.settings.regio))
    guard let kind = recording.workspace.vocabulary.kind(named: "interview") else { return }
    var payload = JSONObject()
    for (name, value) in try FieldArguments.read(words, kind: kind, vocabulary: recording.workspace.vocabulary) {
      payload[name] = value
    }
    _ = try recording.record("interview", payload)
  }

  /// The answers that are known, as they are shown.
  private func shown(_ answers: [String: Int]) throws -> [String: String] {
    let table = try recording.facts().state.table
    return answers.compactMapValues { row in
      guard let payload = table.payloadObject(row) else { return nil }
      if let text = payload["tekst"]?.stringValue { return text }
      if let reason = payload["reden_ontbreekt"]?.stringValue { return InterviewWords.missing(reason) }
      return payload["waarde"].map { $0.canonicalText + " " + (payload["eenheid"]?.stringValue ?? "") }
    }
  }

  private func run(
    _ list: TopicList, _ code: String, known: [String: String], rows: [String: Int]
  ) throws -> ExitStatus {
    if let file = invocation.arguments.value("--answers") {
      return try takeAnswers(from: file, list, code, rows)
    }
    console.note(InterviewCommandWords.started(code, list.title))
    var capture = Capture(list: list, interview: code, known: known)
    var steps = capture.begin()[...]
    var status = ExitStatus.done
    while let step = steps.popFirst() {
      switch step {
      case .say(let phrase): console.note(phrase)
      case .progress(let topics): show(topics)
      case .record(let record):
        // Nothing more is asked before this is on disk.
        do {
          try recording.record(record)
          steps += capture.recorded()
        } catch {
          _ = ErrorText.report(error, on: console)
          steps += capture.failed()
        }
      case .ask(let prompt):
        ask(prompt)
        steps += nextLine().map { capture.handle($0) } ?? capture.endOfInput()
      case .finish(let open):
        do { try recording.finishInterview() } catch { status = ErrorText.report(error, on: console) }
        let total = list.questions.count
        console.out(InterviewCommandWords.stopped(code, answered: total - open.count, of: total))
      }
    }
    return status
  }

  /// The next line that was typed; one that the terminal cut off is not taken.
  ///
  /// A terminal passes on at most 4,095 bytes of a line and drops the rest without a word.
  private func nextLine() -> String? {
    while let line = TerminalStream.nextLine() {
      guard console.isInputTerminal, line.utf8.count >= 4095 else { return line }
      console.note(ErrorWords.lineCutByTerminal)
      Console.write("> ", to: 2)
    }
    return nil
  }

  // MARK: From a file

  private func takeAnswers(
    from path: String, _ list: TopicList, _ code: String, _ rows: [String: Int]
  ) throws -> ExitStatus {
    let bytes = try invocation.surroundings.files.contents(of: invocation.environment.absolute(path))
    let file = AnswersFile(String(decoding: bytes, as: UTF8.self), list: list)
    for problem in file.problems { console.note(problem.phrase) }
    let table = try recording.facts().state.table
    let followUps = rows.compactMapValues { table.payloadObject($0)?["doorvraag"]?.stringValue }
    var (recorded, known, failed) = (0, 0, 0)
    for record in file.records(interview: code, known: Set(rows.keys), knownFollowUps: followUps) {
      do {
        switch try recording.record(record) {
        case .recorded: recorded += 1
        case .known: known += 1
        }
      } catch let error as WorkspaceError {
        failed += 1
        console.note(InterviewCommandWords.notRecorded(ErrorText.message(for: error).text))
      }
    }
    try recording.finishInterview()
    let answered = InterviewRegister(in: try recording.workspace.ownState()).entry(code)?.answeredCount ?? 0
    if console.format == .json {
      console.out([
        "interview": .string(code), "recorded": .integer(Int64(recorded)), "known": .integer(Int64(known)),
        "rejected": .integer(Int64(failed + file.problems.count)),
      ])
    } else {
      console.out(InterviewCommandWords.recordedFromFile(recorded, known))
      console.out(InterviewCommandWords.stopped(code, answered: answered, of: list.questions.count))
    }
    let skippedCount = failed + file.problems.count
    if skippedCount > 0 { console.note(InterviewCommandWords.fileHasProblems(skippedCount)) }
    return skippedCount > 0 ? .aside : .done
  }

  // MARK: On the screen

  private func ask(_ prompt: Prompt) {
    let language = console.language
    let width = min(console.width, 100)
    if prompt.kind == .question || prompt.kind == .followUp {
      console.note("")
      let place =
        "\(prompt.topic.number) \(prompt.topic.title[language])  (\(prompt.answeredCount)/\(prompt.questionCount))"
      console.note(Style.gray.applied(to: place, in: console.palette))
    }
    let lines = TextLayout.wrapped(prompt.number + "  " + prompt.text[language], to: width)
    for line in lines { console.note(Style.bold.applied(to: line, in: console.palette)) }
    for probe in prompt.probes where prompt.kind == .question { console.note("     + " + probe[language]) }
    if let unit = prompt.unit { console.note("     " + InterviewCommandWords.unit(unit)[language]) }
    if let known = prompt.known {
      console.note("     " + InterviewCommandWords.earlier(SafeText.visible(known, keepsLineEnds: true))[language])
    }
    Console.write("> ", to: 2)
  }

  private func show(_ topics: [TopicProgress]) {
    for topic in topics {
      let marks = topic.marks.map { mark in
        let sign =
          switch mark.state {
          case .answered: "●"
          case .skipped: "◐"
          case .open: "○"
          }
        return mark.isCurrent ? "[" + sign + "]" : sign
      }
      let title = TextLayout.padded("\(topic.number) \(topic.title[console.language])", to: 62)
      console.note(" " + title + marks.joined() + (topic.followUpCount > 0 ? "  +\(topic.followUpCount)" : ""))
    }
  }
}
