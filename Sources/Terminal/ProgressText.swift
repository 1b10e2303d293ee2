import PlainText

/// How far a long piece of work is, as one line.
///
/// It only says what the line is; whoever has the terminal writes it over the one before and clears it at the end
/// with `clearing`. `isDue` keeps the line from being written more often than anyone can read.
public struct ProgressText: Sendable {
  /// Goes back to the beginning of the line and empties it.
  public static let clearing = "\r\u{1B}[K"

  /// What is being done, in the person's language.
  public let label: String
  public let total: Int
  public private(set) var done = 0

  private var lastShown: Int64?

  /// - Parameter total: 0 or less where it is not known; then the line counts without a bar.
  public init(label: String, total: Int) {
    self.label = label
    self.total = total
  }

  /// Notes how far the work is, and tells whether it is time to show the line: the first time, at the end, and ten
  /// times a second.
  ///
  /// - Parameter now: Milliseconds on any clock; one that goes back shows the line again.
  public mutating func isDue(done: Int, now: Int64) -> Bool {
    self.done = done
    if let lastShown, now >= lastShown, now &- lastShown < 100, total <= 0 || done < total { return false }
    lastShown = now
    return true
  }

  /// The line in at most `columns` columns: the label, a bar and a percentage, or the count.
  public func line(columns: Int, isASCII: Bool = false) -> String {
    guard total > 0 else { return TextLayout.shortened("\(label)  \(max(0, done))", to: columns, mark: "") }
    let share = Double(min(max(0, done), total)) / Double(total)
    let percent = TextLayout.padded("\(Int(share * 100)) %", to: 5, .right)
    let barWidth = min(40, columns - TextWidth.of(label) - 10)
    if barWidth < 5 { return TextLayout.shortened("\(label) \(percent)", to: columns, mark: "") }
    let filled = Int(share * Double(barWidth))
    let bar =
      String(repeating: isASCII ? "#" : "█", count: filled)
      + String(repeating: isASCII ? "-" : "░", count: barWidth - filled)
    return "\(label)  \(bar) \(percent)"
  }
}
