/// What the figures of one indicator are made of: which things stand in which cells, and as what.
///
/// One informant's answers on one scale are a column of their own, so that a thing is never two classes in one column.
struct GateColumn: Sendable {
  /// Things that are the same thing in every table, so that tables of them hang together.
  enum Space: Hashable, Sendable {
    case trajecten
    case jeugdigen
    case rows(CountTable)
    /// Numbers that others reported, of one indicator.
    case reported(String)
  }

  struct Member: Sendable {
    let unit: Int32
    let cell: Int32
    /// The raw value of a `RowClass`, but for `outside`.
    let rowClass: UInt8
    /// How many it stands for.
    var weight = 1
    /// The young person behind it, or a number below 0 that is its own.
    var person: Int32
    /// What it adds, where a mean, a median or a sum is made.
    var value = Double.nan
  }

  let indicator: Int
  let space: Space
  /// Whether its figures are shares, so that the numerator and the rest are counts as well.
  let isShare: Bool
  /// Whether its figures are the counts themselves.
  let isCount: Bool
  let cells: [CellKey]
  let members: [Member]
  /// Dimensions over which its cells do not add up.
  let kept: Set<Dimension>
}
