/// What a reader accepts.
public struct JSONRules: Sendable {
  /// Only the canonical bytes of RFC 8785.
  public var isCanonical: Bool
  /// Refuse numbers beyond ±(2^53−1), and in the canonical form `-0` (which RFC 8785 writes as `0` anyway).
  public var hasBoundedNumbers: Bool
  /// Arrays and objects inside each other, at most.
  public var deepestNesting: Int

  public init(isCanonical: Bool, hasBoundedNumbers: Bool, deepestNesting: Int = 32) {
    self.isCanonical = isCanonical
    self.hasBoundedNumbers = hasBoundedNumbers
    self.deepestNesting = deepestNesting
  }

  /// A line of a log: canonical, bounded (SyncSpecs/line.md).
  public static let line = JSONRules(isCanonical: true, hasBoundedNumbers: true)
  /// What a person or another program wrote and a payload will hold.
  public static let input = JSONRules(isCanonical: false, hasBoundedNumbers: true)
  /// Any JSON of RFC 8259.
  public static let any = JSONRules(isCanonical: false, hasBoundedNumbers: false, deepestNesting: 512)
}
