import CanonicalJSON
import Vocabulary

/// A fact that an interview asks to be recorded.
public struct CaptureRecord: Sendable, Equatable {
  /// `antwoord` or `quote`.
  public let kind: String
  public let payload: JSONObject
  /// The number of the question or follow-up answered; nil for a quote.
  public let question: String?
  /// Whether an answer to this question is known already, so that this one is to replace it.
  public let replacesKnownAnswer: Bool

  /// An answer: `{interview, topic, vraag, topiclijst}` and `tekst`, or `waarde`, `eenheid` and perhaps `periode`, or
  /// `reden_ontbreekt`; with the text of a question that is not of the list in `doorvraag`.
  public static func answer(
    _ answer: Answer, to question: Question, followUp: FollowUp? = nil, of list: TopicList, in interview: String,
    replacesKnownAnswer: Bool = false
  ) -> CaptureRecord {
    var payload = JSONObject()
    let number = followUp?.number ?? question.number
    payload["interview"] = .string(interview)
    payload["topic"] = (list.topic(of: question.number)?.id).map(JSONValue.string)
    payload["topiclijst"] = .string(list.reference)
    payload["vraag"] = .string(number)
    payload["doorvraag"] = (followUp?.text).map(composed)
    switch answer {
    case .text(let text): payload["tekst"] = composed(text)
    case .missing(let reason): payload["reden_ontbreekt"] = .string(reason.rawValue)
    case .number(let value, let period):
      payload["waarde"] = value
      payload["eenheid"] = (question.unit?.code).map(JSONValue.string)
      payload["periode"] = period.map(JSONValue.string)
    }
    return CaptureRecord(
      kind: "antwoord", payload: payload, question: number, replacesKnownAnswer: replacesKnownAnswer
    )
  }

  /// Words of the respondent to be quoted, which wait until they are released.
  public static func quote(_ text: String, in interview: String) -> CaptureRecord {
    var payload = JSONObject()
    payload["interview"] = .string(interview)
    payload["tekst"] = composed(text)
    payload["vrijgave"] = "wacht"
    return CaptureRecord(kind: "quote", payload: payload, question: nil, replacesKnownAnswer: false)
  }

  /// Text as a payload holds it: in Unicode's normal form C.
  private static func composed(_ text: String) -> JSONValue { .string(NormalForm.composed(text)) }
}
