import CanonicalJSON
import CivilTime
import Interview
import Vocabulary
import Words
import Workspace

extension Command {
  static let interview = Command(
    "interview", InterviewCommandWords.summary,
    forms: [
      "new --respondent CODE… [--list regio|aanbieder] [--regio R] [--interview CODE] [--answers FILE]",
      "resume [CODE] [--answers FILE]", "list", "show CODE", "check CODE --outcome akkoord", "template [LIST]",
    ],
    options: [
      .init("--list", "L", InterviewCommandWords.listOption),
      .init("--interview", "CODE", InterviewCommandWords.codeOption),
      .init("--respondent", "CODE", InterviewCommandWords.respondentOption),
      .init("--regio", "R", HelpWords.regioOption), .init("--date", "D", InterviewCommandWords.dateOption),
      .init("--answers", "FILE", InterviewCommandWords.answersOption),
      .init("--outcome", "U", InterviewCommandWords.outcomeOption),
    ], notes: [InterviewCommandWords.note],
    examples: [
      .init(line: "veldlog interview new --respondent R16 --regio zeeland", note: InterviewCommandWords.newExample),
      .init(line: "veldlog interview resume", note: InterviewCommandWords.resumeExample),
      .init(line: "veldlog interview template regio > answers.txt", note: InterviewCommandWords.templateExample),
      .init(
        line: "veldlog interview new --respondent R16 --answers answers.txt", note: InterviewCommandWords.fileExample),
      .init(line: "veldlog interview check I-0007 --outcome akkoord", note: InterviewCommandWords.checkExample),
    ]
  ) { invocation in
    switch try invocation.word(0, InterviewCommandWords.word) {
    case "new": return try InterviewRun(invocation).begin()
    case "resume": return try InterviewRun(invocation).resume()
    case "list": return try InterviewList(invocation).list()
    case "show": return try InterviewList(invocation).show()
    case "check": return try check(invocation)
    case "template":
      let list = try topicList(invocation.words.dropFirst().first ?? "regio")
      invocation.console.out(AnswersFile.template(list, invocation.console.language))
      return .done
    case let other:
      throw UsageError.badValue(
        option: "interview", value: other, allowed: ["new", "resume", "list", "show", "check", "template"])
    }
  }

  static func topicList(_ name: String) throws(InterviewError) -> TopicList {
    guard let list = TopicList(id: name) else { throw .unknownList(name) }
    return list
  }

  private static func check(_ invocation: Invocation) throws -> ExitStatus {
    let code = try invocation.word(1, InterviewCommandWords.aCode)
    let workspace = try invocation.workspace()
    guard let kind = workspace.vocabulary.kind(named: "controle") else { return .refused }
    let today = Instant(milliseconds: invocation.surroundings.clock.now()).date.iso
    let values = try FieldArguments.read(
      [
        "interview=" + code, "datum=" + (invocation.arguments.value("--date") ?? today),
        "uitkomst=" + (invocation.arguments.value("--outcome") ?? ""),
      ], kind: kind, vocabulary: workspace.vocabulary)
    var payload = JSONObject()
    for (name, value) in values { payload[name] = value }
    let recording = try Recording(workspace)
    guard InterviewRegister(in: try recording.facts().state).entry(code) != nil else {
      throw InterviewError.unknown(code)
    }
    let outcome = try recording.record("controle", payload)
    if invocation.console.format == .json {
      invocation.console.out(["ref": .string(outcome.reference.text)])
    } else {
      invocation.console.out(CommandWords.recorded(outcome.reference.text, "controle"))
    }
    return .done
  }
}

/// Why an interview cannot begin or go on.
enum InterviewError: Error {
  case unknownList(String)
  case exists(String)
  case unknown(String)
  case noneOpen
  case respondent(RespondentCode.Problem)
}
