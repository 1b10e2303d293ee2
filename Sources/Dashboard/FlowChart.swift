import PlainText
import Query
import Words

/// Flows by quarter, a row each: the numbers, and inflow and outflow back to back around a middle.
struct FlowChart {
  private let flows: [Flow]
  private let look: Look

  /// - Parameter flows: In the order of time.
  init(_ flows: [Flow], _ look: Look) {
    self.flows = flows
    self.look = look
  }

  func drawn() -> [Line] {
    let columns = columns()
    let widths = columns.map { column in
      max(TextWidth.of(column.head), column.cells.map { TextWidth.of($0.text) }.max() ?? 0)
    }
    let taken = widths.reduce(1) { $0 + $1 + 2 }
    let side = min(30, (look.usableWidth - taken - 1) / 2)
    var head = Line(" ")
    for (column, width) in zip(columns, widths) {
      head.append(TextWidth.rightAligned(column.head, to: width) + "  ", .dim)
    }
    if side >= 5 { head.append(title(side), .dim) }
    return [head]
      + flows.indices.map { row in
        var line = Line(" ")
        for (column, width) in zip(columns, widths) {
          let cell = column.cells[row]
          line.append(TextWidth.rightAligned(cell.text, to: width) + "  ", cell.style)
        }
        if side >= 5 { line.spans += bar(flows[row], side) }
        return line
      }
  }

  private func columns() -> [(head: String, cells: [Span])] {
    func counts(_ head: Phrase, _ value: (Flow) -> Int?) -> (String, [Span])? {
      // A column of nothing but dashes says nothing.
      guard flows.contains(where: { value($0) != nil }) else { return nil }
      return (look.say(head), flows.map { Span(value($0).map { look.numbers.count($0) } ?? look.dash) })
    }
    let columns = [
      (look.say(ScreenWords.quarter), flows.map { Span($0.quarter.text) }),
      counts(ScreenWords.atStart) { $0.begin?.whole }, counts(ScreenWords.inflow) { $0.instroom?.whole },
      counts(ScreenWords.through) { $0.doorstroom?.whole }, counts(ScreenWords.outflow) { $0.uitstroom?.whole },
      counts(ScreenWords.atEnd) { $0.eind?.whole },
      (look.say(ScreenWords.balance), flows.map(balance)),
      flows.contains(where: { $0.wachttijd?.value != nil })
        ? (look.say(ScreenWords.waiting), flows.map(waiting)) : nil,
    ]
    return columns.compactMap { $0 }.map { (head: $0.0, cells: $0.1) }
  }

  private func balance(_ flow: Flow) -> Span {
    guard let balance = flow.balance else { return Span(look.dash) }
    let text = look.numbers.signed(Double(balance), digits: 0)
    return balance > 0 ? Span("\(look.warning) \(text)", .warning) : Span(text)
  }

  private func waiting(_ flow: Flow) -> Span {
    guard let figure = flow.wachttijd, let value = figure.value else { return Span(look.dash) }
    let days = look.say(DashboardWords.days(look.numbers.decimal(value, digits: 0)))
    let isFew = figure.n < Figure.smallestShown
    return Span(
      "\(days) (n \(look.numbers.count(figure.n))\(isFew ? " " + look.warning : ""))", isFew ? .warning : .plain)
  }

  private var highest: Int {
    max(1, flows.flatMap { [$0.instroom?.whole ?? 0, $0.uitstroom?.whole ?? 0] }.max() ?? 1)
  }

  private func title(_ side: Int) -> String {
    let left = look.say(ScreenWords.outflow), right = look.say(ScreenWords.inflow)
    return TextWidth.rightAligned(left, to: side) + (look.isASCII ? "|" : "│") + right
  }

  private func bar(_ flow: Flow, _ side: Int) -> [Span] {
    func length(_ count: Int?) -> Int {
      guard let count, count > 0 else { return 0 }
      return max(1, Int((Double(count) / Double(highest) * Double(side)).rounded()))
    }
    let (out, into) = (length(flow.uitstroom?.whole), length(flow.instroom?.whole))
    let isMore = (flow.balance ?? 0) > 0
    return [
      Span(String(repeating: " ", count: side - out) + String(repeating: look.isASCII ? "<" : "▒", count: out), .dim),
      Span(look.isASCII ? "|" : "│", .dim),
      Span(String(repeating: look.isASCII ? ">" : "█", count: into), isMore ? .warning : .plain),
    ]
  }
}
