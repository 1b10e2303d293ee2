import CanonicalJSON
import EventLog
import Interview
import Merge

/// The interviews of an instance and what was answered in them.
public struct InterviewRegister: Sendable {
  public struct Entry: Sendable {
    public let code: String
    /// Row of its `interview` fact; nil where only answers are known.
    public let row: Int?
    public let respondents: [String]
    public let regio: String?
    public let datum: String?
    /// The topic list's id and version, as in `regio@1`.
    public let list: String?
    /// Answers, by number of the question: the row of each.
    public var answers: [String: Int] = [:]
    public var quoteCount = 0
    /// The outcome of the respondent's check.
    public var check: String?

    public var topicList: TopicList? {
      list.flatMap { TopicList(id: String($0.prefix { $0 != "@" })) }
    }

    /// Questions of the list that have an answer, follow-ups not counted.
    public var answeredCount: Int { topicList?.questions.count { answers[$0.number] != nil } ?? answers.count }
  }

  /// By code.
  public private(set) var entries: [Entry] = []

  /// - Parameter state: With one's own log counted, so that a newcomer sees its own interviews.
  public init(in state: MergedState) {
    var byCode: [String: Entry] = [:]
    func text(_ payload: JSONObject, _ field: String) -> String? { payload[field]?.stringValue }
    for (row, payload) in state.used("interview") {
      guard let code = text(payload, "interview") else { continue }
      let list = text(payload, "topiclijst").map { $0 + "@" + (text(payload, "topiclijst_versie") ?? "1") }
      byCode[code] = Entry(
        code: code, row: row, respondents: payload["respondenten"]?.arrayValue?.compactMap(\.stringValue) ?? [],
        regio: text(payload, "regio"), datum: text(payload, "datum"), list: list)
    }
    for (row, payload) in state.used("antwoord") {
      guard let code = text(payload, "interview"), let question = text(payload, "vraag") else { continue }
      let new = Entry(code: code, row: nil, respondents: [], regio: nil, datum: nil, list: text(payload, "topiclijst"))
      byCode[code, default: new].answers[question] = row
    }
    for (_, payload) in state.used("quote") {
      if let code = text(payload, "interview") { byCode[code]?.quoteCount += 1 }
    }
    for (_, payload) in state.used("controle") {
      if let code = text(payload, "interview") { byCode[code]?.check = text(payload, "uitkomst") }
    }
    entries = byCode.values.sorted { $0.code < $1.code }
  }

  public func entry(_ code: String) -> Entry? { entries.first { $0.code == code } }

  /// A code that no interview has yet: `I-0001`, `I-0002` …
  public var nextCode: String {
    let numbers = entries.compactMap { $0.code.hasPrefix("I-") ? Int($0.code.dropFirst(2)) : nil }
    let digits = String((numbers.max() ?? 0) + 1)
    return "I-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension MergedState {
  /// The rows and payloads of a kind that figures and screens use.
  public func used(_ kindName: String) -> [(row: Int, payload: JSONObject)] {
    table.rows(ofKind: kindName).compactMap { row in isUsed[row] ? table.payloadObject(row).map { (row, $0) } : nil }
  }
}
