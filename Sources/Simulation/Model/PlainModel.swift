import CanonicalJSON

/// What a set of lines says, written once more from SyncSpecs/state.md, as plainly as possible: sets, texts and loops.
///
/// It shares no code with `Merge`. Each rule can be left out.
struct PlainModel {
  struct Member: Equatable {
    var role: String
    let step: Int
    /// The lines that revocations leave; nil where none stands.
    let left: Set<Int>?

    /// Whether a line is not set aside.
    func counts(_ id: Int) -> Bool { left?.contains(id) ?? true }
  }

  let corpus: Corpus
  /// The lines that are held, in the order of the corpus.
  let present: [Int]
  /// Those of them that are held without payload.
  let bare: Set<Int>
  /// The private logs of the instance that looks.
  let ownPrivate: Set<String>
  /// Logs that count as if they were admitted: one's own, for the eyes of its writer.
  let presumed: Set<String>
  let without: Rule?
  private(set) var members: [String: Member] = [:]
  /// The lines that have to go without their payload.
  private(set) var erased: Set<Int> = []
  /// The decisions to erase that erase something.
  private(set) var inForce: [Int] = []

  /// The lines of each log.
  let byLog: [String: [Int]]
  /// The lines that a reference matches.
  let byReference: [String: [Int]]

  static let ranks = ["lezer": 1, "onderzoeker": 2, "beheerder": 3]
  static let structural: Set<String> = ["log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing"]

  init(
    _ corpus: Corpus, _ present: Set<Int>, bare: Set<Int>, founder: String, own: Set<String> = [],
    presuming presumed: Set<String> = [], without: Rule? = nil
  ) {
    self.corpus = corpus
    self.present = present.sorted()
    self.bare = bare
    self.presumed = presumed
    self.without = without
    var byLog: [String: [Int]] = [:]
    var byReference: [String: [Int]] = [:]
    for id in self.present {
      byLog[corpus.lines[id].log, default: []].append(id)
      byReference[corpus.lines[id].reference, default: []].append(id)
    }
    self.byLog = byLog
    self.byReference = byReference
    ownPrivate = own.filter { log in
      byLog[log]?.contains { corpus.lines[$0].payload?["audience"]?.stringValue == "prive" } == true
    }
    findMembers(founder)
    findErased()
  }

  /// Whether a rule is followed.
  func follows(_ rule: Rule) -> Bool { rule != without }

  func line(_ id: Int) -> ModelLine { corpus.lines[id] }

  /// The payload, as far as this copy has it and may show it.
  func payload(_ id: Int) -> JSONObject? { isBare(id) ? nil : corpus.lines[id].payload }

  func isBare(_ id: Int) -> Bool { bare.contains(id) || erased.contains(id) }

  func header(_ log: String) -> JSONObject? {
    byLog[log]?.first { corpus.lines[$0].seq == 1 }.flatMap { corpus.lines[$0].payload }
  }

  func audience(_ log: String) -> String { header(log)?["audience"]?.stringValue ?? "" }
  func regio(_ log: String) -> String { header(log)?["regio"]?.stringValue ?? "" }

  /// A line and all before it on its branch.
  func upTo(_ id: Int) -> Set<Int> { corpus.upTo(id) }

  /// The lines of a log that nothing follows here.
  func heads(_ log: String) -> [Int] {
    let ids = byLog[log] ?? []
    let followed = Set(ids.compactMap { corpus.lines[$0].parent })
    return ids.filter { !followed.contains($0) }
  }

  // MARK: Members

