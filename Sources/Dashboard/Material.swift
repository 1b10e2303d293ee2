import CivilTime
import Projection
import Query
import Vocabulary
import Words

/// What screens are drawn from: facts as columns, and what is known of the workspace around them.
public struct Material: Sendable {
  /// The facts, for the questions of all screens.
  public let cases: Cases
  public let context: Context
  public let quality: Quality
  /// The indicators that are built in, and those that people recorded.
  public let catalogue: IndicatorCatalogue
  /// Nil where nobody can say what the facts leave open.
  let openEnds: OpenEnds?

  public init(_ cases: Cases, context: Context, quality: Quality = Quality(), openEnds: OpenEnds? = nil) {
    self.cases = cases
    self.context = context
    self.quality = quality
    self.openEnds = openEnds
    catalogue = RecordedDefinitions(cases.projection, cases.vocabulary).catalogue
  }
}

/// What every screen does with it.
extension Material {
  var projection: Projection { cases.projection }
  var vocabulary: Vocabulary { cases.vocabulary }

  func frame(_ look: Look) -> Frame {
    Frame(look: look, context: context, hasInventedData: projection.inventedCount > 0)
  }

  func answer(_ query: Query) throws(QueryError) -> Answer {
    Answer(query: query, result: try query.evaluate(on: cases))
  }

  /// Found at the same time where there are many facts.
  func answers(_ queries: [Query]) throws(QueryError) -> [Answer] {
    zip(queries, try cases.results(of: queries)).map { Answer(query: $0, result: $1) }
  }

  func reader(_ conditions: [Condition]) -> TimeSeriesReader { TimeSeriesReader(self, conditions) }

  /// A screen without figures: which condition emptied it, or `otherwise`, with commands to type.
  func empty(
    _ question: Phrase,
    _ conditions: [Condition],
    otherwise: Phrase = DashboardWords.nothingEnded,
    commands: [String] = Commands.toRecordTrajecten,
    period: Period? = nil,
    _ look: Look
  ) throws(QueryError) -> Screen {
    let reasons = try EmptyReason(cases).phrases(conditions)
    var screen = frame(look).empty(question, reasons ?? [otherwise], reasons == nil ? commands : [])
    screen.period = period
    return screen
  }
}
