import PlainText
import Query

/// A fault in a question, with the question.
struct QuestionError: Error {
  let question: String
  let error: QueryError

  /// The question with a mark under the place that is meant; nil where it is about no place.
  var pointer: String? {
    guard error.position > 0 || question.count > 0, error.position <= question.count else { return nil }
    let space = String(repeating: " ", count: TextWidth.of(String(question.prefix(error.position))))
    return "  " + question + "\n  " + space + "^"
  }
}