  private mutating func findMembers(_ founder: String) {
    let founderRevokers = follows(.founderStays) ? [] : decisions(of: [founder], isAll: true)
    reach([(founder, "beheerder")], step: 1, revokers: founderRevokers)
    let first = voices { follows(.founderVouches) || $0 == founder }
    let beheerders = admissions(first).filter { $0.role == "beheerder" }
    let wider = decisions(of: Set(members.keys).union(beheerders.map(\.log)), isAll: false)
    reach(beheerders, step: 2, revokers: follows(.founderRevokesBeheerders) ? first : wider)
    let second = voices { _ in true }
    var admitting = follows(.countingLinesAdmit) ? second : decisions(of: Set(members.keys), isAll: true)
    var revoking = follows(.countingLinesRevoke) ? second : decisions(of: Set(members.keys), isAll: true)
    let plain = Set(admissions(second).map(\.log))
    if !follows(.beheerdersAdmit) { admitting += decisions(of: plain, isAll: true) }
    if !follows(.beheerdersRevoke) { revoking += decisions(of: plain, isAll: true) }
    let founders = Set(members.filter { $0.value.step == 1 }.keys)
    reach(
      admissions(admitting).map { log, role, author in
        let isLowered = role == "beheerder" && !founders.contains(author) && follows(.beheerderByFounder)
        return (log, isLowered ? "onderzoeker" : role)
      }, step: 3, revokers: revoking)
  }

  /// The counting lines about members, of the members so far.
  private func voices(_ isMeant: (String) -> Bool) -> [Int] {
    decisions(of: Set(members.keys.filter(isMeant)), isAll: false)
  }

  /// The lines about members in the shared logs of these.
  private func decisions(of logs: Set<String>, isAll: Bool) -> [Int] {
    present.filter { id in
      let line = line(id)
      guard ["lid", "lid_ingetrokken", "eigen_log"].contains(line.kind), logs.contains(line.log) else { return false }
      guard !follows(.membersFromShared) || audience(line.log) == "gedeeld" else { return false }
      if !follows(.decisionsStay), isNamed(id) { return false }
      return (isAll || members[line.log]?.counts(id) != false) && isWellFormed(id)
    }
  }

  /// Whether a line is replaced, as if structural lines could be.
  private func isNamed(_ id: Int) -> Bool {
    present.contains { line($0).kind != "lid" && line($0).replaces.contains(line(id).reference) }
  }

  func isWellFormed(_ id: Int) -> Bool {
    guard let payload = payload(id), let log = payload["log"]?.stringValue, Self.isLog(log) else { return false }
    switch line(id).kind {
    case "eigen_log": return true
    case "lid":
      let hasRegio = payload["regio"] == nil || payload["regio"]?.stringValue != nil
      return (hasRegio || !follows(.malformedHasNoEffect))
        && payload["rol"]?.stringValue.map { Self.ranks[$0] != nil } == true
    case "lid_ingetrokken": return payload["tot"]?.arrayValue != nil
    default: return false
    }
  }

  private func admissions(_ voices: [Int]) -> [(log: String, role: String, author: String)] {
    voices.filter { line($0).kind == "lid" }.map { id in
      (payload(id)?["log"]?.stringValue ?? "", payload(id)?["rol"]?.stringValue ?? "", line(id).log)
    }
  }

  private mutating func reach(
    _ direct: [(log: String, role: String, author: String)], step: Int, revokers: [Int]
  ) {
    reach(direct.map { ($0.log, $0.role) }, step: step, revokers: revokers)
  }

