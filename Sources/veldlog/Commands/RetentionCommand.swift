import CanonicalJSON
import CivilTime
import Merge
import Words
import Workspace

extension Command {
  static let retention = Command(
    "retention", RetentionWords.summary, forms: ["[--as-of DATE]"],
    options: [.init("--as-of", "DATE", RetentionWords.asOfOption)], notes: [RetentionWords.note],
    examples: [
      .init(
        line: "veldlog record bewaartermijn soort_feit=antwoord bewaren_tot=2026-12-31 grond=\"tien jaar\"",
        note: RetentionWords.recordExample),
      .init(line: "veldlog retention", note: RetentionWords.example),
      .init(
        line: "veldlog erase --term :57 --ground \"bewaartermijn voorbij\"", note: RetentionWords.eraseExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(0)
    let (workspace, console) = (try invocation.workspace(), invocation.console)
    var date = Instant(milliseconds: invocation.surroundings.clock.now()).date.iso
    if let text = invocation.arguments.value("--as-of") {
      guard let given = CivilDate(iso: text) else {
        throw UsageError.badValue(option: "--as-of", value: text, allowed: [date])
      }
      date = given.iso
    }
    let state = try workspace.ownState()
    let retention = Retention(of: state, asOf: date)
    if console.format == .json {
      console.out(json(retention, state, date))
      return .done
    }
    var listing = Listing(
      columns: [
        .init(key: "ref", title: CommandWords.reference), .init(key: "until", title: RetentionWords.until),
        .init(key: "state", title: RetentionWords.state),
        .init(key: "facts", title: RetentionWords.facts, isNumber: true),
        .init(key: "about", title: RetentionWords.about), .init(key: "ground", title: RetentionWords.ground),
      ], empty: RetentionWords.none)
    listing.rows = retention.terms.map { term in
      [
        state.shortReference(term.row), term.until,
        RetentionWords.standing(standing(term), term.daysLeft)[console.language],
        String(term.isPast ? term.rowsPast.count : term.rows.count), FactText.oneLine(term.about), term.ground,
      ]
    }
    listing.print(on: console)
    if console.format != .table { return .done }
    for term in retention.terms where !term.rowsPast.isEmpty {
      console.out(RetentionWords.eraseHint(state.shortReference(term.row), term.rowsPast.count))
    }
    if !retention.withoutTerm.isEmpty { console.out(RetentionWords.withoutTerm(retention.withoutTerm)) }
    return .done
  }

  private static func standing(_ term: Retention.Term) -> String {
    if term.rows.isEmpty { return "done" }
    if term.isPast { return term.rowsPast.isEmpty ? "kept" : "past" }
    return term.daysLeft <= Retention.warningDays ? "soon" : "running"
  }

  private static func json(_ retention: Retention, _ state: MergedState, _ date: String) -> JSONValue {
    var without = JSONObject()
    for (kind, count) in retention.withoutTerm { without[kind] = .integer(Int64(count)) }
    let terms = retention.terms.map { term -> JSONValue in
      [
        "ref": .string(state.table.reference(term.row).text), "about": .object(term.about),
        "bewaren_tot": .string(term.until), "grond": .string(term.ground), "days_left": .integer(Int64(term.daysLeft)),
        "state": .string(standing(term)), "facts": .integer(Int64(term.rows.count)),
        "past": .integer(Int64(term.rowsPast.count)),
      ]
    }
    return ["as_of": .string(date), "terms": .array(terms), "without_term": .object(without)]
  }
}
