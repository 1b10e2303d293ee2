import CanonicalJSON
import CivilTime
import Dashboard
import EventLog
import Identity
import Merge
import Query
import Words
import Workspace

extension Command {
  static let why = Command(
    "why", HistoryWords.whySummary, forms: ["'INDICATOR waar DIMENSION = VALUE en …' [--as-of DATE] [--bounds]"],
    options: [
      .init("--as-of", "DATE", HistoryWords.asOfOption), .init("--bounds", nil, HistoryWords.boundsOption),
    ], notes: [HistoryWords.whyNote],
    examples: [
      .init(
        line: "veldlog why 'uitval_breed waar aanbieder = zee-003 en kwartaal = 2016k2'", note: HistoryWords.whyExample)
    ]
  ) { invocation in
    let question = try Question(invocation)
    let day = try invocation.day("--as-of")
    let hasBounds = invocation.arguments.has("--bounds")
    guard day != nil || hasBounds || question.builtIn?.isAboutLogs == true else {
      let figures = try Figures(invocation, only: Query.neededColumns)
      let projection = figures.projection()
      let query = try question.query(projection, figures.workspace.vocabulary)
      let explained = try question.asking { () throws(QueryError) in
        try Explanation.all(query, projection, figures.workspace.vocabulary)
      }
      try WhyReport(invocation, FactsBehind(figures)).print(explained)
      if figures.context.conflictCount > 0 {
        invocation.console.note(HistoryWords.boundsHint(figures.context.conflictCount))
      }
      return .done
    }
    let figures = try MergedFigures(invocation, knownOn: day)
    let vocabulary = figures.workspace.vocabulary
    let query = try question.query(figures.facts.projection, vocabulary)
    let explained = try question.asking { () throws(QueryError) in
      let (cases, origins) = (Cases(figures.facts.projection, vocabulary), figures.facts.origins)
      let result = try query.evaluate(on: cases, origins: origins)
      var all = try Explanation.all(result, of: query, on: cases, origins: origins)
      if !hasBounds { return all }
      let bounds = try ConflictBounds(
        result, of: query, ConflictFacts(figures.facts, vocabulary: vocabulary))
      for (index, interval) in bounds.intervals.joined().enumerated() { all[index].figure.open = interval }
      return all
    }
    if let day { invocation.console.note(HistoryWords.asOf(day.iso)) }
    try WhyReport(invocation, FactsBehind(figures)).print(explained)
    return .done
  }
}

/// Figures with the facts behind them, as text, a list or JSON.
struct WhyReport {
  private let invocation: Invocation
  private let facts: FactsBehind
  private var console: Console { invocation.console }

  init(_ invocation: Invocation, _ facts: FactsBehind) {
    self.invocation = invocation
    self.facts = facts
  }

  func print(_ explained: [Explanation]) throws {
    switch console.format {
    case .json: console.out(.array(try explained.map(json)))
    case .csv, .markdown: try listing(explained).print(on: console)
    case .table:
      for (index, explanation) in explained.enumerated() {
        if index > 0 { console.out("") }
        try show(explanation)
      }
    }
  }

  // MARK: Text

  private func show(_ explanation: Explanation) throws {
    let look = invocation.look
    for line in ExplanationText.head(explanation, look) { console.out(line) }
    let hasNumerator = !explanation.provenance.notCounted.isEmpty || explanation.indicator.isShare
    try section(hasNumerator ? HistoryWords.inNumerator : HistoryWords.counted, explanation.provenance.counted)
    try section(HistoryWords.inDenominator, explanation.provenance.notCounted)
    try section(
      HistoryWords.leftOut + Phrase(same: ": ") + explanation.indicator.words.missing,
      explanation.provenance.missing)
    try section(HistoryWords.norms, explanation.figure.norms.compactMap(\.line))
    if explanation.provenance.isEmpty { console.out(HistoryWords.nothing) }
  }

  private func section(_ title: Phrase, _ lines: [Int32]) throws {
    guard !lines.isEmpty else { return }
    console.out("")
    console.out(" " + title[console.language] + " (" + NumberText(console.language).count(lines.count) + ")")
    var listing = Listing(columns: Self.columns, empty: HistoryWords.nothing)
    listing.rows = try lines.map { try cells(Int($0)) }
    listing.print(on: console)
  }

  private static let columns = [
    Listing.Column(key: "ref", title: CommandWords.reference),
    Listing.Column(key: "payload", title: CommandWords.contents),
    Listing.Column(key: "at", title: CommandWords.time), Listing.Column(key: "who", title: DashboardWords.recordedBy),
    Listing.Column(key: "bundle", title: DashboardWords.cameWith),
  ]

  private func cells(_ row: Int) throws -> [String] {
    guard let fact = try facts.fact(row) else { return ["?"] + Self.columns.dropFirst().map { _ in "" } }
    return [
      fact.shortReference,
      FactText.oneLine(fact.payload, skipping: FactText.besideTheFigure),
      FactText.time(fact.time), fact.writer, cameWith(fact),
    ]
  }

  private func cameWith(_ fact: FactsBehind.Fact) -> String {
    if fact.isOwn { return HistoryWords.ownFact[console.language] }
    guard let arrival = fact.arrival else { return "" }
    return HistoryWords.arrived(arrival.bundle, FactText.time(arrival.at.milliseconds))[console.language]
  }

  // MARK: For other programs

  private func listing(_ explained: [Explanation]) throws -> Listing {
    var listing = Listing(
      columns: [
        .init(key: "indicator", title: Phrase(same: "indicator")), .init(key: "place", title: CommandWords.state),
      ] + Self.columns, empty: HistoryWords.nothing)
    for explanation in explained {
      let name = FigureName(explanation.indicator, explanation.keys)
      for place in Provenance.Place.allCases {
        listing.rows += try explanation.provenance.lines(place).map {
          [name.text, place.rawValue] + (try cells(Int($0)))
        }
      }
    }
    return listing
  }

  private func json(_ explanation: Explanation) throws -> JSONValue {
    var object = explanation.figure.json.objectValue ?? JSONObject()
    object["indicator"] = .string(explanation.indicator.id)
    object["definition"] = .string(explanation.indicator.definition)
    object["of"] = FigureName(explanation.indicator, explanation.keys).json
    for place in Provenance.Place.allCases {
      object[place.rawValue] = .array(try explanation.provenance.lines(place).map { try json(ofRow: Int($0)) })
    }
    return .object(object)
  }

  private func json(ofRow row: Int) throws -> JSONValue {
    guard let fact = try facts.fact(row) else { return .null }
    var object = FactText.object(fact.reference, fact.time, fact.payload)
    object["kind"] = .string(fact.kind)
    if let arrival = fact.arrival {
      object["bundle"] = .string(arrival.bundle)
      object["received"] = .string(arrival.at.iso)
    }
    return .object(object)
  }
}
