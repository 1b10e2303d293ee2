/// How far two coders agree beyond what chance would give them.
///
/// `κ = (po − pe)/(1 − pe)`: 1 when they always agree, 0 when as often as by chance, below 0 when less.
/// Source: J. Cohen, Educational and Psychological Measurement 20 (1960).
public struct CohensKappa: Sendable, Equatable {
  /// po: the share of the fragments on which they agreed.
  public let agreement: Double
  /// pe: the share on which they would agree by chance, each keeping to how often they use each code.
  public let chanceAgreement: Double

  /// Nil unless both are from 0 to 1, and chance alone does not make them agree on everything.
  public init?(agreement: Double, chanceAgreement: Double) {
    guard (0...1).contains(agreement), (0..<1).contains(chanceAgreement) else { return nil }
    self.agreement = agreement
    self.chanceAgreement = chanceAgreement
  }

  /// - Parameter codes: For each fragment the code of the one and that of the other.
  /// - Returns: nil without fragments, and when both always used the same one code: that they agree then says nothing.
  /// - Complexity: O(*n*) in fragments.
  public init?<Code: Hashable>(_ codes: [(Code, Code)]) {
    var (agreed, first, second) = (0, [Code: Int](), [Code: Int]())
    for (ours, theirs) in codes {
      agreed += ours == theirs ? 1 : 0
      first[ours, default: 0] += 1
      second[theirs, default: 0] += 1
    }
    let count = Double(codes.count)
    let chance = first.reduce(0) { $0 + Double($1.value) * Double(second[$1.key] ?? 0) } / (count * count)
    guard !codes.isEmpty else { return nil }
    self.init(agreement: Double(agreed) / count, chanceAgreement: chance)
  }

  /// κ.
  public var value: Double { (agreement - chanceAgreement) / (1 - chanceAgreement) }
}
