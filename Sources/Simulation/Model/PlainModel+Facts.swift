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
      for reference in line(id).replaces {
        let targets = matches(reference).filter { acts(id, on: $0) }
        if !follows(.matchesStandAlone), targets.count < matches(reference).count { continue }
        replaced.formUnion(targets)
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
      if line.kind == "regen_gevallen", !follows(.unknownKindIsLive) { return false }
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
    let values = fields.map { field in
      let value = payload(id)?[field]
      if follows(.slotValuesAreExact) { return value?.canonicalText ?? "absent" }
      return value?.stringValue ?? (value == .null ? nil : value?.canonicalText) ?? "absent"
    }
    return !fields.isEmpty && follows(.noFieldsNoSlot) && values.allSatisfy { $0 == "absent" }
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

  // MARK: Branches

  /// The places that are named as forks, each as log and number of the first line that differs.
  var forks: [String] {
    if !follows(.forksAreNamed) { return [] }
    // By the line that they follow, or by log where they follow none.
    let children = Dictionary(grouping: present) { line($0).parent.map(String.init) ?? line($0).log }
    func isMore(_ id: Int) -> Bool {
      if line(id).kind != "eigen_log" && line(id).kind != "checkpoint" { return true }
      return (children[String(id)] ?? []).contains(where: isMore)
    }
    return children.values.filter { ids in
      ids.count > 1 && (follows(.endingsAreNoFork) ? ids.count(where: isMore) > 1 : true)
    }.map { "\(line($0[0]).log) \(line($0[0]).seq)" }.sorted()
  }

  /// The logs that end, on every branch, with the word of their writers to have gone on in another (log.md).
  private var left: Set<String> {
    let words = present.filter { id in
      guard line(id).kind == "eigen_log", isWellFormed(id), members[line(id).log]?.counts(id) == true,
        let new = payload(id)?["log"]?.stringValue, members[new] != nil, let header = header(new)
      else { return false }
      return header["audience"] == "gedeeld" && header["follows"]?.stringValue == line(id).log
    }
    return Set(words.map { line($0).log }).filter { log in
      heads(log).allSatisfy { head in
        var id = head
        while line(id).kind == "checkpoint", let before = line(id).parent { id = before }
        return words.contains(id)
      }
    }
  }

  /// The members who are present, by their shared logs (folder.md), as far as their keys are known.
  var presentMembers: Set<String> {
    Set(members.keys).filter { log in
      guard audience(log) == "gedeeld" else { return false }
      if members[log]?.left != nil, follows(.revokedGetsNothing) { return false }
      return !left.contains(log) || !follows(.leftLogGetsNothing)
    }
  }
}
