/// What a cell of a table is about: a value on each of some dimensions.
///
/// A key with fewer dimensions is that of a total. Keys do not say which conditions the question had.
struct CellKey: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    let dimension: Dimension
    /// Nil where it is not known.
    let value: String?
  }

  /// In the order of the question.
  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  init(_ dimensions: [Dimension], _ values: [String?]) {
    parts = zip(dimensions, values).map { Part(dimension: $0, value: $1) }
  }

  /// The key itself and those of all totals that it adds to.
  ///
  /// - Parameter kept: Dimensions over which nothing is added up, since the same thing may stand under several values.
  func totals(keeping kept: Set<Dimension>) -> [CellKey] {
    var keys: [[Part]] = [[]]
    for part in parts {
      let with = keys.map { $0 + [part] }
      keys = kept.contains(part.dimension) ? with : with + keys
    }
    return keys.map(CellKey.init)
  }
}
