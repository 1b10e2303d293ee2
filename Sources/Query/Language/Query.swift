import CivilTime

/// A question: which figures, split by what, of what, in which order.
///
///     try Query(parsing: "uitval_breed per aanbieder waar regio = zeeland en jaar >= 2015 sorteer op uitval_breed top 10")
///
/// The grammar, with the English word beside the Dutch one; `…` repeats with commas between:
///
///     question   = indicator … [("per"|"by") dimension …] [("waar"|"where") condition {("en"|"and") condition}]
///                  [("sorteer"|"order"|"sort") ("op"|"by") key … ] [("top"|"limit") count]
///     condition  = dimension ("=" | "!=" | "<" | "<=" | ">" | ">=") value | dimension "in" "(" value … ")"
///     key        = (indicator | dimension) ["aflopend"|"desc" | "oplopend"|"asc"]
///
/// A value is one or more words, or anything between quotes. A period is written 2016, 2016h1, 2016k2 or 2016-03.
public struct Query: Sendable, Equatable {
  public struct SortKey: Sendable, Equatable {
    public enum Subject: Sendable, Equatable {
      case dimension(Dimension)
      /// By the id of the indicator.
      case indicator(String)
    }

    public let subject: Subject
    public let isDescending: Bool

    public init(_ subject: Subject, isDescending: Bool = false) {
      self.subject = subject
      self.isDescending = isDescending
    }
  }

  public var indicators: [Indicator]
  public var dimensions: [Dimension]
  public var conditions: [Condition]
  public var sortKeys: [SortKey]
  /// How many rows at most; nil for all.
  public var limit: Int?
  /// Where in its text each dimension stands first, in characters.
  var dimensionPositions: [Dimension: Int] = [:]
  /// Of a question about one row of an answer that was split by time, the lengths of those periods: what was the last
  /// in its year is not what was the last in its quarter.
  var rowLengths: [Period.Length] = []
  /// Whether `uitval` stood alone, so that both its kinds are given.
  public var saidUitval = false

  public init(
    _ indicators: [Indicator],
    per dimensions: [Dimension] = [],
    where conditions: [Condition] = [],
    sortedBy sortKeys: [SortKey] = [],
    limit: Int? = nil
  ) {
    self.indicators = indicators
    self.dimensions = dimensions
    self.conditions = conditions
    self.sortKeys = sortKeys
    self.limit = limit
  }

  /// Questions are equal where they ask the same, however they were written.
  public static func == (left: Query, right: Query) -> Bool {
    left.indicators == right.indicators && left.dimensions == right.dimensions && left.conditions == right.conditions
      && left.sortKeys == right.sortKeys && left.limit == right.limit && left.rowLengths == right.rowLengths
      && left.saidUitval == right.saidUitval
  }

  /// Where it says something about a dimension, in characters from its start.
  func position(of dimension: Dimension) -> Int {
    dimensionPositions[dimension] ?? conditions.first { $0.dimension == dimension }?.position ?? 0
  }

  /// The lengths of the periods that figures are made for.
  var periodLengths: [Period.Length] {
    let own = dimensions.compactMap(\.periodLength)
    return own.isEmpty ? rowLengths : own
  }

  /// - Throws: `QueryError` with the place in `question` that it is about. Values are checked when it is evaluated.
  ///
  /// - Parameter catalogue: The indicators that may be named.
  public init(parsing question: String, catalogue: IndicatorCatalogue = .standard) throws(QueryError) {
    var parser = QueryParser(tokens: try Token.tokens(of: question), catalogue: catalogue)
    self = try parser.query()
  }
}
