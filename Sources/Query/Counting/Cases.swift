import Projection
import Synchronization
import Vocabulary

/// Facts to ask questions of, with what is found out on the way about how they hang together: which traject a row
/// belongs to, which rows follow a rule.
///
/// Whoever has several questions asks all of them here, so that each connection is made once. That may be at the same
/// time.
public final class Cases: Sendable {
  public let projection: Projection
  public let vocabulary: Vocabulary
  private let made = Mutex<[Connection: any Sendable]>([:])

  /// - Complexity: O(1): connections are made when a question first needs them.
  public init(_ projection: Projection, _ vocabulary: Vocabulary) {
    self.projection = projection
    self.vocabulary = vocabulary
  }

  /// Something that follows from the facts alone, whatever is asked.
  enum Connection: Hashable, Sendable {
    case startRows
    case endRows
    case startOfEnded
    case endOfStarted
    case endDaysOfStarted
    case hasKnownReden
    case looseRows
    case lastKnownDay
    case regionOfAanbieder
    case returns
    case waits
    case norms(DerivedField)
    case endRowsOf(CountTable)
    case startRowsOf(CountTable)
    case codes(Dimension, Cohort)
    case days(Cohort)
    /// With the stretch of time that is asked about, for what depends on it.
    case derived(DerivedField, CountTable, Timing?)
    case mask(Predicate, CountTable, Timing?)
  }

  /// What `make` gives: made the first time, remembered from then on.
  ///
  /// Two that need it at the same moment may both make it; they make the same.
  func once<Value: Sendable>(_ connection: Connection, _ make: () -> Value) -> Value {
    if let known = made.withLock({ $0[connection] }) as? Value { return known }
    // Not behind the lock, since one connection is made of others.
    let value = make()
    made.withLock { $0[connection] = value }
    return value
  }
}

extension DerivedField {
  /// Whether it depends on the stretch of time that is asked about.
  var isOfTiming: Bool { self == .eerdereHulp || self == .geldt }
}

extension Predicate {
  /// Whether a field of it does.
  var isOfTiming: Bool { fields.contains { DerivedField(rawValue: $0)?.isOfTiming == true } }
}
