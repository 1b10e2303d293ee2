/// Which cells of linked tables to hide, so that what must not be told cannot be worked out from the rest.
///
/// Stronger than `CellSuppression`, which shows that a hidden count could be another: here each guarded sum could be at
/// least a number that is given, such as the smallest that may be shown, whatever is known of the cells that are shown
/// and of sums that came out before. Where no such counts are found, one of the cells that rule them out is hidden
/// as well, the cheapest, until they are. Then each cell that was hidden for others is shown again, the dearest first,
/// where counts are found that still hold. That can be one too many hidden, never one too few. See `WitnessSearch`.
public struct CellProtection: Sendable, Equatable {
  /// What is shown or hidden as one: a count with the rest of its group, since the one follows from the other.
  public struct Cell: Sendable, Equatable {
    public let sums: [Int]
    /// The numbers of cells that say nothing without this one, and are hidden with it.
    public let dependents: [Int]

    public init(_ sums: [Int], dependents: [Int] = []) {
      self.sums = sums
      self.dependents = dependents
    }
  }

  /// A sum that must be able to be at least `target`, as far as readers can tell.
  public struct Guarded: Sendable, Equatable, Hashable {
    public let sum: Int
    public let target: Int

    public init(_ sum: Int, couldBe target: Int) {
      self.sum = sum
      self.target = target
    }
  }

  /// The cells that are hidden, those hidden from the start among them.
  public private(set) var hidden: Set<Int>
  /// What cannot be guarded: sums that were known before rule its target out, whatever is hidden now, or seem to.
  public private(set) var exposed: [Guarded] = []

  /// - Parameters:
  ///   - cells: The cheapest to hide first; cells that name sums or cells that there are not, hide nothing.
  ///   - known: Sums that readers know and that cannot be hidden any more.
  ///   - isLowering: Whether a sum that cannot be its target is guarded up to what it can be.
  ///   - hidden: Cells that are hidden whatever follows.
  /// - Complexity: One `WitnessSearch` for each round in which something more is hidden, mostly few, and one more to show
  ///   cells again.
  public init(
    _ counts: LinkedCounts, cells: [Cell], known: [Int] = [], guarding: [Guarded], orLess isLowering: Bool = false,
    hidden: Set<Int> = []
  ) {
    var hiding = CellHiding(counts, cells, known: known, isLowering: isLowering)
    for cell in hidden { hiding.hide(cell) }
    let fixed = hiding.hidden
    var guards = hiding.guardable(guarding.filter { counts.sums.indices.contains($0.sum) })
    hiding.hideMore(for: &guards)
    hiding.giveBack(keeping: fixed, for: guards)
    self.hidden = hiding.hidden
    exposed = hiding.exposed
  }
}
