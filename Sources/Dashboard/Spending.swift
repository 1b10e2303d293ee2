/// What one region has for a year, and what it spent of it; in cents.
struct Spending {
  let name: String
  let budget: Double
  let spent: Double
  /// The share of the year that has passed, from 0 to 1.
  let elapsed: Double

  /// Of the budget; nil without one.
  var share: Double? { budget > 0 && budget.isFinite && spent.isFinite ? spent / budget : nil }

  /// Whether it goes faster than the year, by more than `slack`, or is more than there is.
  var isFast: Bool { share.map { $0 > min(elapsed + Self.slack, 1) } ?? false }

  /// Five hundredths: invoices do not come evenly.
  static let slack = 0.05
}
