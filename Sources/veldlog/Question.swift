import Projection
import Query
import Vocabulary
import Words

/// A question as it was typed, so that what is wrong with it can be pointed at.
struct Question {
  let text: String
  /// As read with what is built in; nil when it may name a recorded definition.
  let builtIn: Query?

  /// Reads the command's words as one text, before any fact is read.
  ///
  /// - Throws: `UsageError` without words, and `QuestionError`.
  init(_ invocation: Invocation) throws {
    guard !invocation.words.isEmpty else { throw UsageError.missingWord(HelpWords.aQuestion) }
    text = invocation.words.joined(separator: " ")
    do throws(QueryError) {
      builtIn = try Query(parsing: text)
    } catch {
      guard case .unknownIndicator = error.reason else { throw QuestionError(question: text, error: error) }
      builtIn = nil
    }
  }

  /// Reads it with the definitions that people recorded as well.
  ///
  /// - Throws: `QuestionError`, and `DefinitionProblem` where it names one that is refused.
  func query(_ projection: Projection, _ vocabulary: Vocabulary) throws -> Query {
    if let builtIn { return builtIn }
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

extension Query {
  /// Whether it asks in which log facts stand, which figures alone do not know.
  var isAboutLogs: Bool { dimensions.contains(.log) || conditions.contains { $0.dimension == .log } }
}
