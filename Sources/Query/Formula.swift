/// How an indicator is counted. Redenen are the national codes 01 to 05; 0 stands for none known.
enum Formula: Sendable, Equatable {
  /// The share of ended trajecten whose reden is in `numerator`, of those whose reden is in `denominator`.
  case ended(numerator: ReasonSet, denominator: ReasonSet)
  /// Goals reached of goals evaluated at the end.
  case goals
  /// The mean over trajecten of each one's share of goals reached.
  case goalsPerTraject
  case satisfaction
  case response
  case inflow
  case outflow
  case duration
}

/// A set of redenen of ending.
struct ReasonSet: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }
  /// The codes 1 to 5, and 0 for "none known".
  init(_ codes: ClosedRange<Int>) {
    rawValue = codes.reduce(0) { $0 | 1 << UInt8($1) }
  }

  static let known = ReasonSet(1...5)
  static let unknown = ReasonSet(0...0)
  static let all = ReasonSet(0...5)

  func contains(code: Int) -> Bool { rawValue >> UInt8(truncatingIfNeeded: code) & 1 == 1 }
}
