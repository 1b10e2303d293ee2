import CanonicalJSON
import Dashboard
import EventLog
import Identity
import Merge
import Query
import Words
import Workspace

extension Command {
  static let why = Command(
    "why", HistoryWords.whySummary, forms: ["'INDICATOR waar DIMENSION = VALUE en …' [--as-of DATE]"],
    options: [.init("--as-of", "DATE", HistoryWords.asOfOption)], notes: [HistoryWords.whyNote],
    examples: [
      .init(
        line: "veldlog why 'uitval_breed waar aanbieder = zee-003 en kwartaal = 2016k2'", note: HistoryWords.whyExample)
    ]
  ) { invocation in
    let question = try Question(invocation)
    let builtIn = try question.builtIn()
    let day = try invocation.day("--as-of")
    let figures = try MergedFigures(invocation, knownOn: day)
    let query = try builtIn ?? question.query(figures.facts.projection, figures.workspace.vocabulary)
    let explained = try question.asking { () throws(QueryError) in
      let vocabulary = figures.workspace.vocabulary
      var all = try Explanation.all(query, figures.facts.projection, vocabulary, figures.origins)
      if figures.facts.state.conflicts.isEmpty { return all }
      let result = try query.evaluate(on: figures.facts.projection, vocabulary: vocabulary, origins: figures.origins)
      let bounds = try ConflictBounds(result, of: query, figures.facts, vocabulary: vocabulary)
      for (index, interval) in bounds.intervals.joined().enumerated() { all[index].figure.open = interval }
      return all
    }
    if let day { invocation.console.note(HistoryWords.asOf(day.iso)) }
    WhyReport(figures).print(explained)
    return .done
  }
}

/// Figures with the facts behind them, as text, a list or JSON.
struct WhyReport {
  private let figures: MergedFigures
  private let members: [LogID: MemberList.Entry]
  private var console: Console { figures.console }
  private var state: MergedState { figures.facts.state }

  init(_ figures: MergedFigures) {
    self.figures = figures
    let entries = MemberList(of: figures.facts.state, own: figures.workspace.ownPublic).entries
    members = Dictionary(entries.map { ($0.log, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func print(_ explained: [Explanation]) {
    switch console.format {
    case .json: console.out(.array(explained.map(json)))
    case .csv, .markdown: listing(explained).print(on: console)
    case .table:
      for (index, explanation) in explained.enumerated() {
        if index > 0 { console.out("") }
        show(explanation)
      }
    }
  }

  // MARK: Text

  private func show(_ explanation: Explanation) {
    let look = figures.invocation.look
    for line in ExplanationText.head(explanation, look) { console.out(line) }
    let hasNumerator = !explanation.provenance.notCounted.isEmpty || explanation.indicator.isShare
    section(hasNumerator ? HistoryWords.inNumerator : HistoryWords.counted, explanation.provenance.counted)
    section(HistoryWords.inDenominator, explanation.provenance.notCounted)
    let missing = Optional(explanation.indicator.words.missing)
    section(
      missing.map { HistoryWords.leftOut + Phrase(same: ": ") + $0 } ?? HistoryWords.leftOut,
      explanation.provenance.missing)
    if explanation.provenance.isEmpty { console.out(HistoryWords.nothing) }
  }

  private func section(_ title: Phrase, _ lines: [Int32]) {
    guard !lines.isEmpty else { return }
    console.out("")
    console.out(" " + title[console.language] + " (" + NumberText(console.language).count(lines.count) + ")")
    var listing = Listing(columns: Self.columns, empty: HistoryWords.nothing)
    listing.rows = lines.map { cells(Int($0)) }
    listing.print(on: console)
  }

  private static let columns = [
    Listing.Column(key: "ref", title: CommandWords.reference),
    Listing.Column(key: "payload", title: CommandWords.contents),
    Listing.Column(key: "at", title: CommandWords.time), Listing.Column(key: "who", title: DashboardWords.recordedBy),
    Listing.Column(key: "bundle", title: DashboardWords.cameWith),
  ]

  private func cells(_ row: Int) -> [String] {
    [
      state.shortReference(row),
      FactText.oneLine(
        state.table.payloadObject(row) ?? JSONObject(), skipping: ["herkomst_data", "toelichting", "pseudoniem"]),
      FactText.time(state.table.time(row)), author(row), cameWith(row),
    ]
  }

  /// The label of the log and its region.
  private func author(_ row: Int) -> String {
    let member = members[state.table.reference(row).log]
    return [member?.naam, member?.regio].compactMap(\.self).joined(separator: ", ")
  }

  private func cameWith(_ row: Int) -> String {
    if members[state.table.reference(row).log]?.isOwn == true { return HistoryWords.ownFact[console.language] }
    guard let arrival = figures.arrivals[row] else { return "" }
    return HistoryWords.arrived(arrival.bundle, FactText.time(arrival.at.milliseconds))[console.language]
  }

  // MARK: For other programs

  private func listing(_ explained: [Explanation]) -> Listing {
    var listing = Listing(
      columns: [
        .init(key: "indicator", title: Phrase(same: "indicator")), .init(key: "place", title: CommandWords.state),
      ] + Self.columns, empty: HistoryWords.nothing)
    for explanation in explained {
      let name = ([explanation.indicator.id] + explanation.keys.compactMap(\.value)).joined(separator: " ")
      for (place, lines) in explanation.provenance.places {
        listing.rows += lines.map { [name, place] + cells(Int($0)) }
      }
    }
    return listing
  }

  private func json(_ explanation: Explanation) -> JSONValue {
    var object = explanation.figure.json.objectValue ?? JSONObject()
    object["indicator"] = .string(explanation.indicator.id)
    object["definition"] = .string(explanation.indicator.definition)
    var keys = JSONObject()
    for (dimension, value) in explanation.keys {
      keys[dimension.rawValue] = value.map(JSONValue.string) ?? .null
    }
    object["of"] = .object(keys)
    for (place, lines) in explanation.provenance.places {
      object[place] = .array(lines.map { fact(Int($0)) })
    }
    return .object(object)
  }

  private func fact(_ row: Int) -> JSONValue {
    var fact = FactText.json(row, in: state).objectValue ?? JSONObject()
    fact["kind"] = .string(state.table.kindName(row))
    if let arrival = figures.arrivals[row] {
      fact["bundle"] = .string(arrival.bundle)
      fact["received"] = .string(arrival.at.iso)
    }
    return .object(fact)
  }
}
