import PlainText
import CanonicalJSON
import Interview
import Terminal
import Words
import Workspace

/// Interviews as a table, and one of them in full.
struct InterviewList {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// `interview list`
  func list() throws -> ExitStatus {
    try invocation.expectAtMost(1)
    let entries = InterviewRegister(in: try invocation.workspace().ownState()).entries
    var listing = Listing(
      columns: [
        .init(key: "interview", title: InterviewCommandWords.code),
        .init(key: "datum", title: InterviewCommandWords.datum), .init(key: "regio", title: CommandWords.regio),
        .init(key: "respondenten", title: InterviewCommandWords.respondents),
        .init(key: "topiclijst", title: InterviewCommandWords.list),
        .init(key: "answered", title: InterviewCommandWords.answered, isNumber: true),
        .init(key: "quotes", title: InterviewCommandWords.quotes, isNumber: true),
        .init(key: "controle", title: InterviewCommandWords.check),
      ], empty: InterviewCommandWords.empty)
    listing.rows = entries.map { entry in
      let total = entry.topicList.map { "/\($0.questions.count)" } ?? ""
      return [
        entry.code, entry.datum ?? "", entry.regio ?? "", entry.respondents.joined(separator: " "), entry.list ?? "",
        "\(entry.answeredCount)\(total)", String(entry.quoteCount), entry.check ?? "",
      ]
    }
    listing.json = .array(
      entries.map { entry in
        [
          "interview": .string(entry.code), "datum": entry.datum.map(JSONValue.string) ?? .null,
          "regio": entry.regio.map(JSONValue.string) ?? .null,
          "respondenten": .array(entry.respondents.map(JSONValue.string)),
          "topiclijst": entry.list.map(JSONValue.string) ?? .null, "answered": .integer(Int64(entry.answeredCount)),
          "questions": .integer(Int64(entry.topicList?.questions.count ?? 0)),
          "quotes": .integer(Int64(entry.quoteCount)), "controle": entry.check.map(JSONValue.string) ?? .null,
        ]
      })
    listing.print(on: invocation.console)
    return .done
  }

  /// `interview show`
  func show() throws -> ExitStatus {
    let code = try invocation.word(1, InterviewCommandWords.aCode)
    try invocation.expectAtMost(2)
    let state = try invocation.workspace().ownState()
    guard let entry = InterviewRegister(in: state).entry(code) else { throw InterviewError.unknown(code) }
    let console = invocation.console
    let answers = entry.answers.sorted { Self.precedes($0.key, $1.key) }
    if console.format == .json {
      console.out([
        "interview": .string(code), "respondenten": .array(entry.respondents.map(JSONValue.string)),
        "answers": .array(answers.map { FactText.json($0.value, in: state) }),
      ])
      return .done
    }
    let heading: [String?] = [code, entry.datum, entry.regio, entry.respondents.joined(separator: " "), entry.list]
    console.out(heading.compactMap { $0 }.joined(separator: "  ·  "))
    for (number, row) in answers {
      let payload = state.table.payloadObject(row) ?? JSONObject()
      let question =
        payload["doorvraag"]?.stringValue ?? entry.topicList?.question(number)?.text[console.language] ?? ""
      console.out("")
      for line in TextLayout.wrapped(number + "  " + question, to: console.width) {
        console.out(Style.bold.applied(to: line, in: console.palette))
      }
      for line in text(of: payload).split(separator: "\n", omittingEmptySubsequences: false) {
        for part in TextLayout.wrapped(String(line), to: console.width - 5) { console.out("     " + part) }
      }
    }
    return .done
  }

  private func text(of payload: JSONObject) -> String {
    if let text = payload["tekst"]?.stringValue { return SafeText.visible(text, keepsLineEnds: true) }
    if let reason = payload["reden_ontbreekt"]?.stringValue { return InterviewWords.missing(reason) }
    let number = payload["waarde"]?.canonicalText ?? ""
    return [number, payload["eenheid"]?.stringValue, payload["periode"]?.stringValue].compactMap { $0 }
      .joined(separator: " ")
  }

  /// `4.2` before `4.2a` before `4.10`.
  static func precedes(_ left: String, _ right: String) -> Bool {
    func parts(_ number: String) -> [Int] {
      number.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    }
    let (leftParts, rightParts) = (parts(left), parts(right))
    return leftParts == rightParts ? left < right : leftParts.lexicographicallyPrecedes(rightParts)
  }
}
