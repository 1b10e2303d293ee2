import Projection
import Query
import Vocabulary
import Words

/// A question as it was typed, so that what is wrong with it can be pointed at.
struct Question {
  let text: String

  /// The command's words as one text.
  init(_ invocation: Invocation) throws(UsageError) {
    guard !invocation.words.isEmpty else { throw .missingWord(HelpWords.aQuestion) }
    text = invocation.words.joined(separator: " ")
  }

  init(_ text: String) { self.text = text }

  /// Reads the question with what is built in, before any fact is read; nil when it may name a recorded definition.
  ///
  /// - Throws: `QuestionError`.
  func builtIn() throws(QuestionError) -> Query? {
    do throws(QueryError) {
      return try Query(parsing: text)
    } catch {
      if case .unknownIndicator = error.reason { return nil }
      throw QuestionError(question: text, error: error)
    }
  }

  /// Reads it with the definitions that people recorded as well.
  ///
  /// - Throws: `QuestionError`, and `DefinitionProblem` where it names one that is refused.
  func query(_ projection: Projection, _ vocabulary: Vocabulary) throws -> Query {
    if let query = try builtIn() { return query }
    let recorded = RecordedDefinitions(projection, vocabulary)
    do throws(QueryError) {
      return try Query(parsing: text, catalogue: recorded.catalogue)
    } catch {
      if case .unknownIndicator(let name, _) = error.reason,
        let problem = recorded.problems.first(where: { $0.id == name.lowercased() })
      {
        throw problem
      }
      throw QuestionError(question: text, error: error)
    }
  }

  /// Does something with the question whose errors are about its text.
  func asking<T>(_ body: () throws(QueryError) -> T) throws(QuestionError) -> T {
    do throws(QueryError) {
      return try body()
    } catch {
      throw QuestionError(question: text, error: error)
    }
  }
}
