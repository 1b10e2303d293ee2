import Projection
import Vocabulary

extension Query {
  /// The fields that any question needs, for `ProjectionBuilder.init(vocabulary:only:)`.
  public static let neededColumns: [String: Set<String>] = [
    "traject_gestart": ["traject", "aanbieder", "regio", "datum", "hulpvorm", "herkomst_data"],
    "traject_beeindigd": ["traject", "datum", "reden", "herkomst_data"],
    "doelscore": ["traject", "moment", "score", "oordeel", "herkomst_data"],
    "tevredenheid": [
      "traject", "informant", "instrument", "score", "schaal_min", "schaal_max", "aanbieder", "periode", "herkomst",
      "antwoorden", "herkomst_data",
    ],
    "regio": ["regio", "inkoopmethode", "herkomst_data"],
  ]

  /// Answers the question from the facts.
  ///
  /// Trajecten that ended without a known start count in every total; their aanbieder and regio are not known, and a
  /// question by those shows them apart.
  ///
  /// - Throws: `QueryError` for a value that its dimension does not have, or an indicator that a dimension does not
  ///   apply to; nothing else can go wrong.
  /// - Complexity: O(facts), without an allocation per fact.
  public func evaluate(on projection: Projection, vocabulary: Vocabulary) throws(QueryError) -> QueryResult {
    try checkDimensions()
    let evaluation = try Evaluation(self, projection, vocabulary)
    let dimensions = resultDimensions(evaluation)
    let labels = GroupLabels(evaluation)
    var rows = evaluation.cells.map { cell in
      QueryResult.Row(
        keys: dimensions.map { labels.text($0, of: cell) },
        figures: indicators.map { evaluation.figure($0, in: cell) },
        scale: cell.scale.flatMap { evaluation.answerTable?.scales[$0].range })
    }
    RowOrder(sortKeys, dimensions, indicators).sort(&rows)
    if let limit, limit < rows.count { rows.removeSubrange(limit...) }
    return QueryResult(
      dimensions: dimensions, indicators: indicators, rows: rows, notes: evaluation.notes,
      vocabularyVersion: vocabulary.version)
  }

  private func resultDimensions(_ evaluation: Evaluation) -> [Dimension] {
    var result = dimensions
    if evaluation.usesAnswers, !result.contains(.informant) { result.append(.informant) }
    let isSatisfactionAsked = evaluation.uses { $0 == .satisfaction }
    if isSatisfactionAsked, (evaluation.answers?.scalesSeen.count ?? 0) > 1 { result.append(.schaal) }
    return result
  }

  /// Every indicator must have every dimension; of informant and schaal it is enough that one does, and the others
  /// say that they repeat.
  private func checkDimensions() throws(QueryError) {
    for dimension in dimensions + conditions.map(\.dimension) {
      let isOfAnswers = dimension == .informant || dimension == .schaal
      let isGood =
        isOfAnswers ? indicators.contains { $0.has(dimension) } : indicators.allSatisfy { $0.has(dimension) }
      if !isGood {
        let position = conditions.first { $0.dimension == dimension }?.position ?? 0
        throw QueryError(position: position, reason: .doesNotApply(dimension))
      }
    }
  }
}

/// The names of groups.
private struct GroupLabels {
  private let evaluation: Evaluation
  private let values: [[Int32]]

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    values = (0..<evaluation.grouping.count).map { evaluation.grouping.values(of: Int32(truncatingIfNeeded: $0)) }
  }

  func text(_ dimension: Dimension, of cell: Evaluation.Cell) -> String? {
    switch dimension {
    case .informant: return cell.informant.flatMap { evaluation.answerTable?.informants[$0] }
    case .schaal: return cell.scale.flatMap { evaluation.answerTable?.scales[$0].text }
    default:
      guard let level = evaluation.grouping.dimensions.firstIndex(of: dimension) else { return nil }
      let value = values[cell.group][level]
      if value < 0 { return nil }
      return dimension.periodLength.map { PeriodNumbers.text(value, $0) }
        ?? evaluation.cases.projection.strings.string(value)
    }
  }
}
