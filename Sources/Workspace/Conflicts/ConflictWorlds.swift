import Projection
import Query

/// Every way to choose in every conflict as a world of its own, all of them in one projection, so that one question says
/// what a figure is in each.
///
/// Worlds have no traject in common, and what counts in which one is told by the log that a fact stands in.
struct ConflictWorlds {
  let cases: Cases
  let origins: LogOrigins
  /// Of each group of conflicts the numbers of its worlds, the way things are now first.
  private(set) var groups: [Range<Int>] = []

  /// More ways than these to choose within one traject are not tried.
  private static let mostWays = 64

  /// - Parameter query: The one to be asked; what its conditions name is known, also where no conflict is about it.
  init(_ groups: ConflictGroups, _ facts: ConflictFacts, knowing query: Query) {
    let builder = ProjectionBuilder(ProjectionPlan(vocabulary: facts.vocabulary, only: Query.neededColumns))
    for value in query.conditions.flatMap(\.values) where facts.projection.strings.code(of: value) != nil {
      builder.know(value)
    }
    let used = FactCopier(from: facts.projection, to: builder)
    let choices = FactCopier(from: facts.choices, to: builder)
    var lineCount = 0
    for fact in groups.shared {
      used.copy(fact.row, of: fact.kind, as: lineCount)
      lineCount += 1
    }
    var (names, runs) = (["-"], [(firstLine: Int32(0), log: Int32(0))])
    for group in groups.all {
      let ways = group.ways(atMost: Self.mostWays)
      guard ways.count > 1 else { continue }
      let first = names.count
      for way in ways {
        let world = names.count
        runs.append((Int32(truncatingIfNeeded: lineCount), Int32(truncatingIfNeeded: world)))
        names.append(String(world))
        // In the order of the lines, since of some facts the last one counts.
        let rows = group.fixed.map { (fact: $0, copier: used) } + way.map { (fact: $0, copier: choices) }
        for row in rows.sorted(by: { $0.fact.line < $1.fact.line }) {
          row.copier.copy(row.fact.row, of: row.fact.kind, as: lineCount, world: world)
          lineCount += 1
        }
      }
      self.groups.append(first..<names.count)
    }
    cases = Cases(builder.finish(), facts.vocabulary)
    origins = LogOrigins(names: names, runs: runs)
  }

  /// The rows of an answer in each world, by its number.
  ///
  /// - Throws: `QueryError` as `Query.evaluate`.
  func rows(_ query: Query) throws(QueryError) -> (byWorld: [Int: [QueryResult.Row]], dimensions: [Dimension]) {
    var query = query
    query.dimensions.insert(.log, at: 0)
    let result = try query.evaluate(on: cases, origins: origins)
    var byWorld: [Int: [QueryResult.Row]] = [:]
    for row in result.rows {
      guard let world = row.keys[0].flatMap({ Int($0) }) else { continue }
      byWorld[world, default: []].append(
        QueryResult.Row(keys: Array(row.keys.dropFirst()), figures: row.figures, scale: row.scale))
    }
    return (byWorld, Array(result.dimensions.dropFirst()))
  }
}
