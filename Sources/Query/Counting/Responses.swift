import Projection

/// Who of the ended trajecten with a known reden answered, per informant.
struct Responses: Tally {
  private let slots: Slots
  private var answered: [Int]
  private var known: [Int]
  private var unknown: [Int]

  /// - Parameters:
  ///   - rows: Answers, with a place for each informant of each group.
  ///   - ends: Per answer the row of its traject in `traject_beeindigd`, or −1.
  init(_ rows: CountedRows, ends: Cells<Int32>, hasKnownReden: [Bool], endedGroups: [Int32]) {
    slots = rows.slots
    answered = [Int](repeating: 0, count: slots.count)
    known = [Int](repeating: 0, count: slots.groupCount)
    unknown = known
    let hasAnswer = Self.answers(in: rows, ends: ends, endCount: endedGroups.count)
    for end in endedGroups.indices where endedGroups[end] >= 0 {
      let group = Int(endedGroups[end])
      guard hasKnownReden[end] else {
        unknown[group] += 1
        continue
      }
      known[group] += 1
      for informant in 0..<slots.perGroup where hasAnswer[end * slots.perGroup + informant] {
        answered[group * slots.perGroup + informant] += 1
      }
    }
  }

  /// Whether each informant answered about each ended traject: a place for each informant, traject by traject.
  static func answers(in rows: CountedRows, ends: Cells<Int32>, endCount: Int) -> [Bool] {
    let perGroup = rows.slots.perGroup
    var hasAnswer = [Bool](repeating: false, count: endCount * perGroup)
    for row in rows.slotOf.indices where ends[row] >= 0 && rows.isCounted(row) {
      // Its place among the informants is what is left of its slot without the group.
      hasAnswer[Int(ends[row]) * perGroup + Int(rows.slotOf[row]) % perGroup] = true
    }
    return hasAnswer
  }

  /// Per slot, the ended trajecten with a known reden and without an answer.
  var unanswered: [Int] {
    (0..<slots.count).map { known[$0 / slots.perGroup] - answered[$0] }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    .rate(answered[slots.place(cell)], of: known[cell.group], missing: unknown[cell.group])
  }
}
