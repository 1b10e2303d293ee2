/// What is made of the rows that an indicator counts.
public enum Measure: Sendable, Equatable {
  /// The share of counted rows that follow the rule.
  case share(Predicate)
  /// The mean over trajecten of each one's share of rows that follow the rule.
  case shareOfTrajecten(Predicate)
  /// The mean over trajecten of the GAS T-score of their goals.
  case goalAttainmentScore
  /// Of a numeric field.
  case mean(String)
  case median(String)
  /// Of a numeric field, divided by `per`: 100 makes euros of cents.
  case sum(String, per: Double)
  case count
  /// How many jeugdigen the rows are about.
  case jeugdigen
  /// The mean score per informant and scale: satisfaction, where scales are never mixed.
  case scaleMean
  /// The share of ended trajecten with a counted row.
  case answered
  /// Trajecten by whether they are open at the ends of the period.
  case stock(Stock)
  /// The days after which half of the trajecten have ended, by Kaplan and Meier: those that are open count as well.
  case survivalMedian
  /// The sum of a field over rows of the table, per sum of a field over the rows of `base`, times `factor`.
  case ratio(String, base: Base, factor: Double)
  /// As a ratio, with all that was spent since the start of the year, of what there is for the whole year.
  case depletion(String, base: Base)

  public enum Stock: String, Sendable, Equatable {
    /// Open when the period begins.
    case begin
    /// Open when it begins and still when it is over.
    case through
    /// Open when it is over.
    case end
    /// Open at any moment in it.
    case active
  }

  /// The rows under the line of a ratio.
  public struct Base: Sendable, Equatable {
    public let table: CountTable
    public let filter: Predicate
    public let field: String
    /// What sums are divided by to be given: 100 makes euros of cents.
    public let per: Double
  }

  /// Whether a figure of it is per informant.
  var isOfAnswers: Bool {
    switch self {
    case .scaleMean, .answered: true
    default: false
    }
  }
}
