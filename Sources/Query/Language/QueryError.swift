/// Why a question cannot be answered, and where in it that shows.
public struct QueryError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case empty
    /// A character that means nothing here.
    case unexpectedCharacter(String)
    case unclosedQuote
    /// Something other than what the reader of the question needs at this place; `found` is empty at its end.
    case expected(Expected, found: String)
    case unknownIndicator(String, nearest: String?)
    case unknownDimension(String, nearest: String?)
    /// A value that the code list of the dimension does not have.
    case unknownValue(String, Dimension, nearest: String?)
    case notAPeriod(String)
    /// `<` and the like on something that has no order.
    case notOrdered(Dimension)
    /// That indicator cannot be split by it, or filtered on it; all that were asked for can by the others.
    case doesNotApply(Dimension, to: String, others: [Dimension])
    /// `periode` is there to filter on, and `schaal` comes by itself.
    case cannotSplit(Dimension)
    case notACount(String)
    /// The result does not have what it should be sorted by.
    case cannotSortBy(String)
    case repeated(String)
    /// A rule with too many parentheses in each other.
    case tooDeep
    /// Young people cannot be counted: no row that was asked for has a pseudonym.
    case needsPseudonym(indicator: String)
    /// The indicator needs one stretch of time, and the conditions leave several.
    case needsOnePeriod(indicator: String)
  }

  public enum Expected: Sendable, Equatable {
    case indicator
    case dimension
    case comparison
    case value
    case parenthesis
    /// `per`, `waar`, `sorteer op` or `top`.
    case clause
    case sortKey
    case count
    /// The name of a field, in the rule of a definition.
    case field
    /// `en`, `of` or nothing more, in the rule of a definition.
    case ruleEnd
  }

  /// In characters from the start of the question.
  public let position: Int
  public let reason: Reason

  public init(position: Int, reason: Reason) {
    self.position = position
    self.reason = reason
  }
}
