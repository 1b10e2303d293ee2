import Projection
import Query
import Vocabulary

/// The facts that figures use, and those that disagree with some of them.
public struct ConflictFacts: Sendable {
  /// What figures use.
  let projection: Projection
  /// Of each conflict the rows of its facts, the one that figures use first.
  let conflicts: [[Int]]
  /// The facts of all conflicts, numbered from 0 one conflict after another; without those that figures could not use,
  /// whose payload breaks a rule or that are no facts of figures.
  let choices: Projection
  /// By that number, the kind.
  let kinds: [String?]
  let vocabulary: Vocabulary

  public init(_ facts: Facts, vocabulary: Vocabulary) {
    self.init(facts.projection, facts.state.conflicts.map(\.rowsUsedFirst), vocabulary) {
      FactLine($0, in: facts.state.table)
    }
  }

  /// From a snapshot without reading the logs.
  ///
  /// - Complexity: Reads some lines for each fact of a conflict.
  public init(_ facts: FigureFacts, vocabulary: Vocabulary) {
    self.init(facts.projection, facts.conflicts, vocabulary) { (try? facts.line($0)) ?? nil }
  }

  private init(
    _ projection: Projection, _ conflicts: [[Int]], _ vocabulary: Vocabulary, line: (Int) -> FactLine?
  ) {
    self.projection = projection
    self.conflicts = conflicts
    self.vocabulary = vocabulary
    let builder = ProjectionBuilder(ProjectionPlan(vocabulary: vocabulary, only: Query.neededColumns))
    var kinds: [String?] = []
    for row in conflicts.joined() {
      let line = line(row)
      let kind = line?.kind
      if let kind, let payload = line?.payloadBytes {
        payload.withUnsafeBufferPointer { builder.add(kind: kind, payload: $0, row: kinds.count) }
      }
      kinds.append(kind)
    }
    self.kinds = kinds
    choices = builder.finish()
  }
}
