/// The table that answers a question, taken apart for the gate.
struct GateTable {
  let query: Query
  let result: QueryResult
  let columns: [GateColumn]
  let money: [MoneyCell]

  /// - Throws: `QueryError`, as `Query.evaluate`.
  init(_ query: Query, _ cases: Cases) throws(QueryError) {
    self.query = query
    try query.checkDimensions()
    var evaluation = try Evaluation(query, cases)
    result = query.result(of: evaluation)
    let (labels, dimensions) = (GroupLabels(evaluation), result.dimensions)
    var columns: [GateColumn] = []
    var money: [MoneyCell] = []
    for place in query.indicators.indices {
      columns += evaluation.columns(place, labels, dimensions)
      money += try evaluation.moneyCells(place, result)
    }
    self.columns = columns
    self.money = money
  }

  /// The key of a figure among the cells of its indicator's columns.
  func key(_ indicator: Int, _ row: QueryResult.Row) -> CellKey {
    let definition = query.indicators[indicator]
    return CellKey(
      result.dimensions,
      zip(result.dimensions, row.keys).map { dimension, value in
        switch dimension {
        case .informant: definition.isOfAnswers ? value : nil
        case .schaal: definition.measure == .scaleMean ? value : nil
        default: value
        }
      })
  }
}
