/// What was counted for one indicator, ready to become figures.
protocol Tally {
  func figure(_ cell: Evaluation.Cell) -> Figure
}