  private mutating func reach(_ direct: [(log: String, role: String)], step: Int, revokers: [Int]) {
    func rank(_ role: String) -> Int { (Self.ranks[role] ?? 0) * (follows(.highestRole) ? 1 : -1) }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (log, role, voucher) in direct.map({ ($0.log, $0.role, nil) }) + vouchings(step) {
        if members[log] == nil {
          let isRevokedToo = !follows(.revocationIsOfOneLog) && voucher.flatMap { members[$0]?.left } != nil
          members[log] = Member(role: role, step: step, left: isRevokedToo ? [] : left(of: log, revokers))
          isChanged = true
        } else if let member = members[log], member.step == step, rank(member.role) < rank(role) {
          members[log]?.role = role
          isChanged = true
        }
      }
    }
  }

  private func vouchings(_ step: Int) -> [(log: String, role: String, voucher: String?)] {
    present.compactMap { id in
      let line = line(id)
      guard line.kind == "eigen_log", isWellFormed(id), let member = members[line.log], member.step == step,
        !follows(.vouchingIsShared) || audience(line.log) == "gedeeld",
        !follows(.countingLinesVouch) || member.counts(id),
        let other = payload(id)?["log"]?.stringValue, let header = header(other),
        !follows(.vouchedFollows) || header["follows"]?.stringValue == line.log
      else { return nil }
      return (other, follows(.vouchedHasSameRole) ? member.role : "lezer", line.log)
    }
  }

  /// The lines of a log that the revocations that stand leave; nil where there are none.
  private func left(of log: String, _ revokers: [Int]) -> Set<Int>? {
    let all = Set(byLog[log] ?? [])
    var left: Set<Int>?
    var union: Set<Int>?
    let revokerSet = Set(revokers)
    for id in revokers where line(id).kind == "lid_ingetrokken" && payload(id)?["log"]?.stringValue == log {
      let ending = follows(.whoRevokesEnds) ? revokerSet : Set(present)
      let isEnded = present.contains { other in
        ending.contains(other) && line(other).kind == "lid" && isWellFormed(other)
          && payload(other)?["log"]?.stringValue == log
          && (line(other).replaces.contains(line(id).reference) || (!follows(.lidNamesRevocation) && other > id))
      }
      if isEnded, follows(.lidEndsRevocation) { continue }
      guard let entries = entries(payload(id)) else { continue }
      var named: Set<Int> = []
      for entry in entries {
        let last = all.first { line($0).seq == entry.seq && line($0).chain == entry.chain }
        if !follows(last == nil ? .unheldTotAddsNothing : .totNamesBranches) {
          named.formUnion(all.filter { line($0).seq <= entry.seq })
        }
        guard let last else { continue }
        named.formUnion(follows(.linesBeforeTotCount) ? upTo(last) : [last])
      }
      if !follows(.revokedIsSetAside) { continue }
      left = left?.intersection(named) ?? named
      union = (union ?? []).union(named)
    }
    return follows(.allRevocationsLeave) ? left : union
  }

  /// What `tot` names; nil where it is not of its form.
  private func entries(_ payload: JSONObject?) -> [(seq: Int, chain: String)]? {
    guard let values = payload?["tot"]?.arrayValue else { return nil }
    var entries: [(seq: Int, chain: String)] = []
    for value in values {
      guard value.objectValue?.members.count == 2, let seq = value["seq"]?.integerValue, seq >= 1,
        let chain = value["chain"]?.stringValue, chain.utf8.count == 11
      else {
        if follows(.malformedHasNoEffect) { return nil }
        continue
      }
      entries.append((Int(seq), chain))
    }
    return entries
  }

  // MARK: Erasure

  /// The logs of a log's writer, joined by the `eigen_log` lines that count.
  private func logsOfWriter(_ log: String) -> Set<String> {
    // What counts on this instance alone is its own, whatever line 1 says.
    let ownHere = ownPrivate.union(presumed.filter { members[$0] == nil })
    var logs: Set<String> = ownHere.contains(log) ? ownHere : [log]
    if !follows(.ownLogsErase) { return logs }
    let pairs = present.compactMap { id -> (String, String)? in
      let line = line(id)
      guard line.kind == "eigen_log", isWellFormed(id), audience(line.log) == "gedeeld",
        members[line.log]?.counts(id) == true, let other = payload(id)?["log"]?.stringValue,
        header(other)?["follows"]?.stringValue == line.log
      else { return nil }
      return (line.log, other)
    }
    var isGrowing = true
    while isGrowing {
      let count = logs.count
      for (left, right) in pairs where logs.contains(left) || logs.contains(right) { logs.formUnion([left, right]) }
      isGrowing = logs.count > count
    }
    return logs
  }

  private mutating func findErased() {
    let wissingen = present.filter { line($0).kind == "wissing" }
    guard !wissingen.isEmpty, follows(.erasedIsNotLive) else { return }
    var erased: Set<Int> = []
    for id in wissingen where counts(id) || (!follows(.countingLinesErase) && members[line(id).log] != nil) {
      if !follows(.decisionsStay), isNamed(id) { continue }
      guard var targets = payload(id)?["doelen"]?.arrayValue?.map(\.stringValue),
        payload(id)?["grond"]?.stringValue != nil || !follows(.malformedHasNoEffect)
      else { continue }
      if !follows(.malformedHasNoEffect) { targets.removeAll { !Self.isReference($0) } }
      guard targets.allSatisfy(Self.isReference) else { continue }
      let named = targets.compactMap { $0 }.flatMap(matches)
      let mine = named.filter { mayErase(id, $0) }
      if !follows(.eachTargetAlone), mine.count < named.count { continue }
      if !mine.isEmpty { inForce.append(id) }
      erased.formUnion(mine)
    }
    self.erased = erased
  }

  /// Whether an erasure that counts is in force for a line.
  private func mayErase(_ id: Int, _ target: Int) -> Bool {
    let log = line(id).log
    let isBeheerder = members[log]?.role == "beheerder" && follows(.beheerdersErase)
    if !isBeheerder, follows(.onlyTheirsErase), !logsOfWriter(log).contains(line(target).log) { return false }
    if follows(.structuralIsNotErased), Self.structural.contains(line(target).kind) { return false }
    if !follows(.strangersAreErased), !counts(target) { return false }
    return !follows(.erasesNotWider) || reaches(id, target)
  }

  /// Whether a text is of the form `log:seq#cccc` (line.md, members).
  private static func isReference(_ text: String?) -> Bool {
    let parts = (text ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let ends = parts[1].split(separator: "#", omittingEmptySubsequences: false)
    guard ends.count == 2, ends[0].utf8.count <= 15, ends[0].utf8.first != UInt8(ascii: "0") else { return false }
    return isLog(parts[0]) && !ends[0].isEmpty
      && ends[0].utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      && ends[1].utf8.count == 4
  }

  private static func isLog(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy(letters.contains)
  }

  private static let letters = Set("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Whether a line is of the same audience as another, or of a wider one, by the line 1 of its own branch.
  func reaches(_ id: Int, _ other: Int) -> Bool {
    let (mine, theirs) = (corpus.lines[line(id).first].payload, corpus.lines[line(other).first].payload)
    func width(_ header: JSONObject?) -> Int {
      ["gedeeld": 3, "regio": 2, "prive": 1][header?["audience"]?.stringValue ?? ""] ?? 0
    }
    return width(mine) > width(theirs)
      || (width(mine) == width(theirs) && (width(mine) != 2 || mine?["regio"] == theirs?["regio"]))
  }

  // MARK: Lines that count

  func ids(of log: String) -> [Int] { byLog[log] ?? [] }

  /// The lines that a reference matches.
  func matches(_ reference: String) -> [Int] {
    let found = byReference[reference] ?? []
    return follows(.everyMatchIsActedOn) ? found : Array(found.prefix(1))
  }

  /// Whether a line is of a member, or of this instance, and not set aside.
  func stands(_ id: Int) -> Bool {
    let log = line(id).log
    return ownPrivate.contains(log) || (members[log].map { $0.counts(id) } ?? presumed.contains(log))
  }

  /// Whether a line counts: it stands, and is of a kind that counts for its log's role.
  func counts(_ id: Int) -> Bool {
    let line = line(id)
    if ownPrivate.contains(line.log) { return follows(.ownPrivateCounts) }
    guard let member = members[line.log] else { return presumed.contains(line.log) || !follows(.strangersWait) }
    guard member.counts(id) else { return false }
    if !follows(.bothBranchesCount), !upTo(heads(line.log).min() ?? id).contains(id) { return false }
    if member.role != "lezer" || !follows(.lezerIsSilent) { return true }
    return follows(.lezerAnswers) && (line.kind == "wissing_uitgevoerd" || line.kind == "eigen_log")
  }
}
