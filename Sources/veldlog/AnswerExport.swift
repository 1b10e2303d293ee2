import CanonicalJSON
import Platform
import Query
import Vocabulary
import Words
import Workspace

/// The answer to a question on its way out: through the gate, into a fact, and then to a file or the screen.
struct AnswerExport {
  private let invocation: Invocation
  private let workspace: Workspace
  private let question: Question
  private let policy: ReleasePolicy
  private let recipient: String?
  private var console: Console { invocation.console }

  /// - Throws: `UsageError`, `ReleasePolicy.Problem`, or `PersonalKind` for a kind of fact in the place of a question.
  init(_ invocation: Invocation, _ level: ReleaseLevel) throws {
    self.invocation = invocation
    workspace = try invocation.workspace()
    question = try Question(invocation)
    recipient = invocation.arguments.value("--recipient")
    var minimum: Int?
    if let text = invocation.arguments.value("--minimum") {
      guard let number = Int(text) else { throw BadMinimum(text: text) }
      minimum = number
    }
    policy = try ReleasePolicy(level, minimum: minimum, recipient: recipient)
    if workspace.vocabulary.kind(named: question.text) != nil, Indicator.named(question.text).isEmpty {
      throw PersonalKind(name: question.text, level: level.rawValue)
    }
  }

  /// A kind of fact where a question belongs.
  struct PersonalKind: Error {
    let name: String
    let level: String
  }

  struct BadMinimum: Error {
    let text: String
  }

  func run() throws -> ExitStatus {
    let path = invocation.arguments.value("--output").map(invocation.environment.absolute)
    let files = invocation.surroundings.files
    if let path, files.exists(path) { throw FileError(.create, path, .exists) }
    // Whoever records has the lock, so that no other export comes between looking at them and adding to them.
    let recording = try Recording(workspace)
    let (facts, withheld) = try recording.workspace.releasableFacts(only: Query.neededColumns)
    let release = try release(facts)
    let bytes = Array(ReleaseForm(release, console).text.utf8)
    let reference = try recording.recordRelease(release, bytes, recipient: recipient)
    if let path {
      try files.writeWhole(bytes, to: path)
    } else {
      Console.write(String(decoding: bytes, as: UTF8.self), to: 1)
    }
    tell(release, withheld)
    console.note(GateWords.recorded(reference.text))
    if let path { console.note(GateWords.made(path, release.rows.count, policy.level.rawValue)) }
    return .done
  }

  private func release(_ facts: Facts) throws -> Release {
    let gate = DisclosureGate(policy, facts.projection, workspace.vocabulary)
    do throws(DisclosureGate.Refusal) {
      return try gate.release(question.text, after: ReleaseRecord.all(in: facts.state).compactMap(\.earlier))
    } catch {
      // What is wrong with the question itself is shown in it.
      if case .question(let fault) = error { throw QuestionError(question: question.text, error: fault) }
      if case .definition(let problem) = error { throw problem }
      throw error
    }
  }

  private func tell(_ release: Release, _ withheld: Withheld) {
    // A file in JSON or Markdown says it itself.
    if console.format == .csv || console.format == .table { release.remarks.forEach { console.note($0) } }
    let counts = release.suppressedCounts
    let all = release.rows.count * release.indicators.count
    console.note(GateWords.suppressed(counts.values.reduce(0, +), of: all))
    for reason in SuppressionReason.allCases {
      if let count = counts[reason] {
        console.note(GateWords.suppressedBecause(count, GateWords.reason(reason.rawValue)))
      }
    }
    if withheld.personCount > 0 {
      console.note(GateWords.withheld(persons: withheld.personCount, facts: withheld.ofPersonsCount))
    }
    if withheld.confidentialCount > 0 { console.note(GateWords.confidential(withheld.confidentialCount)) }
    if withheld.privateCount > 0 { console.note(ExportWords.privateLeftOut(withheld.privateCount)) }
    if !release.comparedWith.isEmpty { console.note(GateWords.compared(release.comparedWith)) }
  }
}
