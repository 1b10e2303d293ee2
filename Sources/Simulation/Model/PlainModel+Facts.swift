import CanonicalJSON

extension PlainModel {
  static let slots = [
    "traject_beeindigd": ["traject"], "intake": ["traject"], "doelscore": ["traject", "doel_nr", "moment"],
    "werkruimte": [], "naam": ["log"], "respondent_naam": ["respondent"], "wissing_uitgevoerd": nil,
  ]

  /// Whether a line that counts acts on one that a reference of it matches: each is looked at by itself.
  private func acts(_ id: Int, on target: Int) -> Bool {
    if !follows(.erasedStillReplaces), isBare(id) { return false }
    if follows(.audienceNotWider), !reaches(id, target) { return false }
    return !follows(.structuralStays) || !Self.structural.contains(line(target).kind)
  }

  /// The lines that those that count replace.
  func replaced(_ counting: Set<Int>) -> Set<Int> {
    var replaced: Set<Int> = []
    for id in present where !line(id).replaces.isEmpty {
      let isHeard = counting.contains(id) || (!follows(.countingLinesAct) && members[line(id).log] != nil)
      guard isHeard else { continue }
      for target in line(id).replaces.flatMap({ byReference[$0] ?? [] }) where acts(id, on: target) {
        replaced.insert(target)
      }
    }
    return replaced
  }

  /// The live facts, in the order of the corpus.
  func live(_ counting: Set<Int>) -> [Int] {
    let replaced = replaced(counting)
    return present.filter { id in
      let line = line(id)
      guard counting.contains(id), payload(id) != nil else { return false }
      if Self.structural.contains(line.kind) { return false }
      if line.kind == "intrekking", !follows(.retractionIsLive) { return false }
      return !replaced.contains(id) || !follows(.replacedIsNotLive)
    }
  }

  // MARK: Groups

  /// Whether a reference in a line is reached: not one to a log of a wider audience, nor to a structural line, as far as
  /// lines that stand say so. The line that it names need not be held.
  private func isReached(_ reference: String, from id: Int) -> Bool {
    if !follows(.erasedStillReplaces), isBare(id) { return false }
    let first = ids(of: String(reference.prefix(12))).filter { line($0).seq == 1 && stands($0) }
      .min { line($0).chain < line($1).chain }
    if follows(.audienceNotWider), let first, !reaches(id, first) { return false }
    return !follows(.structuralStays)
      || !(byReference[reference] ?? []).contains { Self.structural.contains(line($0).kind) && stands($0) }
  }

  /// Every reference that a fact reaches.
  private func reached(_ id: Int, _ counting: Set<Int>) -> Set<String> {
    var reached: Set<String> = []
    var waiting = [id]
    while let next = waiting.popLast() {
      for reference in line(next).replaces where isReached(reference, from: next) && reached.insert(reference).inserted
      {
        if follows(.throughOthers) { waiting += (byReference[reference] ?? []).filter(counting.contains) }
      }
    }
    return reached
  }

  private func slot(_ id: Int) -> String? {
    guard follows(.slotConflicts), let fields = Self.slots[line(id).kind] ?? nil else { return nil }
    let values = fields.map { payload(id)?[$0]?.canonicalText ?? "absent" }
    return !fields.isEmpty && values.allSatisfy { $0 == "absent" }
      ? nil : line(id).kind + "\n" + values.joined(separator: "\n")
  }

  /// The live facts in connected groups, single ones included; each group in the order of the corpus.
  func groups(_ live: [Int], _ counting: Set<Int>) -> [[Int]] {
    var groups: [(ids: [Int], slots: Set<String>, lines: Set<String>, retracted: Set<String>)] = []
    for id in live {
      let slots = Set([slot(id)].compactMap { $0 })
      let reached = follows(.sharedTargetConflicts) ? reached(id, counting) : []
      let isRetraction = line(id).kind == "intrekking" && follows(.retractionsAgree)
      let touching = groups.indices.filter { index in
        let group = groups[index]
        if !group.slots.isDisjoint(with: slots) || !group.lines.isDisjoint(with: reached) { return true }
        return !isRetraction && !group.retracted.isDisjoint(with: reached)
      }
      var merged: (ids: [Int], slots: Set<String>, lines: Set<String>, retracted: Set<String>) = (
        [id], slots, isRetraction ? [] : reached, isRetraction ? reached : []
      )
      for index in touching.reversed() {
        merged.ids = groups[index].ids + merged.ids
        merged.slots.formUnion(groups[index].slots)
        merged.lines.formUnion(groups[index].lines)
        merged.retracted.formUnion(groups[index].retracted)
        groups.remove(at: index)
      }
      groups.append(merged)
    }
    return groups.map { $0.ids.sorted() }
  }

  /// The fact of a group that figures use.
  func used(_ group: [Int]) -> Int {
    group.max { left, right in
      let (left, right) = (line(left), line(right))
      func precedes<Value: Comparable>(_ a: Value, _ b: Value, _ rule: Rule) -> Bool? {
        a == b ? nil : (a < b) == follows(rule)
      }
      let isFact = precedes(left.kind == "intrekking" ? 0 : 1, right.kind == "intrekking" ? 0 : 1, .factsGoFirst)
      return isFact ?? precedes(left.at, right.at, .greatestTime) ?? precedes(left.log, right.log, .greatestLog)
        ?? precedes(left.seq, right.seq, .greatestSeq)
        ?? precedes(Self.bytes(left.link), Self.bytes(right.link), .greatestLink) ?? false
    } ?? group[0]
  }

  /// The link's bytes in an order that compares as they do.
  private static func bytes(_ link: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    return String(
      decoding: link.utf8.map { UInt8(33 + (digits.firstIndex(of: $0) ?? 0)) }, as: UTF8.self)
  }

  /// Whether the facts of a group do not all say the same.
  func differ(_ group: [Int]) -> Bool {
    if !follows(.equalPayloadsAgree) { return true }
    let said = group.map { id -> String in
      var payload = payload(id) ?? JSONObject()
      if follows(.noteIsLeftOut) { payload["toelichting"] = nil }
      return line(id).kind + JSONValue.object(payload).canonicalText
    }
    return Set(said).count > 1
  }
}
