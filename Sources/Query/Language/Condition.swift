/// How a condition compares.
public enum Comparison: String, Sendable, Equatable {
  case isEqual = "="
  case isNot = "!="
  case isBefore = "<"
  case isAtMost = "<="
  case isAfter = ">"
  case isAtLeast = ">="
}

/// A thing that must hold for a fact to count: `regio = zeeland`, `jaar >= 2015`, `aanbieder in (a, b)`.
public struct Condition: Sendable, Equatable {
  public let dimension: Dimension
  public let comparison: Comparison
  /// One value, or those between the parentheses of `in`; never empty.
  public let values: [String]
  /// Where the first value stands in the question, in characters.
  public let position: Int

  public init(_ dimension: Dimension, _ comparison: Comparison, _ values: [String], position: Int = 0) {
    self.dimension = dimension
    self.comparison = comparison
    self.values = values
    self.position = position
  }

  /// As it is written in a question.
  public var text: String {
    if values.count > 1 { return "\(dimension.rawValue) in (\(values.joined(separator: ", ")))" }
    return "\(dimension.rawValue) \(comparison.rawValue) \(values.first ?? "")"
  }
}
