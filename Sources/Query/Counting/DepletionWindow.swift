/// The time that a figure of how much of a budget is used is about.
struct DepletionWindow {
  /// A sum of money in a month: what was spent by then, or what there is for its whole year.
  struct Amount {
    /// In its table.
    let row: Int
    /// Without the dimensions that are time.
    let group: Int32
    /// Months since the year 0.
    let month: Int
    /// Not a number where it is not known.
    let value: Double
  }

  private let firstYear: Int
  private let lastMonth: Int

  /// - Parameters:
  ///   - first: Any month of the first year, since a budget is used from the beginning of its year on; nil for no end.
  ///   - last: The last month; nil for no end.
  init(first: Int?, last: Int?) {
    firstYear = first.map { $0 / 12 } ?? .min
    lastMonth = last ?? .max
  }

  /// Of no time at all.
  static let nothing = DepletionWindow(first: .max, last: .min)

  /// What was spent in years that have a budget, what of that is not known, and the budgets of those years.
  func taken(
    of spending: [Amount], _ budgets: [Amount]
  ) -> (spent: [Amount], unknown: [Amount], budgets: [Amount]) {
    let budgets = budgets.filter { amount in
      !amount.value.isNaN && amount.month / 12 >= firstYear && amount.month / 12 <= lastMonth / 12
    }
    let years = Set(budgets.map { $0.month / 12 })
    let asked = spending.filter { $0.month <= lastMonth && years.contains($0.month / 12) }
    return (asked.filter { !$0.value.isNaN }, asked.filter(\.value.isNaN), budgets)
  }
}
