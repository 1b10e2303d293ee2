/// A row of small columns, one a value, from the lowest to the highest of them.
enum Sparkline {
  private static let blocks: [Character] = Array("▁▂▃▄▅▆▇█")
  private static let letters: [Character] = Array("_.,-=+*#")

  /// - Parameter values: In order of time; nil leaves a gap.
  static func drawn(_ values: [Double?], isASCII: Bool) -> String {
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else { return String(repeating: " ", count: values.count) }
    let signs = isASCII ? letters : blocks
    return String(
      values.map { value in
        guard let value else { return " " }
        // Equal values stand in the middle: there is no higher or lower among them.
        let share = high > low ? (value - low) / (high - low) : 0.5
        return signs[min(signs.count - 1, Int(share * Double(signs.count)))]
      })
  }
}
