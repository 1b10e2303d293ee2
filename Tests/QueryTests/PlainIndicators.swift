import CivilTime
import Query

/// Every built-in indicator once more, from its published words, with nothing but dictionaries and loops.
///
/// It shares no code with `Sources/Query/Counting`, so where both agree on facts that nobody chose, both read the
/// definitions the same way. The definitions: `IndicatorWords` and `Indicator+BuiltIn.swift`.
struct PlainIndicators {
  typealias Groups = [[String]: PlainFigure]

  /// One thing that may count: a fact, the days it is about, and the traject it belongs to.
  struct Row {
    let fact: PlainFact
    let days: ClosedRange<CivilDate>?
    var traject: String? { fact.text("traject") }
  }

  /// What is not known of a dimension.
  static let unknown = "-"

  let facts: [String: [PlainFact]]
  /// By traject.
  let starts: [String: PlainFact]
  let ends: [String: PlainFact]
  private let regios: [String: PlainFact]
  private let jeugdigen: [String: PlainFact]
  private let contracts: [String: PlainFact]
  private let aanbiederRegios: [String: String]
  /// Informants to give a group for beside those that occur.
  var moreInformants: Set<String> = []
  /// The last day on which a traject is known to have started or ended.
  let lastDay: CivilDate?

  /// - Parameter facts: Used ones: right by the vocabulary, and one of each slot.
  init(_ facts: [PlainFact]) {
    var byKind: [String: [PlainFact]] = [:]
    for fact in facts { byKind[fact.kind, default: []].append(fact) }
    self.facts = byKind
    func index(_ kind: String, _ field: String) -> [String: PlainFact] {
      var index: [String: PlainFact] = [:]
      for fact in byKind[kind] ?? [] { if let key = fact.text(field) { index[key] = fact } }
      return index
    }
    starts = index("traject_gestart", "traject")
    ends = index("traject_beeindigd", "traject")
    regios = index("regio", "regio")
    jeugdigen = index("jeugdige_ingeschreven", "pseudoniem")
    contracts = index("contract", "contract")
    var places: [String: Set<String>] = [:]
    for start in starts.values {
      if let aanbieder = start.text("aanbieder"), let regio = start.text("regio") {
        places[aanbieder, default: []].insert(regio)
      }
    }
    var aanbiederRegios = places.filter { $1.count == 1 }.compactMapValues(\.first)
    for fact in byKind["aanbieder"] ?? [] {
      if let aanbieder = fact.text("aanbieder"), let regio = fact.text("regio") { aanbiederRegios[aanbieder] = regio }
    }
    self.aanbiederRegios = aanbiederRegios
    lastDay = (Array(starts.values) + Array(ends.values)).compactMap { $0.day("datum") }.max()
  }

  /// Every group of the answer; nil for an indicator that it does not know.
  func groups(of id: String, _ scope: PlainScope) -> Groups? {
    endGroups(id, scope) ?? startGroups(id, scope) ?? goalGroups(id, scope) ?? answerGroups(id, scope)
      ?? flowGroups(id, scope) ?? moneyGroups(id, scope)
  }

  // MARK: Rows

  func all(_ kind: String) -> [PlainFact] { facts[kind] ?? [] }

  /// Facts by a day of their own.
  func rows(_ kind: String, day field: String) -> [Row] {
    all(kind).map { fact in Row(fact: fact, days: fact.day(field).map { $0...$0 }) }
  }

  /// Facts by a period of their own.
  func rows(_ kind: String, period field: String) -> [Row] {
    all(kind).map { Row(fact: $0, days: $0.days(field)) }
  }

  /// Facts by the day on which their traject ended; those of a traject that did not are left out.
  func rowsByEnd(_ kind: String) -> [Row] {
    all(kind).compactMap { fact in
      guard let end = fact.text("traject").flatMap({ ends[$0] }) else { return nil }
      return Row(fact: fact, days: end.day("datum").map { $0...$0 })
    }
  }

  var started: [Row] { rows("traject_gestart", day: "datum") }
  var ended: [Row] { rows("traject_beeindigd", day: "datum") }

  // MARK: Groups

  /// The rows that a question is about, by their group.
  func grouped(_ rows: [Row], _ scope: PlainScope) -> [[String]: [Row]] {
    var groups: [[String]: [Row]] = [:]
    for row in rows where isAsked(row, scope) { groups[key(row, scope), default: []].append(row) }
    return groups
  }

  func isAsked(_ row: Row, _ scope: PlainScope) -> Bool {
    isOfPlace(row, scope) && scope.holds(row.days)
  }

  func isOfPlace(_ row: Row, _ scope: PlainScope) -> Bool {
    scope.others.allSatisfy { condition in
      // Whose answer it is and on which scale is no matter of the rows beside it.
      if condition.dimension == .informant || condition.dimension == .schaal { return true }
      return scope.holds(value(condition.dimension, row), on: condition.dimension)
    }
  }

  /// A group's value on each dimension but for informant and schaal, which are not of every row.
  func key(_ row: Row, _ scope: PlainScope) -> [String] {
    scope.dimensions.filter { $0 != .informant }.map { dimension in
      if let length = PlainScope.length(dimension) { return Self.period(row.days, length)?.text ?? Self.unknown }
      return value(dimension, row) ?? Self.unknown
    }
  }

  /// The period of that length in which all of those days lie.
  static func period(_ days: ClosedRange<CivilDate>?, _ length: Period.Length) -> Period? {
    guard let days else { return nil }
    let period = Period(length, containing: days.lowerBound)
    return period.contains(days.upperBound) ? period : nil
  }

  private static let kindsByEnd = ["doelscore", "tevredenheid", "zonder_hulp_verder", "meting", "traject_beeindigd"]

  /// What a row has on a dimension: of its traject; else its own, of its contract or of its aanbieder, where it is no
  /// fact about a traject.
  func value(_ dimension: Dimension, _ row: Row) -> String? {
    // The fact that decides when the row counts.
    let deciding = Self.kindsByEnd.contains(row.fact.kind) ? row.traject.flatMap { ends[$0] } : nil
    switch dimension {
    case .inkoopmethode, .beginsel:
      return value(.regio, row).flatMap { regios[$0] }?.text(dimension.rawValue)
    case .log: return (deciding ?? row.fact).log
    case .reden: return deciding?.text("reden")
    default: break
    }
    let start = row.traject.flatMap { starts[$0] }
    if let known = start?.text(dimension.rawValue) { return known }
    for who in [start, row.fact].compactMap({ $0?.text("pseudoniem") })
    where [.gemeente, .leeftijdsgroep].contains(dimension) {
      if let known = jeugdigen[who]?.text(dimension.rawValue) { return known }
    }
    if row.traject != nil, row.fact.kind != "aanmelding" { return nil }
    let contract = row.fact.text("contract").flatMap { contracts[$0] }
    if let known = row.fact.text(dimension.rawValue) ?? contract?.text(dimension.rawValue) { return known }
    guard dimension == .regio else { return nil }
    return (row.fact.text("aanbieder") ?? contract?.text("aanbieder")).flatMap { aanbiederRegios[$0] }
  }
}
