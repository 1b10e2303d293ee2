import CanonicalJSON
import Interview
import Testing
import Vocabulary
import Words

/// Plays an interview: records go to a list at once unless told otherwise.
private struct Player {
  var capture: Capture
  var records: [CaptureRecord] = []
  var said: [Phrase] = []
  var prompt: Prompt?
  var open: [String]?
  var progress: [TopicProgress] = []

  init(known: [String: String] = [:], list: TopicList = .regio) {
    capture = Capture(list: list, interview: "I-0007", known: known)
    follow(capture.begin())
  }

  mutating func follow(_ steps: [Step]) {
    for step in steps {
      switch step {
      case .say(let phrase): said.append(phrase)
      case .ask(let prompt): self.prompt = prompt
      case .progress(let progress): self.progress = progress
      case .finish(let open): self.open = open
      case .record(let record):
        records.append(record)
        follow(capture.recorded())
      }
    }
  }

  /// Types lines, and gives back the number asked for then.
  @discardableResult
  mutating func type(_ lines: String...) -> String {
    for line in lines { follow(capture.handle(line)) }
    return prompt?.number ?? ""
  }
}

@Suite struct CaptureTests {
  private func text(_ record: CaptureRecord?) -> String? { record?.payload["tekst"]?.stringValue }

  @Test func `an answer is recorded before the next question is asked`() throws {
    var capture = Capture(list: .regio, interview: "I-0007")
    guard case .ask(let first)? = capture.begin().last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(first.number == "1.1")
    #expect(first.questionCount == 33)
    let steps = capture.handle("Zeven gemeenten.")
    guard case .record(let record)? = steps.first, steps.count == 1 else {
      Issue.record("not a record alone: \(steps)")
      return
    }
    #expect(record.kind == "antwoord")
    #expect(
      String(decoding: JSONValue.object(record.payload).canonicalBytes, as: UTF8.self)
        == #"{"interview":"I-0007","tekst":"Zeven gemeenten.","topic":"regioverband","topiclijst":"regio@1","vraag":"1.1"}"#
    )
    #expect(!record.replacesKnownAnswer)
    // Nothing moves until the outcome is known.
    #expect(capture.handle("te vroeg") == [.record(record)])
    guard case .ask(let next)? = capture.recorded().last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(next.number == "1.2")
    #expect(next.answeredCount == 1)
    #expect(capture.recorded() == [])
  }

  @Test func `an interview goes on where the answers on disk end`() {
    let player = Player(known: ["1.1": "a", "1.2": "b", "1.3a": "los", "1.4": "d"])
    #expect(player.prompt?.number == "1.3")
    #expect(player.prompt?.answeredCount == 3)
  }

  @Test func `a failed record asks the same question, and retry saves the same answer`() {
    var capture = Capture(list: .regio, interview: "I-0007")
    _ = capture.begin()
    let record = capture.handle("antwoord")
    guard case .ask(let again)? = capture.failed().last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(again.number == "1.1")
    #expect(capture.handle("/opnieuw") == record)
    guard case .ask(let next)? = capture.recorded().last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(next.number == "1.2")
    #expect(capture.handle("/retry").contains(.say(InterviewWords.nothingToRetry)))
  }

  @Test(arguments: [
    ("/weetniet", "nnb"), ("/dontknow", "nnb"), ("/geweigerd", "geweigerd"), ("/NVT", "nvt"), (" /na ", "nvt"),
  ])
  func `a missing answer is recorded with its reason`(line: String, reason: String) {
    var player = Player()
    #expect(player.type(line) == "1.2")
    #expect(player.records.last?.payload["reden_ontbreekt"]?.stringValue == reason)
    #expect(player.records.last?.payload["tekst"] == nil)
  }

  @Test func `an empty line asks again and records nothing`() {
    var player = Player()
    #expect(player.type("", "   ", "\t") == "1.1")
    #expect(player.records.isEmpty)
    #expect(player.said == [InterviewWords.nothingTyped, InterviewWords.nothingTyped, InterviewWords.nothingTyped])
  }

  @Test func `skipping leaves a question open without asking it again`() {
    var player = Player()
    #expect(player.type("/over", "b") == "1.3")
    #expect(player.records.map(\.question) == ["1.2"])
    player.type("/lijst")
    #expect(player.progress[0].marks.map(\.state) == [.skipped, .answered, .open, .open])
    #expect(player.progress[0].marks.map(\.isCurrent) == [false, false, true, false])
    #expect(player.capture.open.contains("1.1"))
    #expect(player.type("/naar 1.1", "a") == "1.3")
  }

  @Test func `going back replaces the earlier answer`() {
    var player = Player()
    player.type("eerst", "/terug")
    #expect(player.prompt?.number == "1.1")
    #expect(player.prompt?.known == "eerst")
    #expect(player.type("beter") == "1.2")
    #expect(player.records.map(\.replacesKnownAnswer) == [false, true])
    #expect(player.records.map(\.question) == ["1.1", "1.1"])
    player.type("/terug", "/terug")
    #expect(player.said.last == InterviewWords.firstQuestion)
  }

  @Test func `leaving a known answer as it is goes to the next open question`() {
    var player = Player()
    player.type("a", "b", "/naar 1.1")
    #expect(player.type("/over") == "1.3")
    #expect(player.records.count == 2)
  }

  @Test func `one can go to a question or to a topic, and not to one that is not there`() {
    var player = Player()
    #expect(player.type("/naar 4.2") == "4.2")
    #expect(player.type("/goto 6") == "6.1")
    #expect(player.type("/naar 4.9") == "6.1")
    #expect(player.said.last == InterviewWords.noSuchQuestion("4.9"))
    #expect(player.type("/naar") == "6.1")
    #expect(player.type("x", "/naar 6") == "6.2")
  }

  @Test func `after a jump the questions passed over come by in the end`() {
    var player = Player(
      known: Dictionary(uniqueKeysWithValues: TopicList.regio.questions.dropFirst(2).map { ($0.number, "x") }))
    #expect(player.prompt?.number == "1.1")
    #expect(player.type("/naar 1.2", "b") == "1.1")
    player.type("a")
    #expect(player.prompt?.kind == .closing)
  }

  @Test func `a follow-up belongs to the answer just given and keeps its question`() {
    var player = Player()
    player.type("a", "/doorvraag sinds wanneer?")
    #expect(player.prompt?.kind == .followUp)
    #expect(player.prompt?.number == "1.1a")
    #expect(player.prompt?.text[.dutch] == "sinds wanneer?")
    #expect(player.type("2016") == "1.2")
    let record = player.records.last
    #expect(record?.payload["vraag"]?.stringValue == "1.1a")
    #expect(record?.payload["doorvraag"]?.stringValue == "sinds wanneer?")
    #expect(record?.payload["topic"]?.stringValue == "regioverband")
    #expect(text(record) == "2016")
    player.type("/doorvraag en daarna?", "/weetniet")
    #expect(player.records.last?.question == "1.1b")
    #expect(player.records.last?.payload["reden_ontbreekt"]?.stringValue == "nnb")
    player.type("/followup 4.2 welke functies?")
    #expect(player.prompt?.number == "4.2a")
    #expect(player.type("/over") == "1.2")
    player.type("/lijst")
    #expect(player.progress[0].followUpCount == 2)
  }

  @Test func `a follow-up to a question that asks a number is text`() {
    var player = Player()
    player.type("/naar 3.2", "5,6 fte 2016", "/doorvraag waarvan ingehuurd?", "een of twee")
    #expect(text(player.records.last) == "een of twee")
    #expect(player.records.last?.payload["eenheid"] == nil)
  }

  @Test func `letters of follow-ups go on after those on disk`() {
    var known = ["1.1": "x"]
    for letter in "abcdefghijklmnopqrstuvwxyz" { known["1.1\(letter)"] = "x" }
    var player = Player(known: known)
    player.type("/doorvraag 1.1 nog iets?")
    #expect(player.prompt?.number == "1.1za")
  }

  @Test func `a quote waits for release and leaves the question where it was`() {
    var player = Player()
    #expect(player.type("/citaat Er wordt beter gekeken.") == "1.1")
    #expect(player.records.last?.kind == "quote")
    #expect(
      String(decoding: JSONValue.object(player.records[0].payload).canonicalBytes, as: UTF8.self)
        == #"{"interview":"I-0007","tekst":"Er wordt beter gekeken.","vrijgave":"wacht"}"#
    )
    player.type("/citaat")
    #expect(player.records.count == 1)
  }

  @Test func `a number is recorded with its unit and period`() {
    var player = Player()
    #expect(player.type("/naar 3.2", "5,6 fte 2016") == "3.3")
    let payload = player.records.last?.payload
    #expect(payload?["waarde"] == JSONValue(5.6))
    #expect(payload?["eenheid"]?.stringValue == "fte")
    #expect(payload?["periode"]?.stringValue == "2016")
    #expect(payload?["tekst"] == nil)
  }

  @Test func `a number without a period asks for it, and - says that it is not known`() {
    var player = Player()
    player.type("/naar 3.2", "9")
    #expect(player.prompt?.kind == .period)
    #expect(player.records.isEmpty)
    player.type("vorig jaar")
    #expect(player.prompt?.kind == .period)
    #expect(player.type("2016q2") == "3.3")
    #expect(player.records.last?.payload["periode"]?.stringValue == "2016k2")
    player.type("/naar 4.2", "110", "-")
    #expect(player.records.last?.payload["waarde"] == 110)
    #expect(player.records.last?.payload["periode"] == nil)
  }

  @Test func `an unclear number is asked back, and the same line again keeps it as text`() {
    var player = Player()
    #expect(player.type("/naar 3.2", "5/6") == "3.2")
    #expect(player.said.contains(InterviewWords.unclearNumber("5/6", readings: ["5 tot 6", "5,6"])))
    #expect(player.records.isEmpty)
    #expect(player.type("5/6") == "3.3")
    #expect(text(player.records.last) == "5/6")
    player.type("/terug", "5/6", "5 tot 6")
    #expect(text(player.records.last) == "5 tot 6")
    player.type("/terug", "5/6", "5,6 2016")
    #expect(player.records.last?.payload["waarde"] == JSONValue(5.6))
    #expect(player.records.last?.replacesKnownAnswer == true)
  }

  @Test func `a line ending in a backslash goes on, and three quotes hold several lines`() {
    var player = Player()
    player.type("eerste \\")
    #expect(player.prompt?.kind == .moreLines)
    #expect(player.type("/over is hier tekst \\", "derde") == "1.2")
    #expect(text(player.records.last) == "eerste\n/over is hier tekst\nderde")
    player.type("\"\"\"", "een", "", "  drie", "\"\"\"")
    #expect(text(player.records.last) == "een\n\n  drie")
    player.type("\"\"\"kort\"\"\"")
    #expect(text(player.records.last) == "kort")
    #expect(player.type("\"\"\"", "\"\"\"") == "1.4")
    #expect(player.records.count == 3)
  }

  @Test func `an answer that begins with a slash is typed with two`() {
    var player = Player()
    player.type("//over de streep")
    #expect(text(player.records.last) == "/over de streep")
    #expect(player.type("/overslaan") == "1.2")
    #expect(player.said.last == InterviewWords.unknownCommand("/overslaan"))
  }

  @Test func `stopping names what is open, and nothing happens after it`() {
    var player = Player()
    player.type("a", "/stop")
    #expect(player.open?.count == 32)
    #expect(player.capture.handle("b") == [])
  }

  @Test func `at the end quotes and follow-ups are still possible`() {
    let all = Dictionary(uniqueKeysWithValues: TopicList.regio.questions.dropLast().map { ($0.number, "x") })
    var player = Player(known: all)
    #expect(player.prompt?.number == "9.2")
    player.type("3 fte 2016")
    #expect(player.prompt?.kind == .closing)
    player.type("/doorvraag waarvan?", "bij de regio", "/citaat Het is veel.", "zomaar tekst")
    #expect(player.records.map(\.question) == ["9.2", "9.2a", nil])
    #expect(player.prompt?.kind == .closing)
    #expect(player.said.contains(InterviewWords.noQuestionHere))
    #expect(player.type("/terug") == "9.2")
    #expect(player.prompt?.known == "3 fte 2016")
    player.type("/stop")
    #expect(player.open == [])
  }

  @Test func `an answer of several lines that is broken off is recorded as far as it came`() {
    var player = Player()
    player.type("/naar 3.2", "\"\"\"", "een", "twee")
    player.follow(player.capture.endOfInput())
    #expect(text(player.records.last) == "een\ntwee")
    player.follow(player.capture.endOfInput())
    #expect(player.open?.count == 32)
    #expect(player.capture.endOfInput() == [])
  }

  @Test func `every question of both lists can be answered in turn`() {
    for list in TopicList.all {
      var player = Player(list: list)
      for question in list.questions {
        #expect(player.prompt?.number == question.number)
        player.type(question.unit == nil ? "antwoord" : "12 2016")
      }
      #expect(player.records.map(\.question) == list.questions.map(\.number))
      #expect(player.prompt?.kind == .closing)
    }
  }

  @Test func `everything an interview records is right by the vocabulary`() throws {
    var player = Player()
    player.type(
      "clie\u{308}nten", "/doorvraag hoe\u{301}?", "/weetniet", "/citaat e\u{301}e\u{301}n", "/nvt", "/geweigerd")
    player.type("een \\", "", "/naar 3.2", "5,6 fte 2016k2", "/naar 8.2", "€ 1.255.309,36 -", "/naar 5.5", "5/6", "5/6")
    #expect(player.records.count == 9)
    for record in player.records {
      let kind = try #require(Vocabulary.standard.kind(named: record.kind))
      #expect(Vocabulary.standard.problems(in: record.payload, kind: kind) == [])
    }
  }

  @Test func `any lines at all keep one question open until the end and lose no answer`() {
    let lines = [
      "a", "", "/over", "/terug", "/naar 4.2", "/naar 9", "/weetniet", "/doorvraag x", "/citaat y", "?", "/lijst", "9",
      "2016", "5/6", "\"\"\"", "b \\", "/opnieuw", "/x", "-", "12 2016",
    ]
    var state: UInt64 = 29
    for round in 0..<300 {
      var player = Player()
      for _ in 0..<80 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        player.prompt = nil
        player.type(lines[Int(state >> 33) % lines.count])
        #expect(player.prompt != nil, "round \(round)")
      }
      let answered = Set(player.records.compactMap(\.question))
      #expect(answered == Set(player.capture.known.keys), "round \(round)")
      var seen: Set<String> = []
      for record in player.records {
        guard let number = record.question else { continue }
        #expect(record.replacesKnownAnswer == seen.contains(number), "round \(round), \(number)")
        seen.insert(number)
      }
    }
  }
}
