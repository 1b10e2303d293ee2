import CivilTime
import Projection

extension CaseTable {
  func rowCount(_ cohort: Cohort) -> Int {
    switch cohort {
    case .rows(let table): facts(table).rowCount
    case .loose: looseRows.count
    }
  }

  /// The first and the last day that each row of a cohort is about: the same, but for what is about a period.
  func days(of cohort: Cohort) -> (first: Cells<Int32>, last: Cells<Int32>) {
    if case .rows(let table) = cohort, let field = table.dayField {
      let days = facts(table).days(field)
      return (days, days)
    }
    return shared.once(.days(cohort)) {
      switch cohort {
      case .rows(let table): return periods(of: table)
      case .loose:
        let codes = facts(.answers).codes("periode")
        return days(looseRows.map { codes[Int($0)] })
      }
    }
  }

  /// The same for a table whose rows have days of their own.
  func days(of table: CountTable) -> (first: Cells<Int32>, last: Cells<Int32>) { days(of: .rows(table)) }

  private func periods(of table: CountTable) -> (first: Cells<Int32>, last: Cells<Int32>) {
    if table == .budgets {
      let periods = facts(table).numbers("jaar").map { Int(exactly: $0).flatMap { Period(String($0)) } }
      return days(periods)
    }
    return days(Array(facts(table).codes(table.periodField ?? "")))
  }

  private func days(_ codes: [Int32]) -> (first: Cells<Int32>, last: Cells<Int32>) {
    var known: [Int32: Period?] = [:]
    return days(
      codes.map { code in
        if code < 0 { return nil }
        if let period = known[code] { return period }
        let period = Period(projection.strings.string(code))
        known[code] = .some(period)
        return period
      })
  }

  private func days(_ periods: [Period?]) -> (first: Cells<Int32>, last: Cells<Int32>) {
    (
      Cells(periods.map { $0?.start.days ?? FactTable.noDay }),
      Cells(periods.map { $0.map { $0.end.days - 1 } ?? FactTable.noDay })
    )
  }

  /// Per row of the cohort, the code of what it has on a dimension that is not time, or −1.
  func codes(_ dimension: Dimension, of cohort: Cohort) -> Cells<Int32> {
    if dimension == .log { return logCodes(of: cohort) }
    return shared.once(.codes(dimension, cohort)) { findCodes(dimension, of: cohort) }
  }

  private func findCodes(_ dimension: Dimension, of cohort: Cohort) -> Cells<Int32> {
    if dimension == .inkoopmethode || dimension == .beginsel {
      return gathered(codes(.regio, of: cohort), byCode: byCode(of: "regio", dimension.rawValue, in: "regio"))
    }
    guard case .rows(let table) = cohort else { return looseCodes(dimension) }
    if table.isOfTraject { return trajectCodes(dimension, of: table) }
    return filled(facts(table).codes(dimension.rawValue)) { otherwise(dimension, of: table) }
  }

  /// Of the traject that a row belongs to, whatever the row says itself; of an aanmelding its own where the traject has
  /// not started or does not say.
  private func trajectCodes(_ dimension: Dimension, of table: CountTable) -> Cells<Int32> {
    if dimension == .reden { return table == .ended ? facts(.ended).codes("reden") : none(rowCount(.rows(table))) }
    let ofStarts = startCodes(dimension)
    if table == .started { return ofStarts }
    let codes = Cells(gathering: ofStarts, at: startRows(of: table), absent: FactTable.noCode)
    guard table == .referrals else { return codes }
    return filled(codes) {
      switch dimension {
      case .regio: gathered(facts(table).codes("aanbieder"), byCode: regionOfAanbieder)
      case .gemeente, .leeftijdsgroep: gathered(facts(table).codes("pseudoniem"), byCode: ofPerson(dimension))
      default: facts(table).codes(dimension.rawValue)
      }
    }
  }

  private func startCodes(_ dimension: Dimension) -> Cells<Int32> {
    let codes = facts(.started).codes(dimension.rawValue)
    guard dimension == .gemeente || dimension == .leeftijdsgroep else { return codes }
    return filled(codes) { gathered(facts(.started).codes("pseudoniem"), byCode: ofPerson(dimension)) }
  }

  /// By code of a pseudonym, the code of what was said when that jeugdige was enrolled, or −1.
  private func ofPerson(_ dimension: Dimension) -> [Int32] {
    byCode(of: "pseudoniem", dimension.rawValue, in: "jeugdige_ingeschreven")
  }

  /// What a row without traject has through its contract or aanbieder.
  private func otherwise(_ dimension: Dimension, of table: CountTable) -> Cells<Int32> {
    switch dimension {
    case .aanbieder where table == .spending: return ofContract("aanbieder")
    case .regio:
      let ofAanbieder = gathered(codes(.aanbieder, of: .rows(table)), byCode: regionOfAanbieder)
      return table == .spending ? filled(ofContract("regio")) { ofAanbieder } : ofAanbieder
    default: return none(rowCount(.rows(table)))
    }
  }

  private func ofContract(_ field: String) -> Cells<Int32> {
    gathered(facts(.spending).codes("contract"), byCode: byCode(of: "contract", field, in: "contract"))
  }

  private func looseCodes(_ dimension: Dimension) -> Cells<Int32> {
    let codes = facts(.answers).codes("aanbieder")
    let aanbieders = Cells(looseRows.map { codes[Int($0)] })
    switch dimension {
    case .aanbieder: return aanbieders
    case .regio: return gathered(aanbieders, byCode: regionOfAanbieder)
    default: return none(looseRows.count)
    }
  }

  /// By code of what a kind of fact is about, the code of what its fact says, or −1.
  func byCode(of subject: String, _ field: String, in kind: String) -> [Int32] {
    var byCode = [Int32](repeating: -1, count: projection.strings.count)
    let table = projection.table(kind)
    for (subject, code) in zip(table.codes(subject), table.codes(field)) where subject >= 0 {
      byCode[Int(subject)] = code
    }
    return byCode
  }

  private func logCodes(of cohort: Cohort) -> Cells<Int32> {
    guard let origins else { return none(rowCount(cohort)) }
    switch cohort {
    case .rows(let table): return Cells(facts(table).lines.map { origins.log(ofLine: $0) })
    case .loose:
      let lines = facts(.answers).lines
      return Cells(looseRows.map { origins.log(ofLine: lines[Int($0)]) })
    }
  }

  private func none(_ count: Int) -> Cells<Int32> { Cells([Int32](repeating: FactTable.noCode, count: count)) }

  private func gathered(_ codes: Cells<Int32>, byCode values: [Int32]) -> Cells<Int32> {
    Cells(codes.map { $0 < 0 ? -1 : values[Int($0)] })
  }

  /// With what `others` gives where a row has nothing; it is not asked where every row has something.
  private func filled(_ codes: Cells<Int32>, _ others: () -> Cells<Int32>) -> Cells<Int32> {
    guard codes.contains(where: { $0 < 0 }) else { return codes }
    let others = others()
    return Cells(codes.indices.map { codes[$0] < 0 ? others[$0] : codes[$0] })
  }
}
