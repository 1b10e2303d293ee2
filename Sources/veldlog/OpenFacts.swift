import Dashboard
import Query
import Statistics
import Synchronization
import Workspace

/// What the facts of a workspace leave open, found when a screen asks for it and remembered while the facts stay.
final class OpenFacts: Sendable {
  private struct Found {
    var facts: Facts?
    var bounds: [(query: Query, intervals: [[Interval?]])] = []
  }

  private let workspace: Workspace
  private let found: Mutex<Found>

  /// - Parameter facts: With their lines, where those were read; they are read when it comes to it where they were not.
  init(_ workspace: Workspace, _ facts: Facts?) {
    self.workspace = workspace
    found = Mutex(Found(facts: facts))
  }

  var ends: OpenEnds {
    OpenEnds(
      conflictBounds: { (query, result) throws(QueryError) in try self.bounds(query, result) },
      countInLogs: { (query, logs) throws(QueryError) in try self.count(query, in: logs) })
  }

  /// Nil for logs that cannot be read any more.
  private func facts() -> Facts? {
    found.withLock { found in
      if found.facts == nil { found.facts = try? workspace.facts(only: Query.neededColumns) }
      return found.facts
    }
  }

  private func bounds(_ query: Query, _ result: QueryResult) throws(QueryError) -> [[Interval?]] {
    if let known = found.withLock({ found in found.bounds.first { $0.query == query }?.intervals }) { return known }
    guard let facts = facts() else { return result.rows.map { $0.figures.map { _ in nil } } }
    let intervals = try ConflictBounds(result, of: query, facts, vocabulary: workspace.vocabulary).intervals
    found.withLock { $0.bounds.append((query, intervals)) }
    return intervals
  }

  private func count(_ query: Query, in logs: Set<String>) throws(QueryError) -> Int {
    guard let facts = facts() else { return 0 }
    let origins = facts.origins
    let known = logs.intersection(origins.names).sorted()
    guard !known.isEmpty else { return 0 }
    var query = query
    query.conditions.append(Condition(.log, .isEqual, known))
    let result = try query.evaluate(on: facts.projection, vocabulary: workspace.vocabulary, origins: origins)
    return result.rows.reduce(0) { sum, row in sum + row.figures.reduce(0) { $0 + $1.n } }
  }
}

extension Facts {
  /// In which log each line stands, each named by its whole id.
  var origins: LogOrigins {
    var names: [String] = []
    var runs: [(firstLine: Int32, log: Int32)] = []
    for branch in state.table.branches where !branch.rows.isEmpty {
      let name = branch.log.text
      let place = names.firstIndex(of: name) ?? names.count
      if place == names.count { names.append(name) }
      runs.append((Int32(truncatingIfNeeded: branch.rows.lowerBound), Int32(truncatingIfNeeded: place)))
    }
    return LogOrigins(names: names, runs: runs.sorted { $0.firstLine < $1.firstLine })
  }
}
