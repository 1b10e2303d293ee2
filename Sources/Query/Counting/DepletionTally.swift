/// What was spent since the year began, per what there is for the whole year.
struct DepletionTally: Tally {
  private var spent: [Double] = []
  private var budgets: [Double] = []
  private var hasSpending: [Bool] = []
  /// How many amounts are not known.
  private var missing: [Int] = []
  private let unit: Double

  /// A sum of money in a month of a group that is not split by time.
  struct Amount {
    let group: Int32
    /// Months since the year 0.
    let month: Int
    /// Not a number where it is not known.
    let value: Double
  }

  /// - Parameters:
  ///   - spending: By the last month of the period that each amount was spent in.
  ///   - budgets: By any month of their year.
  ///   - windows: Per group of the answer its group without time, and the first and last month it is about; nil for an
  ///     end that is open.
  init(_ spending: [Amount], _ budgets: [Amount], windows: [(group: Int32, first: Int?, last: Int?)], per unit: Double)
  {
    self.unit = unit
    let spendingOf = Dictionary(grouping: spending, by: \.group)
    let budgetsOf = Dictionary(grouping: budgets, by: \.group)
    for window in windows {
      let spent = spendingOf[window.group] ?? []
      let budget = (budgetsOf[window.group] ?? []).filter { !$0.value.isNaN }
      let years = Set(budget.map { $0.month / 12 })
      let first = window.first.map { $0 / 12 } ?? Int.min
      let last = window.last ?? Int.max
      let asked = spent.filter { amount in
        amount.month / 12 >= first && amount.month <= last && years.contains(amount.month / 12)
      }
      let counted = asked.filter { !$0.value.isNaN }
      missing.append(asked.count - counted.count)
      self.spent.append(counted.reduce(0) { $0 + $1.value })
      hasSpending.append(!counted.isEmpty)
      self.budgets.append(
        budget.reduce(0) { sum, amount in
          let year = amount.month / 12
          return year >= first && year <= last / 12 ? sum + amount.value : sum
        })
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let (spent, budget) = (spent[cell.group], budgets[cell.group])
    return Figure(
      value: budget > 0 && hasSpending[cell.group] ? spent / budget : nil, numerator: spent / unit,
      n: Int(exactly: (budget / unit).rounded()) ?? 0, missing: missing[cell.group])
  }
}
