import Query

/// The figures of one group of facts beside those of a larger one.
struct Comparisons {
  struct Row {
    /// Its place among all rows.
    let index: Int
    let own: Answer.Cell
    let other: Figure?
  }

  let rows: [Row]
  /// Of the own figures.
  let results: [QueryResult]

  /// - Parameters:
  ///   - own: The answers to some questions about the group.
  ///   - others: Those to the same questions about the larger one.
  init(_ own: [Answer], _ others: [Answer]) {
    let pairs = zip(own, others).flatMap { own, other in
      let cells = other.cells
      return own.cells.map { cell in (cell, cells.first(where: cell.isLike)?.figure) }
    }
    rows = pairs.enumerated().map { Row(index: $0, own: $1.0, other: $1.1) }
    results = own.map(\.result)
  }
}
