import CivilTime
import PlainText
import Projection
import Query
import Vocabulary
import Words
import Workspace

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

/// The facts of a workspace with everything that is known of their lines, for what explains figures.
struct MergedFigures {
  let invocation: Invocation
  let workspace: Workspace
  let facts: Facts
  /// What is known now, where `facts` is of an earlier day.
  let known: KnownThen?

  var console: Console { invocation.console }

  init(_ invocation: Invocation, knownOn day: CivilDate? = nil) throws {
    self.invocation = invocation
    workspace = try invocation.workspace()
    if let day {
      let known = try workspace.facts(only: Query.neededColumns, knownOn: day)
      self.known = known
      facts = known.then
    } else {
      known = nil
      facts = try workspace.facts(only: Query.neededColumns)
    }
  }

  /// In which log each line stands, each named by its shortest beginning of six characters or more.
  var origins: LogOrigins {
    let branches = facts.state.table.branches
    var names: [String] = []
    var runs: [(firstLine: Int32, log: Int32)] = []
    for branch in branches where !branch.rows.isEmpty {
      let name = branch.log.text
      let place = names.firstIndex(of: name) ?? names.count
      if place == names.count { names.append(name) }
      runs.append((Int32(truncatingIfNeeded: branch.rows.lowerBound), Int32(truncatingIfNeeded: place)))
    }
    return LogOrigins(names: names, runs: runs.sorted { $0.firstLine < $1.firstLine })
  }
}

extension Invocation {
  /// The day that an option names; nil without the option.
  func day(_ option: String) throws -> CivilDate? {
    guard let text = arguments.value(option) else { return nil }
    guard let day = CivilDate(iso: text) else { throw FigureError.notADay(text) }
    return day
  }
}
