/// The texts of several parts, each once, and what the codes of each part have become.
///
/// It takes no part in what the lines say, so it can be made while they are merged.
public struct JoinedTexts: Sendable {
  let strings: StringTable
  /// By part, the joint code of each of its own.
  let codes: [[Int32]]

  /// - Parameters:
  ///   - parts: In the order in which codes are given.
  ///   - isLast: The parts give their texts back one by one, so that both are never there at once.
  public init(of parts: [Projection.Part], isLast: Bool = true) {
    let strings = StringTable()
    // Those of the plan are in every part. Others may be in many, so there is a bound to what is asked for at once.
    let ofPlan = parts.first?.builder.plan.strings.count ?? 0
    strings.expect(min(1 << 20, parts.reduce(ofPlan) { $0 + $1.builder.strings.count - ofPlan }))
    codes = parts.map { part in
      let codes = strings.add(part.builder.strings)
      if isLast { part.builder.strings.removeAll() }
      return codes
    }
    self.strings = strings
  }
}
