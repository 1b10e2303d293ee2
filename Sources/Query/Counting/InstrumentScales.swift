import Projection

/// The scales that facts of kind `instrument` give, to hold answers and measurements against.
struct InstrumentScales {
  private let known: [Int32: [AnswerTable.Scale]]

  init(_ projection: Projection) {
    let table = projection.table("instrument")
    let (codes, lows, highs) = (table.codes("instrument"), table.numbers("schaal_min"), table.numbers("schaal_max"))
    var known: [Int32: [AnswerTable.Scale]] = [:]
    // An end that is not known is no number, and is below nothing.
    for row in codes.indices where codes[row] >= 0 && lows[row] < highs[row] {
      known[codes[row], default: []].append(AnswerTable.Scale(low: lows[row], high: highs[row], instrument: ""))
    }
    self.known = known
  }

  var isEmpty: Bool { known.isEmpty }

  /// Whether the instrument has scales, none of which has those ends.
  func isOther(_ low: Double, _ high: Double, than instrument: Int32) -> Bool {
    guard let scales = known[instrument] else { return false }
    return !scales.contains { $0.low == low && $0.high == high }
  }

  /// Whether the instrument has scales, none of which the score is on.
  func isOff(_ score: Double, _ instrument: Int32) -> Bool {
    guard !score.isNaN, let scales = known[instrument] else { return false }
    return !scales.contains { $0.range?.contains(score) == true }
  }

  /// An instrument with its scales, as `sdq 0-40`.
  func text(of instrument: Int32, _ strings: StringTable) -> String {
    let scales = Set((known[instrument] ?? []).map(\.text)).sorted()
    return ([strings.string(instrument)] + scales).joined(separator: " ")
  }
}
