import Projection

/// The trajecten behind the figures, found by the code of their id, and what else is known of them.
struct CaseTable {
  /// Things that fall on a day and belong to a group, one a row.
  enum Cohort: Int, CaseIterable {
    /// Trajecten by the day they started.
    case started
    /// Trajecten by the day they ended.
    case ended
    /// Answers without a traject, by the period they are about.
    case loose
  }

  let projection: Projection
  let started: FactTable
  let ended: FactTable
  let goals: FactTable
  let answers: FactTable

  /// By code of the traject, its row in `started` and `ended`, or −1.
  let startRows: [Int32]
  let endRows: [Int32]
  /// Per row of `ended`, the row of the same traject in `started`, or −1.
  let startOfEnded: [Int32]
  /// Per row of `ended`: 1 to 5 for the redenen 01 to 05, 0 for any other or none.
  let reasons: [UInt8]
  /// The rows of `answers` without a traject that have an aanbieder and a period.
  let looseRows: [Int32]

  init(_ projection: Projection) {
    self.projection = projection
    started = projection.table("traject_gestart")
    ended = projection.table("traject_beeindigd")
    goals = projection.table("doelscore")
    answers = projection.table("tevredenheid")
    startRows = Self.rows(of: started.codes("traject"), codeCount: projection.strings.count)
    let endedTrajecten = ended.codes("traject")
    endRows = Self.rows(of: endedTrajecten, codeCount: projection.strings.count)
    let startRows = startRows
    startOfEnded = endedTrajecten.map { $0 < 0 ? -1 : startRows[Int($0)] }
    reasons = Self.reasons(ended.codes("reden"), projection.strings)
    let (trajecten, aanbieders, periods) = (
      answers.codes("traject"), answers.codes("aanbieder"), answers.codes("periode")
    )
    looseRows = trajecten.indices.filter { trajecten[$0] < 0 && aanbieders[$0] >= 0 && periods[$0] >= 0 }
      .map { Int32(truncatingIfNeeded: $0) }
  }

  private static func rows(of codes: Cells<Int32>, codeCount: Int) -> [Int32] {
    var rows = [Int32](repeating: -1, count: codeCount)
    for (row, code) in codes.enumerated() where code >= 0 { rows[Int(code)] = Int32(truncatingIfNeeded: row) }
    return rows
  }

  private static func reasons(_ codes: Cells<Int32>, _ strings: StringTable) -> [UInt8] {
    let known = (1...5).map { strings.code(of: "0\($0)") ?? -2 }
    return codes.map { code in
      for (index, reason) in known.enumerated() where code == reason { return UInt8(index + 1) }
      return 0
    }
  }

  func rowCount(_ cohort: Cohort) -> Int {
    switch cohort {
    case .started: started.rowCount
    case .ended: ended.rowCount
    case .loose: looseRows.count
    }
  }

  /// Per row of the cohort, the code of what it has on a dimension that is not time, or −1.
  func codes(_ dimension: Dimension, of cohort: Cohort) -> Cells<Int32> {
    switch (dimension, cohort) {
    case (.inkoopmethode, _):
      let methods = methodOfRegion()
      return Cells(codes(.regio, of: cohort).map { $0 < 0 ? -1 : methods[Int($0)] })
    case (.reden, .ended): return ended.codes("reden")
    case (_, .started): return started.codes(dimension.rawValue)
    case (_, .ended):
      let codes = started.codes(dimension.rawValue)
      return Cells(startOfEnded.map { $0 < 0 ? -1 : codes[Int($0)] })
    case (.aanbieder, .loose):
      let codes = answers.codes("aanbieder")
      return Cells(looseRows.map { codes[Int($0)] })
    case (.regio, .loose):
      let regions = regionOfAanbieder()
      return Cells(codes(.aanbieder, of: .loose).map { $0 < 0 ? -1 : regions[Int($0)] })
    case (_, .loose): return Cells([Int32](repeating: -1, count: looseRows.count))
    }
  }

  /// By code of a regio, the code of how it buys, or −1.
  private func methodOfRegion() -> [Int32] {
    var methods = [Int32](repeating: -1, count: projection.strings.count)
    let table = projection.table("regio")
    for (regio, method) in zip(table.codes("regio"), table.codes("inkoopmethode")) where regio >= 0 {
      methods[Int(regio)] = method
    }
    return methods
  }

  /// By code of an aanbieder, the code of the one regio that its trajecten are in, or −1.
  private func regionOfAanbieder() -> [Int32] {
    var regions = [Int32](repeating: -1, count: projection.strings.count)
    for (aanbieder, regio) in zip(started.codes("aanbieder"), started.codes("regio")) where aanbieder >= 0 {
      let known = regions[Int(aanbieder)]
      regions[Int(aanbieder)] = known == -1 || known == regio ? regio : -2
    }
    return regions.map { max($0, -1) }
  }
}
