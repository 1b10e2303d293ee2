/// Things that fall on a day and belong to a group, one a row.
enum Cohort: Hashable, Sendable {
  /// The rows of a table, by their own day or period: trajecten by their start or end, appointments, budgets.
  case rows(CountTable)
  /// Answers without a traject, by the period they are about.
  case loose
}

extension CountTable {
  /// By whose days and groups its rows count.
  var cohort: Cohort { attribution == .einde ? .rows(.ended) : .rows(self) }
}
