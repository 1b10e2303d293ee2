import Statistics

/// Why a figure is not given at a level that leaves the workspace.
public enum SuppressionReason: String, Sendable, CaseIterable {
  /// Fewer than the minimum are behind it, or in its numerator.
  case small = "klein"
  /// All but fewer than the minimum are in its numerator.
  case complement = "rest_klein"
  /// Nobody or everybody of a small group, or the same answer of each: it says what is true of each in it.
  case wholeGroup = "hele_groep"
  /// Otherwise another cell would follow from this one and the totals.
  case secondary = "afleidbaar"
  /// It differs from an earlier export, or together with one gives something away.
  case earlier = "eerdere_uitvoer"
  /// An amount that fewer than three aanbieders make up, or one for the most part.
  case dominated = "bedrag_aanbieder"
  /// What is behind it could not be accounted for, so nothing is known to be safe.
  case unaccounted = "niet_herleid"

  init(_ reason: SmallCellRule.Reason) {
    switch reason {
    case .small: self = .small
    case .complement: self = .complement
    case .wholeGroup: self = .wholeGroup
    }
  }
}
