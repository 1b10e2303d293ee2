import CivilTime
import Query

/// What a question is about and what it is split by, for the naive model.
struct PlainScope {
  var dimensions: [Dimension] = []
  var regio: String?
  var aanbieder: String?
  /// A period and how what is counted stands to it: in it, or from it or up to and with it.
  var time: (period: Period, comparison: Comparison)?

  var conditions: [Condition] {
    var all: [Condition] = []
    if let regio { all.append(Condition(.regio, .isEqual, [regio])) }
    if let aanbieder { all.append(Condition(.aanbieder, .isEqual, [aanbieder])) }
    if let time { all.append(Condition(Self.dimension(time.period.length), time.comparison, [time.period.text])) }
    return all
  }

  /// Whether something is asked of single aanbieders.
  var comparesAanbieders: Bool { aanbieder != nil || dimensions.contains(.aanbieder) }

  /// The first day that counts; nil where there is no first.
  var first: CivilDate? {
    guard let time, time.comparison != .isAtMost else { return nil }
    return time.period.start
  }

  /// The last day that counts; nil where there is no last.
  var last: CivilDate? {
    guard let time, time.comparison != .isAtLeast else { return nil }
    return Self.days(time.period).upperBound
  }

  /// Whether something about those days is within the time asked about.
  func holds(_ days: ClosedRange<CivilDate>?) -> Bool {
    guard time != nil else { return true }
    guard let days else { return false }
    if let first, days.lowerBound < first { return false }
    if let last, days.upperBound > last { return false }
    return true
  }

  /// The length of the periods that it is split by; nil where it is not split by time.
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
