import Query
import Tabular
import Words

/// Several results in one file.
extension ResultTable {
  /// Comma-separated as `csv`, with a column for each dimension of any of the results, and `where`: the conditions that
  /// the figure was limited to.
  public static func csv(_ results: [(query: Query, result: QueryResult)]) -> String {
    var dimensions: [Dimension] = []
    for dimension in results.flatMap(\.result.dimensions) where !dimensions.contains(dimension) {
      dimensions.append(dimension)
    }
    var lines = [
      dimensions.map(\.rawValue) + [
        "indicator", "value", "low", "high", "numerator", "n", "unit", "missing", "definition", "where",
      ]
    ]
    for (query, result) in results {
      let conditions = query.conditions.map(\.text).joined(separator: "; ")
      for row in result.rows {
        for (indicator, figure) in zip(result.indicators, row.figures) {
          let keys = dimensions.map { dimension in
            result.dimensions.firstIndex(of: dimension).map { row.keys[$0] ?? QueryWords.unknown.dutch } ?? ""
          }
          lines.append(
            keys + [
              indicator.id, number(figure.value), number(figure.low), number(figure.high), number(figure.numerator),
              String(figure.n), indicator.unit.rawValue, String(figure.missing), indicator.definition, conditions,
            ])
        }
      }
    }
    return lines.map { CSVWriter.line($0) + "\r\n" }.joined()
  }
}

extension FactList {
  /// The facts as a file, one a line.
  public func csv(_ describe: (Int32) -> Row) -> String {
    var text = CSVWriter.line(["part", "kind", "day", "reference", "author", "contents"]) + "\r\n"
    for part in Part.allCases {
      for line in lines(of: part) {
        let row = describe(line)
        let cells = [part.rawValue, row.kind, row.day, row.reference, row.author, row.contents]
        text += CSVWriter.line(cells) + "\r\n"
      }
    }
    return text
  }
}
