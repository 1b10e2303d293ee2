/// An aanbieder that does not exist, and how the trajecten made up for it tend to go.
struct InventedAanbieder: Sendable {
  let code: String
  let regio: String
  let grootte: String
  let trajectCount: Int
  /// Chances out of 100 of the redenen 02, 03, 04 and 05, and of none given; the rest ends by plan, 01.
  let reasons: (agreed: Int, client: Int, provider: Int, outside: Int, unknown: Int)
  /// Roughly how long a traject takes, in days.
  let typicalDays: Int
  /// The chance out of 100 that a goal is reached.
  let goalChance: Int
  /// Whether goals get a GAS score; otherwise a verdict.
  let usesGAS: Bool
  /// What satisfied clients answer on a scale of 1 to 10, give or take two.
  let usualScore: Int
  /// The codes of its hulpvormen.
  let hulpvormen: [String]

  /// What a traject's id begins with, `zee-`.
  var mark: Substring { code.prefix(4) }

  /// Eleven, with 300 trajecten together. One is too small to show a rate of, and one loses many clients.
  static let all = [
    InventedAanbieder(
      code: "zee-001", regio: "zeeland", grootte: "groot", trajectCount: 38, reasons: (12, 7, 3, 5, 4),
      typicalDays: 190, goalChance: 64, usesGAS: true, usualScore: 8, hulpvormen: ["02", "04", "03"]),
    InventedAanbieder(
      code: "zee-002", regio: "zeeland", grootte: "middel", trajectCount: 24, reasons: (14, 9, 3, 4, 8),
      typicalDays: 240, goalChance: 58, usesGAS: false, usualScore: 7, hulpvormen: ["02", "11"]),
    InventedAanbieder(
      code: "zee-003", regio: "zeeland", grootte: "middel", trajectCount: 30, reasons: (10, 12, 4, 6, 5),
      typicalDays: 160, goalChance: 61, usesGAS: true, usualScore: 8, hulpvormen: ["02", "04"]),
    InventedAanbieder(
      code: "zee-004", regio: "zeeland", grootte: "zzp", trajectCount: 8, reasons: (10, 8, 0, 4, 10),
      typicalDays: 120, goalChance: 70, usesGAS: false, usualScore: 9, hulpvormen: ["04"]),
    InventedAanbieder(
      code: "twe-001", regio: "twente", grootte: "groot", trajectCount: 46, reasons: (12, 6, 3, 5, 3),
      typicalDays: 170, goalChance: 66, usesGAS: true, usualScore: 8, hulpvormen: ["02", "03", "04"]),
    InventedAanbieder(
      code: "twe-002", regio: "twente", grootte: "middel", trajectCount: 34, reasons: (10, 28, 8, 4, 6),
      typicalDays: 150, goalChance: 47, usesGAS: true, usualScore: 6, hulpvormen: ["02", "04"]),
    InventedAanbieder(
      code: "twe-003", regio: "twente", grootte: "klein", trajectCount: 12, reasons: (16, 8, 4, 8, 0),
      typicalDays: 260, goalChance: 55, usesGAS: false, usualScore: 7, hulpvormen: ["12", "14"]),
    InventedAanbieder(
      code: "twe-004", regio: "twente", grootte: "klein", trajectCount: 18, reasons: (12, 10, 2, 6, 6),
      typicalDays: 140, goalChance: 62, usesGAS: false, usualScore: 8, hulpvormen: ["02"]),
    InventedAanbieder(
      code: "ijs-001", regio: "ijsselland", grootte: "groot", trajectCount: 40, reasons: (11, 5, 2, 5, 3),
      typicalDays: 180, goalChance: 71, usesGAS: true, usualScore: 8, hulpvormen: ["02", "03", "11"]),
    InventedAanbieder(
      code: "ijs-002", regio: "ijsselland", grootte: "middel", trajectCount: 28, reasons: (13, 10, 5, 5, 7),
      typicalDays: 150, goalChance: 63, usesGAS: true, usualScore: 7, hulpvormen: ["02", "04"]),
    InventedAanbieder(
      code: "ijs-003", regio: "ijsselland", grootte: "middel", trajectCount: 22, reasons: (15, 8, 3, 6, 12),
      typicalDays: 200, goalChance: 60, usesGAS: false, usualScore: 7, hulpvormen: ["02", "13"]),
  ]
}
