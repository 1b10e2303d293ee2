import Projection

/// How long each traject that started was waited for, by its aanmelding and intake.
struct Waits: Sendable {
  /// Per row of `traject_gestart` days, or not a number.
  let referralToIntake: Cells<Double>
  let intakeToStart: Cells<Double>
  let referralToStart: Cells<Double>

  /// An aanmelding that names the traject counts, the first of several; else the last one of the same jeugdige at the
  /// same aanbieder on or before the start.
  init(_ cases: CaseTable) {
    let started = cases.facts(.started)
    let starts = started.days("datum")
    let referrals = Self.referralDays(cases)
    var intakes = [Int32](repeating: FactTable.noDay, count: starts.count)
    let table = cases.projection.table("intake")
    for (traject, day) in zip(table.codes("traject"), table.days("datum")) where traject >= 0 {
      let row = cases.startRows[Int(traject)]
      if row >= 0 { intakes[Int(row)] = day }
    }
    referralToIntake = Cells(starts.indices.map { CaseTable.days(from: referrals[$0], to: intakes[$0]) })
    intakeToStart = Cells(starts.indices.map { CaseTable.days(from: intakes[$0], to: starts[$0]) })
    referralToStart = Cells(starts.indices.map { CaseTable.days(from: referrals[$0], to: starts[$0]) })
  }

  private static func referralDays(_ cases: CaseTable) -> [Int32] {
    let (started, referrals) = (cases.facts(.started), cases.facts(.referrals))
    var result = [Int32](repeating: FactTable.noDay, count: started.rowCount)
    guard referrals.rowCount > 0 else { return result }
    var ofPerson: [UInt64: [Int32]] = [:]
    let (trajecten, persons, aanbieders, days) = (
      referrals.codes("traject"), referrals.codes("pseudoniem"), referrals.codes("aanbieder"), referrals.days("datum")
    )
    for row in days.indices where days[row] != FactTable.noDay {
      if trajecten[row] >= 0 {
        let start = cases.startRows[Int(trajecten[row])]
        if start < 0 { continue }
        let known = result[Int(start)]
        result[Int(start)] = known == FactTable.noDay ? days[row] : min(known, days[row])
      } else if persons[row] >= 0 {
        ofPerson[key(persons[row], aanbieders[row]), default: []].append(days[row])
      }
    }
    if ofPerson.isEmpty { return result }
    let (startPersons, startAanbieders, starts) = (
      started.codes("pseudoniem"), started.codes("aanbieder"), started.days("datum")
    )
    for row in result.indices where result[row] == FactTable.noDay && startPersons[row] >= 0 {
      let days = ofPerson[key(startPersons[row], startAanbieders[row])] ?? []
      result[row] = days.filter { $0 <= starts[row] }.max() ?? FactTable.noDay
    }
    return result
  }

  private static func key(_ person: Int32, _ aanbieder: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: person)) << 32 | UInt64(UInt32(bitPattern: aanbieder))
  }
}
