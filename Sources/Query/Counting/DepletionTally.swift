/// What was spent since the year began, per what there is for the whole year.
struct DepletionTally: Tally {
  private var spent: [Double] = []
  private var budgets: [Double] = []
  private var hasSpending: [Bool] = []
  /// How many amounts are not known.
  private var missing: [Int] = []
  private let unit: Double

  /// - Parameters:
  ///   - spending: By the last month of the period that each amount was spent in.
  ///   - budgets: By any month of their year.
  ///   - windows: Per group of the answer its group without time, and what it takes.
  init(
    _ spending: [DepletionWindow.Amount], _ budgets: [DepletionWindow.Amount],
    windows: [(group: Int32, window: DepletionWindow)], per unit: Double
  ) {
    self.unit = unit
    let spendingOf = Dictionary(grouping: spending, by: \.group)
    let budgetsOf = Dictionary(grouping: budgets, by: \.group)
    for (group, window) in windows {
      let taken = window.taken(of: spendingOf[group] ?? [], budgetsOf[group] ?? [])
      missing.append(taken.unknown.count)
      spent.append(taken.spent.reduce(0) { $0 + $1.value })
      hasSpending.append(!taken.spent.isEmpty)
      self.budgets.append(taken.budgets.reduce(0) { $0 + $1.value })
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let (spent, budget) = (spent[cell.group], budgets[cell.group])
    return Figure(
      value: budget > 0 && hasSpending[cell.group] ? spent / budget : nil, numerator: spent / unit,
      n: Int(exactly: (budget / unit).rounded()) ?? 0, missing: missing[cell.group])
  }
}
