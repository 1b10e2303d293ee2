/// Between what counts must lie, as far as each relation by itself shows.
struct CellBounds {
  var low: Int
  /// Nil when there is no end.
  var high: Int?

  /// Narrows the bounds of all cells until no relation narrows any further.
  ///
  /// Each round that changes something raises or lowers a bound by at least one, which could take as many rounds as a
  /// count is large; after a hundred it stops. The bounds are then wider than they might be, and still right.
  ///
  /// - Returns: The bounds, and whether no cell was left without a possible count. Nil when a published count is below 0
  ///   or sums do not fit an integer.
  static func narrowed(
    _ published: [DisclosureCheck.Published],
    _ relations: [CellRelation]
  ) -> (bounds: [CellBounds], areFound: Bool)? {
    var bounds: [CellBounds] = []
    for known in published {
      switch known {
      case .exactly(let count):
        guard count >= 0 else { return nil }
        bounds.append(CellBounds(low: count, high: count))
      case .roundedToFive(let count):
        guard count >= 0, count <= .max - 2 else { return nil }
        bounds.append(CellBounds(low: max(0, count - 2), high: count + 2))
      case .hidden: bounds.append(CellBounds(low: 0, high: nil))
      }
    }
    for _ in 0..<100 {
      var hasChanged = false
      for relation in relations {
        guard let changed = narrow(&bounds, by: relation) else { return nil }
        if changed { hasChanged = true }
        // At once, because what is computed from impossible bounds could overflow.
        if relation.cells.contains(where: { bounds[$0].low > bounds[$0].high ?? .max }) { return (bounds, false) }
      }
      if !hasChanged { break }
    }
    return (bounds, true)
  }

  /// Whether a bound became narrower; nil on overflow.
  private static func narrow(_ bounds: inout [CellBounds], by relation: CellRelation) -> Bool? {
    var (lows, highs, unbounded) = (0, 0, 0)
    for part in relation.parts {
      let (low, isTooLow) = lows.addingReportingOverflow(bounds[part].low)
      let (high, isTooHigh) = highs.addingReportingOverflow(bounds[part].high ?? 0)
      guard !isTooLow, !isTooHigh else { return nil }
      (lows, highs) = (low, high)
      if bounds[part].high == nil { unbounded += 1 }
    }
    let total = bounds[relation.total]
    var hasChanged = bounds[relation.total].narrow(low: lows, high: unbounded == 0 ? highs : nil)
    for part in relation.parts {
      // From the sums as they were: what the parts before became shows in the next round. All numbers lie between 0
      // and what fits, so their differences fit too.
      let own = bounds[part]
      let others = unbounded - (own.high == nil ? 1 : 0)
      let low = others == 0 ? total.low - (highs - (own.high ?? 0)) : nil
      let high = total.high.map { $0 - (lows - own.low) }
      if bounds[part].narrow(low: low, high: high) { hasChanged = true }
    }
    return hasChanged
  }

  private mutating func narrow(low: Int?, high: Int?) -> Bool {
    let before = self
    if let low, low > self.low { self.low = low }
    if let high { self.high = min(self.high ?? .max, high) }
    return self.low != before.low || self.high != before.high
  }
}
