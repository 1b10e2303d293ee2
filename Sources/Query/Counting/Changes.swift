import Projection
import Statistics

/// How each measurement at the beginning differs from the one at the end with the same instrument and informant.
struct Changes {
  /// Per row of `meting`, in the order of `DerivedField.verandering.values`; −1 for what is not a beginning, has no
  /// end, whose score is not on the scale of its instrument, or whose instrument lacks a standard deviation or
  /// reliability.
  let classes: [Int8]

  private struct Key: Hashable {
    let traject: Int32
    let instrument: Int32
    let informant: Int32
  }

  private struct Instrument {
    let informant: Int32
    let version: VersionText
    let informantName: String
    let deviation: Double
    let reliability: Double
    let isLowGood: Bool
    let cutOff: Double?
  }

  init(_ cases: CaseTable) {
    let table = cases.facts(.measurements)
    let strings = cases.projection.strings
    let (begin, end) = (strings.code(of: "begin") ?? -2, strings.code(of: "eind") ?? -2)
    let (moments, scores) = (table.codes("moment"), table.numbers("score"))
    let (trajecten, codes, informants) = (table.codes("traject"), table.codes("instrument"), table.codes("informant"))
    func key(_ row: Int) -> Key { Key(traject: trajecten[row], instrument: codes[row], informant: informants[row]) }
    let scales = InstrumentScales(cases.projection)
    func isScore(_ row: Int) -> Bool { !scores[row].isNaN && !scales.isOff(scores[row], codes[row]) }
    var ends: [Key: Double] = [:]
    for row in moments.indices where moments[row] == end && isScore(row) { ends[key(row)] = scores[row] }
    let instruments = Self.instruments(cases)
    classes = moments.indices.map { row in
      guard moments[row] == begin, isScore(row), let after = ends[key(row)],
        let instrument = Self.instrument(for: informants[row], among: instruments[codes[row]] ?? []),
        let change = ReliableChange(
          before: scores[row], after: after, standardDeviation: instrument.deviation,
          reliability: instrument.reliability)
      else { return -1 }
      return switch change.judgement(isLowGood: instrument.isLowGood, cutOff: instrument.cutOff) {
      case .worsened: 0
      case .unchanged: 1
      case .improved: 2
      case .recovered: 3
      }
    }
  }

  /// Norms differ by who answers: those for the informant, else those for nobody in particular, else others; of several
  /// versions the last, numbers in them by their value: 9 comes before 10.
  private static func instrument(for informant: Int32, among instruments: [Instrument]) -> Instrument? {
    func fit(_ instrument: Instrument) -> Int {
      instrument.informant == informant ? 2 : instrument.informant < 0 ? 1 : 0
    }
    return instruments.max { one, other in
      if fit(one) != fit(other) { return fit(one) < fit(other) }
      if one.version != other.version { return one.version < other.version }
      return one.informantName < other.informantName
    }
  }

  private static func instruments(_ cases: CaseTable) -> [Int32: [Instrument]] {
    let table = cases.projection.table("instrument")
    let (codes, directions) = (table.codes("instrument"), table.codes("richting"))
    let (deviations, reliabilities) = (table.numbers("standaarddeviatie"), table.numbers("betrouwbaarheid"))
    let cutOffs = table.numbers("afkap")
    let highGood = cases.projection.strings.code(of: "hoog_goed") ?? -2
    let (informants, versions) = (table.codes("informant"), table.codes("versie"))
    func text(_ code: Int32) -> String { code < 0 ? "" : cases.projection.strings.string(code) }
    var result: [Int32: [Instrument]] = [:]
    for row in codes.indices where !deviations[row].isNaN && !reliabilities[row].isNaN {
      let instrument = Instrument(
        informant: informants[row], version: VersionText(text(versions[row])), informantName: text(informants[row]),
        deviation: deviations[row], reliability: reliabilities[row], isLowGood: directions[row] != highGood,
        cutOff: cutOffs[row].isNaN ? nil : cutOffs[row])
      result[codes[row], default: []].append(instrument)
    }
    return result
  }
}
