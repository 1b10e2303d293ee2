import Dashboard
import EventLog
import Identity
import Query
import Statistics
import Synchronization
import Workspace

/// What the facts of a workspace leave open, found when a screen asks for it and remembered while the facts stay.
final class OpenFacts: Sendable {
  private struct Found {
    var conflicts: ConflictFacts?
    var bounds: [(query: Query, intervals: [[Interval?]])] = []
  }

  private let facts: FigureFacts
  private let cases: Cases
  private let found = Mutex(Found())

  /// - Parameter cases: Of the same facts.
  init(_ facts: FigureFacts, _ cases: Cases) {
    self.facts = facts
    self.cases = cases
  }

  var ends: OpenEnds {
    OpenEnds(
      conflictBounds: { (query, result) throws(QueryError) in try self.bounds(query, result) },
      countInLogs: { (query, logs) throws(QueryError) in try self.count(query, in: logs) })
  }

  private var conflicts: ConflictFacts {
    found.withLock { found in
      let conflicts = found.conflicts ?? ConflictFacts(facts, vocabulary: cases.vocabulary)
      found.conflicts = conflicts
      return conflicts
    }
  }

  private func bounds(_ query: Query, _ result: QueryResult) throws(QueryError) -> [[Interval?]] {
    if let known = found.withLock({ found in found.bounds.first { $0.query == query }?.intervals }) { return known }
    let intervals = try ConflictBounds(result, of: query, conflicts).intervals
    found.withLock { $0.bounds.append((query, intervals)) }
    return intervals
  }

  private func count(_ query: Query, in logs: Set<String>) throws(QueryError) -> Int {
    let origins = LogOrigins(facts.runs)
    let known = logs.intersection(origins.names).sorted()
    guard !known.isEmpty else { return 0 }
    var query = query
    query.conditions.append(Condition(.log, .isEqual, known))
    let result = try query.evaluate(on: cases, origins: origins)
    return result.rows.reduce(0) { sum, row in sum + row.figures.reduce(0) { $0 + $1.n } }
  }
}

extension Facts {
  /// In which log each line stands, each named by its whole id.
  var origins: LogOrigins { LogOrigins(state.table.runs) }
}

extension LogOrigins {
  /// Each log named by its whole id.
  fileprivate init(_ runs: [(firstRow: Int, log: LogID)]) {
    var places: [LogID: Int32] = [:]
    var names: [String] = []
    let found = runs.map { run -> (firstLine: Int32, log: Int32) in
      let place = places[run.log] ?? Int32(truncatingIfNeeded: names.count)
      if places.updateValue(place, forKey: run.log) == nil { names.append(run.log.text) }
      return (Int32(truncatingIfNeeded: run.firstRow), place)
    }
    self.init(names: names, runs: found)
  }
}
