import CivilTime

/// The definition of one figure, as data: which rows it is about, which of them count, and what is made of those.
///
/// Built-in ones stand in `IndicatorCatalogue.standard`, with their words in `IndicatorWords` under the same id; people
/// add theirs as facts of kind `definitie`. A definition never changes under its version: a new rule is a new version.
public struct Indicator: Sendable, Equatable {
  public enum Kind: String, Sendable, Equatable {
    /// From 0 to 1, with numerator and denominator.
    case rate
    /// In its own unit; the numerator is the sum.
    case mean
    /// The value is the number itself.
    case count
    /// The median, in days; the numerator is the sum.
    case duration
    /// The value is an amount or another sum, in its own unit.
    case sum
    /// One amount as a part of another: from 0, without an interval, and above 1 where more was spent than there is.
    case ratio
  }

  /// What the denominator counts.
  public enum Unit: String, Sendable, Equatable, CaseIterable {
    case trajecten
    case jeugdigen
    case doelen
    case antwoorden
    case afspraken
    case aanmeldingen
    case metingen
    case opgaven
    case euro
    case bedragen
    case fte
  }

  /// What a figure's `missing` counts.
  public enum MissingRule: Sendable, Equatable {
    /// Rows that it is about and that do not count.
    case uncounted
    /// Ended trajecten with a known reden, without a counted row of the informant.
    case unanswered
    case nothing
  }

  /// A day on which figures before and after are not of one series, and why.
  public struct Break: Sendable, Equatable {
    public let day: CivilDate
    /// A key of `IndicatorWords.breakReason`.
    public let reason: String
  }

  /// A rule that took the place of another from a day on; user definitions only.
  public struct Rule: Sendable, Equatable {
    /// Nil for the first.
    public let from: CivilDate?
    public let filter: Predicate
    public let counted: Predicate
    public let measure: Measure
    /// What people say of it; nil where they do not.
    public var description: String?
  }

  public let id: String
  /// `1`, or the variant that a `definitie` names.
  public let version: String
  public let kind: Kind
  public let unit: Unit
  /// Whether more is better; nil where neither is.
  public let isHighGood: Bool?
  public let table: CountTable
  /// In the order of their first day; one for those that are built in.
  public let rules: [Rule]
  public let missingRule: MissingRule
  /// Below this many in the denominator a figure is marked.
  public let smallestShown: Int
  public let breaks: [Break]
  /// Where the definition comes from.
  public let source: String
  /// For those that people add; the words of the others are in `IndicatorWords`.
  public let description: String?

  /// As figures cite it: `uitval_breed@1`.
  public var definition: String { "\(id)@\(version)" }

  /// The rule that holds now.
  public var rule: Rule { rules[rules.count - 1] }

  public var measure: Measure { rule.measure }

  /// Whether its value is a share from 0 to 1, be it of all or the mean of shares.
  public var isShare: Bool {
    if case .shareOfTrajecten = measure { return true }
    return kind == .rate || kind == .ratio
  }

  /// Whether a figure has so few behind it that it says too little to be shown without a mark; sums and counts are what
  /// they are.
  public func isFew(_ figure: Figure) -> Bool {
    switch kind {
    case .count, .sum, .ratio: false
    case .rate, .mean, .duration: figure.n > 0 && figure.n < smallestShown
    }
  }

  /// Whether its rows are held to a norm, so that its figures say which.
  var isHeldToNorm: Bool { !normFields.isEmpty }

  /// The fields of its numerators that hold a wait against a norm, in alphabetical order.
  var normFields: [DerivedField] {
    let fields = rules.reduce(into: Set<String>()) { all, rule in
      if case .share(let numerator) = rule.measure { all.formUnion(numerator.fields) }
    }
    return fields.sorted().compactMap(DerivedField.init).filter { $0.heldToNorm != nil }
  }

  /// Whether its figures are per informant.
  public var isOfAnswers: Bool { table.isOfAnswers || measure.isOfAnswers }

  /// Whether it can be split by, or filtered on, `dimension`.
  public func has(_ dimension: Dimension) -> Bool {
    switch dimension {
    case .informant: isOfAnswers
    case .schaal: measure == .scaleMean
    case .reden: hasReden
    default: dimension.isTime || dimension.tables.contains(table)
    }
  }

  /// Splitting a share of redenen by reden says nothing, and what has only started has none.
  private var hasReden: Bool {
    guard table.attribution == .einde else { return false }
    return rules.allSatisfy { rule in
      switch rule.measure {
      case .share(let numerator): !(rule.counted.fields.union(numerator.fields)).contains("reden")
      case .stock: false
      default: true
      }
    }
  }
}
