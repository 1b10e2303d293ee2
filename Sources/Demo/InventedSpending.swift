import CanonicalJSON

/// Makes up what the regions of the story spent of their published budgets, a quarter at a time.
enum InventedSpending {
  /// Thousandths of the year's budget that go in each quarter of 2015 and 2016.
  private static let parts: [String: [Int64]] = [
    "zeeland": [231, 244, 238, 262, 246, 258, 251, 279], "twente": [228, 236, 241, 249, 234, 241, 238, 246],
    "ijsselland": [240, 247, 236, 251, 229, 238, 241, 243],
  ]

  static func facts(of regio: String) -> [Fact] {
    guard let parts = parts[regio], let region = PublishedRegion.all.first(where: { $0.code == regio }) else {
      return []
    }
    return parts.enumerated().map { index, part in
      let budget = index < 4 ? region.budget.decembercirculaire2015 : region.budget.objectiefVerdeelmodel
      return .invented(
        "uitgave",
        [
          "regio": .string(regio), "periode": .string("\(2015 + index / 4)k\(index % 4 + 1)"), "post": "jeugdhulp",
          "bedrag_cent": .integer(budget / 10 * part),
        ])
    }
  }
}
