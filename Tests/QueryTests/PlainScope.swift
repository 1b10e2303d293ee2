import CivilTime
import Query

/// What a question is about and what it is split by, for the naive model.
struct PlainScope {
  var dimensions: [Dimension] = []
  /// What must hold on dimensions that are not time: equal to one of the values, or to none.
  var others: [Condition] = []
  /// A period and how what is counted stands to it.
  var time: (period: Period, comparison: Comparison)?

  /// What stands in a question for what is not known.
  static let unknown = "(onbekend)"

  var conditions: [Condition] {
    var all = others
    if let time { all.append(Condition(Self.dimension(time.period.length), time.comparison, [time.period.text])) }
    return all
  }

  /// Whether something is asked of single aanbieders.
  var comparesAanbieders: Bool { (dimensions + others.map(\.dimension)).contains(.aanbieder) }

  /// Whether that value on a dimension is asked about.
  func holds(_ value: String?, on dimension: Dimension) -> Bool {
    others.filter { $0.dimension == dimension }.allSatisfy { condition in
      condition.values.contains(value ?? Self.unknown) == (condition.comparison == .isEqual)
    }
  }

  /// The first day that counts; nil where there is no first.
  var first: CivilDate? {
    guard let time else { return nil }
    switch time.comparison {
    case .isEqual, .isAtLeast: return time.period.start
    case .isAfter: return time.period.end
    default: return nil
    }
  }

  /// The last day that counts; nil where there is no last.
  var last: CivilDate? {
    guard let time else { return nil }
    switch time.comparison {
    case .isEqual, .isAtMost: return Self.days(time.period).upperBound
    case .isBefore: return CivilDate(days: time.period.start.days - 1)
    default: return nil
    }
  }

  /// Whether something about those days is within the time asked about.
  func holds(_ days: ClosedRange<CivilDate>?) -> Bool {
    guard time != nil else { return true }
    guard let days else { return false }
    if let first, days.lowerBound < first { return false }
    if let last, days.upperBound > last { return false }
    return true
  }

  /// The length of the periods that it is split by, the shortest of several; nil where it is not split by time.
  var length: Period.Length? { dimensions.compactMap(Self.length).min { $0.rawValue < $1.rawValue } }

  /// How long a reporting period is: what the question is split by, else what it names, else the half year of CBS.
  var reportingLength: Period.Length {
    length ?? (time?.comparison == .isEqual ? time?.period.length : nil) ?? .half
  }

  static func days(_ period: Period) -> ClosedRange<CivilDate> {
    period.start...CivilDate(days: period.end.days - 1)
  }

  static func length(_ dimension: Dimension) -> Period.Length? {
    switch dimension {
    case .jaar: .year
    case .halfjaar: .half
    case .kwartaal: .quarter
    case .maand: .month
    default: nil
    }
  }

  private static func dimension(_ length: Period.Length) -> Dimension {
    switch length {
    case .year: .jaar
    case .half: .halfjaar
    case .quarter: .kwartaal
    case .month: .maand
    }
  }
}
