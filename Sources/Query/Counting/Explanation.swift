import Projection
import Vocabulary

/// One figure of an answer with the facts behind it.
public struct Explanation: Sendable {
  public let indicator: Indicator
  /// What the figure is of: the row's value on each of the answer's dimensions.
  public let keys: [(dimension: Dimension, value: String?)]
  public var figure: Figure
  public let provenance: Provenance

  /// Every figure of the answer to a question, each with its facts.
  ///
  /// - Throws: `QueryError` as `Query.evaluate`.
  /// - Complexity: O(facts) for each figure.
  public static func all(
    _ query: Query,
    _ projection: Projection,
    _ vocabulary: Vocabulary,
    _ origins: LogOrigins? = nil
  ) throws(QueryError) -> [Explanation] {
    let cases = Cases(projection, vocabulary)
    return try all(try query.evaluate(on: cases, origins: origins), of: query, on: cases, origins: origins)
  }

  /// The same, for who has the answer already.
  public static func all(
    _ result: QueryResult,
    of query: Query,
    on cases: Cases,
    origins: LogOrigins? = nil
  ) throws(QueryError) -> [Explanation] {
    var all: [Explanation] = []
    for row in result.rows {
      let narrowed = query.narrowed(to: row, of: result)
      for (indicator, figure) in zip(result.indicators, row.figures) {
        all.append(
          Explanation(
            indicator: indicator, keys: Array(zip(result.dimensions, row.keys)).map { ($0.0, $0.1) }, figure: figure,
            provenance: try narrowed.for(indicator)
              .provenance(of: indicator, on: cases, origins: origins)))
      }
    }
    return all
  }
}

extension Query {
  /// Without conditions that the indicator cannot have: those on informant and scale, for one that is not of answers.
  public func `for`(_ indicator: Indicator) -> Query {
    var query = self
    query.indicators = [indicator]
    query.conditions.removeAll {
      ($0.dimension == .informant || $0.dimension == .schaal) && !indicator.has($0.dimension)
    }
    return query
  }
}

extension Provenance {
  public var isEmpty: Bool { Place.allCases.allSatisfy { lines($0).isEmpty } }
}
