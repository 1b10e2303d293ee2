import CivilTime
import Projection

/// What each answer about satisfaction says, and on which scale.
struct AnswerTable {
  /// The scales that occur, in order of first appearance.
  let scales: [Scale]
  /// Per answer, its index in `scales`, or −1 for none (left out by a condition).
  let scaleOf: [Int32]
  let scores: Cells<Double>
  /// Per answer, whether it comes from the statutory survey among clients.
  let isFromSurvey: [Bool]
  let instruments: Cells<Int32>
  /// Per answer, of how many answers it is the mean: mostly 1.
  let weights: [Int]

  struct Scale: Hashable {
    let low: Double
    let high: Double
    /// Named where the ends are not known.
    let instrument: String

    var text: String {
      guard !low.isNaN, !high.isNaN else { return instrument.isEmpty ? "?" : instrument }
      return Self.plain(low) + "-" + Self.plain(high)
    }

    /// As rules compare them.
    var ends: [String: String] { ["schaal_min": Self.plain(low), "schaal_max": Self.plain(high)] }

    var range: ClosedRange<Double>? { low <= high ? low...high : nil }

    private static func plain(_ number: Double) -> String {
      Int(exactly: number).map(String.init) ?? number.description
    }
  }

  init(_ cases: CaseTable, filter: RowFilter) {
    let table = cases.facts(.answers)
    let strings = cases.projection.strings
    scores = table.numbers("score")
    instruments = table.codes("instrument")
    weights = table.numbers("antwoorden").map { $0.isNaN ? 1 : Int($0) }
    let survey = strings.code(of: "ceo") ?? -2
    isFromSurvey = table.codes("herkomst").map { $0 == survey }
    (scales, scaleOf) = Self.scales(table, strings, filter)
  }

  /// Whether an answer has all that a mean needs, and is not left out by a condition on its scale; who gave it, and
  /// whether that is asked for, is for its slot to say.
  func counts(_ row: Int, leavingOutSurvey: Bool) -> Bool {
    scaleOf[row] >= 0 && !scores[row].isNaN && weights[row] > 0
      && !(leavingOutSurvey && isFromSurvey[row])
  }

  private static func scales(
    _ table: FactTable,
    _ strings: StringTable,
    _ filter: RowFilter
  ) -> ([Scale], [Int32]) {
    let (lows, highs) = (table.numbers("schaal_min"), table.numbers("schaal_max"))
    let instruments = table.codes("instrument")
    var scales: [Scale] = []
    var known: [Key: Int32] = [:]
    var last: (key: Key, index: Int32)?
    var indices: [Int32] = []
    indices.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let isBounded = !lows[row].isNaN && !highs[row].isNaN
      let key = Key(
        low: lows[row].bitPattern, high: highs[row].bitPattern, instrument: isBounded ? -1 : instruments[row])
      if let last, last.key == key {
        indices.append(last.index)
        continue
      }
      let index: Int32
      if let found = known[key] {
        index = found
      } else {
        let scale = Scale(
          low: lows[row], high: highs[row], instrument: isBounded ? "" : strings.string(instruments[row]))
        if filter.keeps(scale.text, on: .schaal) {
          index = Int32(truncatingIfNeeded: scales.count)
          scales.append(scale)
        } else {
          index = -1
        }
        known[key] = index
      }
      last = (key, index)
      indices.append(index)
    }
    return (scales, indices)
  }

  private struct Key: Hashable {
    let low: UInt64
    let high: UInt64
    let instrument: Int32
  }
}
