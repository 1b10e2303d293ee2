import PlainText
import Words

/// What was spent, a row a region: the share of the budget on a scale, with the share of the year that has passed.
struct SpendingRows {
  private let spendings: [Spending]
  private let look: Look

  init(_ spendings: [Spending], _ look: Look) {
    self.spendings = spendings
    self.look = look
  }

  /// A head, and a line for each in its order.
  func drawn() -> [Line] {
    let isWide = look.usableWidth >= 80
    let spent = spendings.map { euros($0.spent) }
    let budgets = spendings.map { euros($0.budget) }
    let shares = spendings.map { $0.share.map { look.numbers.percentage($0) } ?? look.dash }
    func widest(_ texts: [String]) -> Int { texts.map { TextWidth.of($0) }.max() ?? 0 }
    let heads = [ScreenWords.spent, ScreenWords.ofBudget].map(look.say)
    let name = min(widest(spendings.map(\.name)), isWide ? 26 : 16)
    let share = widest(shares)
    let amounts = max(widest(spent), TextWidth.of(heads[0]))
    let budget = max(widest(budgets), TextWidth.of(heads[1]))
    let verdict = widest([ScreenWords.faster, ScreenWords.inStep].map(look.say)) + 2
    let fixed = 1 + name + 1 + share + 1 + 2 + amounts + 2 + budget + (isWide ? 2 + verdict : 2)
    let highest = max(1, spendings.compactMap(\.share).max() ?? 1)
    let bar = IntervalBar(
      scale: 0...RoundNumber.above(highest), width: max(10, min(50, look.usableWidth - fixed)), isASCII: look.isASCII)
    let axis = [0, 0.5, 1].map { look.numbers.percentage(bar.scale.upperBound * $0, digits: 0) }
    let head =
      String(repeating: " ", count: 1 + name + 1 + share + 1) + bar.axis(axis) + "  "
      + TextWidth.rightAligned(heads[0], to: amounts) + "  " + TextWidth.rightAligned(heads[1], to: budget)
    var lines = [Line(head, .dim)]
    for (index, spending) in spendings.enumerated() {
      var line = Line(" " + TextWidth.fitted(spending.name, to: name, isASCII: look.isASCII) + " ")
      line.append(TextWidth.rightAligned(shares[index], to: share) + " ", .strong)
      line.spans += bar.filled(spending.share, reference: spending.elapsed)
      line.append(
        "  " + TextWidth.rightAligned(spent[index], to: amounts) + "  "
          + TextWidth.rightAligned(budgets[index], to: budget))
      line.spans.append(self.verdict(spending, isWide))
      lines.append(line)
    }
    return lines
  }

  private func verdict(_ spending: Spending, _ isWide: Bool) -> Span {
    guard spending.share != nil else { return Span("") }
    if spending.isFast {
      return Span(isWide ? "  \(look.up) \(look.say(ScreenWords.faster))" : " \(look.up)", .bad)
    }
    return isWide ? Span("  " + look.say(ScreenWords.inStep), .dim) : Span("")
  }

  /// Millions with one decimal from a million on, else thousands; the amount is in cents.
  private func euros(_ cents: Double) -> String {
    let euros = cents / 100
    let sign = look.plain("€") + " "
    if abs(euros) >= 1_000_000 {
      return sign + look.numbers.decimal(euros / 1_000_000, digits: 1) + " " + look.say(ScreenWords.million)
    }
    return sign + look.numbers.decimal(euros, digits: 0)
  }
}

extension IntervalBar {
  /// A part of the whole, filled from the start, with another value beside it.
  func filled(_ value: Double?, reference: Double) -> [Span] {
    var cells = [Character](repeating: isASCII ? "." : "·", count: width)
    for tick in ticks { cells[tick] = "|" }
    var end = 0
    if let value, value > 0 {
      end = column(of: value) + 1
      for index in 0..<end { cells[index] = isASCII ? "#" : "█" }
    }
    cells[column(of: reference)] = Self.referenceMark(isASCII: isASCII)
    return [Span(String(cells[..<end]), .strong), Span(String(cells[end...]), .dim)]
  }
}
