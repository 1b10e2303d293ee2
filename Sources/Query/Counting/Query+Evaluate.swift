import Platform
import Projection
import Vocabulary

extension Query {
  /// The fields that any question may need, for `ProjectionPlan.init(vocabulary:only:)`.
  public static let neededColumns: [String: Set<String>] = {
    var columns: [String: Set<String>] = [
      "regio": ["regio", "inkoopmethode", "beginsel"],
      "aanbieder": ["aanbieder", "regio"],
      "contract": ["contract", "aanbieder", "regio"],
      "jeugdige_ingeschreven": ["pseudoniem", "gemeente", "leeftijdsgroep"],
      "intake": ["traject", "datum"],
      "doel_gesteld": ["traject", "doel_nr", "gewicht"],
      "instrument": [
        "instrument", "versie", "informant", "richting", "afkap", "standaarddeviatie", "betrouwbaarheid", "schaal_min",
        "schaal_max",
      ],
      "norm": ["indicator", "waarde", "eenheid", "regio", "periode", "bron"],
      "definitie": Set(DefinitionFields.all),
    ]
    for table in CountTable.allCases {
      let fields = Vocabulary.standard.kind(named: table.rawValue)?.fields ?? []
      columns[table.rawValue] = Set(fields.filter { DefinitionFields.isCountable($0) }.map(\.name))
    }
    return columns.mapValues { $0.union(["herkomst_data"]) }
  }()

  /// Answers the question from the facts.
  ///
  /// Trajecten that ended without a known start count in every total; their aanbieder and regio are not known, and a
  /// question by those shows them apart.
  ///
  /// - Parameter origins: In which log each line stands; only needed for the dimension `log`.
  /// - Throws: `QueryError` for a value that its dimension does not have, or an indicator that a dimension does not
  ///   apply to; nothing else can go wrong.
  /// - Complexity: O(facts), without an allocation per fact.
  public func evaluate(
    on projection: Projection,
    vocabulary: Vocabulary,
    origins: LogOrigins? = nil
  ) throws(QueryError) -> QueryResult {
    try evaluate(on: Cases(projection, vocabulary), origins: origins)
  }

  /// The same, for who asks several questions of the same facts.
  public func evaluate(on cases: Cases, origins: LogOrigins? = nil) throws(QueryError) -> QueryResult {
    try checkDimensions()
    return result(of: try Evaluation(self, cases, origins))
  }

  fileprivate func answer(on cases: Cases) -> Result<QueryResult, QueryError> {
    Result { () throws(QueryError) in try evaluate(on: cases) }
  }

  func result(of evaluation: Evaluation) -> QueryResult {
    let dimensions = resultDimensions(evaluation)
    let labels = GroupLabels(evaluation)
    var rows = evaluation.cells.map { cell in
      QueryResult.Row(
        keys: dimensions.map { labels.text($0, of: cell) },
        figures: indicators.indices.map { evaluation.figure($0, in: cell) },
        scale: cell.scale.flatMap { evaluation.answerTable?.scales[$0].range })
    }
    RowOrder(sortKeys, dimensions, indicators).sort(&rows)
    if let limit, limit < rows.count { rows.removeSubrange(limit...) }
    return QueryResult(
      dimensions: dimensions, indicators: indicators, rows: rows, notes: evaluation.notes,
      vocabularyVersion: evaluation.cases.vocabulary.version)
  }

  private func resultDimensions(_ evaluation: Evaluation) -> [Dimension] {
    var result = dimensions
    if evaluation.usesAnswers, !result.contains(.informant) { result.append(.informant) }
    let scaleCount = evaluation.scaleTally?.scalesSeen.count ?? 0
    if scaleCount > 1, !result.contains(.schaal) { result.append(.schaal) }
    return result
  }

  /// Every indicator must have every dimension; of informant and schaal it is enough that one does, and the others
  /// say that they repeat.
  func checkDimensions() throws(QueryError) {
    for dimension in dimensions + conditions.map(\.dimension) {
      let isOfAnswers = dimension == .informant || dimension == .schaal
      let isGood =
        isOfAnswers ? indicators.contains { $0.has(dimension) } : indicators.allSatisfy { $0.has(dimension) }
      if !isGood { throw lacks(dimension) }
    }
  }

  /// The fault of asking for a dimension that not every indicator has, with those that all of them have.
  func lacks(_ dimension: Dimension) -> QueryError {
    let id = (indicators.first { !$0.has(dimension) } ?? indicators.first)?.id ?? ""
    let others = Dimension.allCases.filter { other in
      other != .log && other != .periode && other != .schaal && indicators.allSatisfy { $0.has(other) }
    }
    return QueryError(position: position(of: dimension), reason: .doesNotApply(dimension, to: id, others: others))
  }
}

extension Cases {
  /// The answers to several questions, on all cores.
  ///
  /// - Throws: `QueryError` as `Query.evaluate`, that of the first question that cannot be answered.
  public func results(of queries: [Query]) throws(QueryError) -> [QueryResult] {
    let answers = Parallel.map(queries, isWorthwhile: projection.factCount > Evaluation.fewRows) { query in
      query.answer(on: self)
    }
    var results: [QueryResult] = []
    for answer in answers { results.append(try answer.get()) }
    return results
  }
}

/// The names of groups.
struct GroupLabels {
  private let evaluation: Evaluation
  private let values: [[Int32]]

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    values = (0..<evaluation.grouping.count).map { evaluation.grouping.values(of: Int32(truncatingIfNeeded: $0)) }
  }

  func text(_ dimension: Dimension, of cell: Evaluation.Cell) -> String? {
    switch dimension {
    case .informant: return cell.informant.map { evaluation.informants[$0] }
    case .schaal: return cell.scale.flatMap { evaluation.answerTable?.scales[$0].text }
    default:
      guard let level = evaluation.grouping.dimensions.firstIndex(of: dimension) else { return nil }
      let value = values[cell.group][level]
      if value < 0 { return nil }
      if dimension == .log { return evaluation.cases.origins?.names[Int(value)] }
      return dimension.periodLength.map { PeriodNumbers.text(value, $0) }
        ?? evaluation.cases.projection.strings.string(value)
    }
  }
}
