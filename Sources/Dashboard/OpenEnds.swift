import Query
import Statistics

/// What the facts that are here leave open: which of those that disagree is right, and what else logs hold.
///
/// Both need some of the lines behind the facts: they are only asked for where they matter.
public struct OpenEnds: Sendable {
  /// By row and column of an answer, the least and the most with every way to choose among facts that disagree.
  public typealias ConflictBounds = @Sendable (Query, QueryResult) throws(QueryError) -> [[Interval?]]

  /// How much a question's figures count in logs of those ids alone.
  public typealias CountInLogs = @Sendable (Query, Set<String>) throws(QueryError) -> Int

  let conflictBounds: ConflictBounds
  let countInLogs: CountInLogs

  public init(conflictBounds: @escaping ConflictBounds, countInLogs: @escaping CountInLogs) {
    self.conflictBounds = conflictBounds
    self.countInLogs = countInLogs
  }
}

extension Material {
  /// The answer with what open conflicts may make of its figures.
  func bounded(_ answer: Answer) throws(QueryError) -> Answer {
    guard context.conflictCount > 0, let openEnds else { return answer }
    return answer.with(try openEnds.conflictBounds(answer.query, answer.result))
  }
}
