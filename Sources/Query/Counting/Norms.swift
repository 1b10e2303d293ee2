import CivilTime
import Projection

extension DerivedField {
  /// What it holds against a norm: the wait, the indicator by which facts of kind `norm` name it, and the days of the
  /// Treeknorm (referral to intake 4 weeks, intake to start 10 weeks).
  var heldToNorm: (wait: DerivedField, indicator: String, days: Double)? {
    switch self {
    case .wachtAanmeldingBinnenNorm: (.wachtAanmelding, "wachttijd_aanmelding", 28)
    case .wachtIntakeBinnenNorm: (.wachtIntake, "wachttijd_behandeling", 70)
    case .wachttijdBinnenNorm: (.wachttijd, "wachttijd", 98)
    default: nil
    }
  }
}

/// Which norm each started traject is held to.
///
/// Of the facts of kind `norm` about the wait those in force on the day of the start count: those without a period, and
/// those whose period it lies in. The latest of the traject's regio holds, else the latest that names no regio, else the
/// Treeknorm. The latest is the one whose period began last, then the one whose period ends first, then the strictest.
/// Norms of a part of the wait do not make one of the whole.
struct Norms: Sendable {
  /// The Treeknorm first.
  let all: [Norm]
  /// Those about the wait that cannot be read as days, which nothing is held to.
  let unread: [UnreadNorm]
  /// Per row of `traject_gestart` the place of its norm in `all`; −1 without a day.
  let normOf: [Int32]

  private struct Agreed: Sendable {
    let place: Int32
    let days: ClosedRange<Int32>?
    let norm: Norm
  }

  init(_ indicator: String, otherwise days: Double, _ cases: CaseTable) {
    var all = [Norm(days: days, source: "Treeknorm", regio: nil, periode: nil, line: nil)]
    var unread: [UnreadNorm] = []
    let byRegio = Self.agreed(indicator, cases, &all, &unread)
    self.unread = unread
    let national = byRegio[FactTable.noCode] ?? []
    let (starts, regios) = (cases.facts(.started).days("datum"), cases.codes(.regio, of: .rows(.started)))
    func find(_ agreed: [Agreed], _ day: Int32) -> Int32? { agreed.first { $0.days?.contains(day) ?? true }?.place }
    normOf = starts.indices.map { row in
      let day = starts[row]
      if day == FactTable.noDay { return -1 }
      if byRegio.isEmpty { return 0 }
      let own = regios[row] < 0 ? nil : byRegio[regios[row]].flatMap { find($0, day) }
      return own ?? find(national, day) ?? 0
    }
    self.all = all
  }

  /// The places of the norms for rows of a table, by the row of each one's traject in `traject_gestart`, or −1.
  func places(atStarts starts: Cells<Int32>) -> [Int32] { starts.map { $0 < 0 ? -1 : normOf[Int($0)] } }

  /// By code of the regio, those that can be read as days, the one to take first.
  private static func agreed(
    _ indicator: String,
    _ cases: CaseTable,
    _ all: inout [Norm],
    _ unread: inout [UnreadNorm]
  ) -> [Int32: [Agreed]] {
    let (table, strings) = (cases.projection.table("norm"), cases.projection.strings)
    let (indicators, values, regios) = (table.codes("indicator"), table.numbers("waarde"), table.codes("regio"))
    let (units, periods, sources) = (table.codes("eenheid"), table.codes("periode"), table.codes("bron"))
    func text(_ code: Int32) -> String? { code < 0 ? nil : strings.string(code) }
    var byRegio: [Int32: [Agreed]] = [:]
    for row in indicators.indices where !values[row].isNaN {
      guard let name = text(indicators[row])?.lowercased(), name == indicator || name == indicator + "_norm" else {
        continue
      }
      let period = text(periods[row]).flatMap { Period($0) }
      guard let days = Norm.days(values[row], text(units[row])), periods[row] < 0 || period != nil else {
        unread.append(
          UnreadNorm(
            value: values[row], unit: text(units[row]), source: text(sources[row]), regio: text(regios[row]),
            periode: text(periods[row])))
        continue
      }
      let norm = Norm(
        days: days, source: text(sources[row]), regio: text(regios[row]), periode: period?.text, line: table.lines[row])
      let agreed = Agreed(
        place: Int32(truncatingIfNeeded: all.count), days: period.map { $0.start.days...($0.end.days - 1) }, norm: norm)
      byRegio[regios[row] < 0 ? FactTable.noCode : regios[row], default: []].append(agreed)
      all.append(norm)
    }
    return byRegio.mapValues { $0.sorted(by: isLater) }
  }

  private static func isLater(_ one: Agreed, _ other: Agreed) -> Bool {
    let (ours, theirs) = (one.days?.lowerBound ?? .min, other.days?.lowerBound ?? .min)
    if ours != theirs { return ours > theirs }
    let (ourEnd, theirEnd) = (one.days?.upperBound ?? .max, other.days?.upperBound ?? .max)
    if ourEnd != theirEnd { return ourEnd < theirEnd }
    if one.norm.days != other.norm.days { return one.norm.days < other.norm.days }
    return (one.norm.source ?? "") < (other.norm.source ?? "")
  }
}

extension CaseTable {
  /// Per row of `traject_gestart` 1 where the wait is within the norm, 0 where it is not, −1 where it is not known.
  func withinNorm(_ wait: DerivedField, _ norms: Norms) -> [Int8] {
    let waits = numbers(wait.rawValue, of: .started)
    return norms.normOf.indices.map { row in
      guard !waits[row].isNaN, norms.normOf[row] >= 0 else { return -1 }
      return waits[row] <= norms.all[Int(norms.normOf[row])].days ? 1 : 0
    }
  }

  func norms(of field: DerivedField) -> Norms? {
    field.heldToNorm.map { held in
      shared.once(.norms(field)) { Norms(held.indicator, otherwise: held.days, self) }
    }
  }
}
