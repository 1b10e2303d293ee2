import CanonicalJSON
import EventLog
import Identity

/// The rules of SyncSpecs/state.md written again as plainly as possible: sets, texts and loops over everything.
struct PlainModel {
  struct Line {
    /// Its place in the list of branches.
    let branch: Int
    let log: String
    let seq: Int
    let chain: String
    let at: String
    let kind: String
    let payload: JSONObject?
    let replaces: [String]
    var reference: String { "\(log):\(seq)#\(chain.prefix(4))" }
  }

  struct Member: Equatable {
    var role: String
    let step: Int
    /// References of the lines that revocations leave.
    let counting: Set<String>
  }

  let lines: [Line]
  private let bases: [(branch: Int, seq: Int)?]
  private let headers: [String: JSONObject]
  private let own: Set<String>
  private(set) var members: [String: Member] = [:]

  static let ranks = ["lezer": 1, "onderzoeker": 2, "beheerder": 3]
  static let structural = ["log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing"]
  static let slots = ["doelscore": ["traject", "doel_nr", "moment"], "traject_gestart": ["traject"], "werkruimte": []]

  init(
    _ logs: [(log: LogID, bytes: [UInt8])], bases: [(branch: Int, seq: Int)?], founder: LogID, ownPrivate: Set<LogID>
  ) throws {
    var lines: [Line] = []
    var headers: [String: JSONObject] = [:]
    for (branch, (_, bytes)) in logs.enumerated() {
      for text in bytes.split(separator: 0x0A) {
        let value = try JSONValue(parsing: Array(text), rules: .any)
        guard let head = value["head"]?.objectValue, let log = head["log"]?.stringValue,
          let seq = head["seq"]?.integerValue, let chain = value["chain"]?.stringValue,
          let at = head["at"]?.stringValue, let kind = head["kind"]?.stringValue
        else { continue }
        lines.append(
          Line(
            branch: branch, log: log, seq: Int(seq), chain: chain, at: at, kind: kind,
            payload: value["payload"]?.objectValue,
            replaces: (head["replaces"]?.arrayValue ?? []).compactMap(\.stringValue)))
        if seq == 1 { headers[log] = value["payload"]?.objectValue }
      }
    }
    self.lines = lines
    self.bases = bases
    self.headers = headers
    own = Set(ownPrivate.map(\.text))
    findMembers(founder.text)
  }

  private func audience(_ log: String) -> String { headers[log]?["audience"]?.stringValue ?? "" }
  private func regio(_ log: String) -> String { headers[log]?["regio"]?.stringValue ?? "" }

  // MARK: Members

  private mutating func findMembers(_ founder: String) {
    reach([(founder, "beheerder")], step: 1, revokers: [])
    let first = voices()
    reach(admissions(first).filter { $0.role == "beheerder" }, step: 2, revokers: first)
    let second = voices()
    reach(
      admissions(second).map { ($0.log, $0.role == "beheerder" ? "onderzoeker" : $0.role) }, step: 3, revokers: second)
  }

  /// The counting lines about members in the shared logs of the members so far.
  private func voices() -> [Line] {
    lines.filter { line in
      audience(line.log) == "gedeeld" && members[line.log]?.counting.contains(line.reference) == true
        && isWellFormed(line)
    }
  }

  private func isWellFormed(_ line: Line) -> Bool {
    guard let payload = line.payload, let log = payload["log"]?.stringValue, LogID(log) != nil else { return false }
    switch line.kind {
    case "eigen_log": return true
    case "lid":
      let hasRegio = payload["regio"] == nil || payload["regio"]?.stringValue != nil
      return hasRegio && payload["rol"]?.stringValue.map { Self.ranks[$0] != nil } == true
    case "lid_ingetrokken": return payload["tot"]?.arrayValue != nil
    default: return false
    }
  }

  private func admissions(_ voices: [Line]) -> [(log: String, role: String)] {
    voices.filter { $0.kind == "lid" }
      .map { ($0.payload?["log"]?.stringValue ?? "", $0.payload?["rol"]?.stringValue ?? "") }
  }

  private mutating func reach(_ direct: [(log: String, role: String)], step: Int, revokers: [Line]) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for (log, role) in direct + vouchings(step) {
        if members[log] == nil {
          members[log] = Member(role: role, step: step, counting: left(of: log, revokers))
          isChanged = true
        } else if let member = members[log], member.step == step, Self.ranks[member.role]! < Self.ranks[role]! {
          members[log]?.role = role
          isChanged = true
        }
      }
    }
  }

  private func vouchings(_ step: Int) -> [(log: String, role: String)] {
    lines.compactMap { line in
      guard line.kind == "eigen_log", isWellFormed(line), audience(line.log) == "gedeeld",
        let member = members[line.log], member.step == step, member.counting.contains(line.reference),
        let other = line.payload?["log"]?.stringValue, headers[other]?["follows"]?.stringValue == line.log
      else { return nil }
      return (other, member.role)
    }
  }

  /// A line and all before it on its branch, and on the branch that this one leaves.
  private func upTo(_ line: Line) -> [Line] {
    var found: [Line] = []
    var (branch, seq) = (line.branch, line.seq)
    while true {
      found += lines.filter { $0.branch == branch && $0.seq <= seq }
      guard let base = bases[branch] else { return found }
      (branch, seq) = base
    }
  }

  private func left(of log: String, _ revokers: [Line]) -> Set<String> {
    var left = Set(lines.filter { $0.log == log }.map(\.reference))
    for revocation in revokers
    where revocation.kind == "lid_ingetrokken" && revocation.payload?["log"]?.stringValue == log {
      let isEnded = revokers.contains { line in
        line.kind == "lid" && line.payload?["log"]?.stringValue == log && line.replaces.contains(revocation.reference)
      }
      if isEnded { continue }
      let named = (revocation.payload?["tot"]?.arrayValue ?? []).flatMap { entry in
        lines.filter {
          $0.log == log && Int64($0.seq) == entry["seq"]?.integerValue && $0.chain == entry["chain"]?.stringValue
        }
      }
      left.formIntersection(named.flatMap(upTo).map(\.reference))
    }
    return left
  }

  // MARK: Lines that count, and live facts

  private func isOfMember(_ log: String) -> Bool { members[log] != nil || own.contains(log) }

  func counts(_ line: Line) -> Bool {
    if own.contains(line.log) { return true }
    guard let member = members[line.log], member.counting.contains(line.reference) else { return false }
    return member.role != "lezer" || line.kind == "wissing_uitgevoerd" || line.kind == "eigen_log"
  }

  // MARK: Erasure

  /// The logs that one writer's words join to a log, itself included.
  private func writersLogs(_ log: String) -> Set<String> {
    let words = lines.filter { line in
      line.kind == "eigen_log" && isWellFormed(line) && audience(line.log) == "gedeeld"
        && members[line.log]?.counting.contains(line.reference) == true
        && headers[line.payload?["log"]?.stringValue ?? ""]?["follows"]?.stringValue == line.log
    }
    var logs: Set<String> = [log]
    var isGrowing = true
    while isGrowing {
      let more = words.flatMap { word -> [String] in
        let pair = [word.log, word.payload?["log"]?.stringValue ?? ""]
        return pair.contains(where: logs.contains) ? pair : []
      }
      isGrowing = !logs.isSuperset(of: more)
      logs.formUnion(more)
    }
    return logs
  }

  /// The lines that an erasure in force names.
  var erased: [Line] {
    lines.filter { line in
      !Self.structural.contains(line.kind)
        && lines.contains { wissing in
          wissing.kind == "wissing" && counts(wissing) && wissing.payload?["grond"]?.stringValue != nil
            && wissing.payload?["doelen"]?.arrayValue?.allSatisfy { Reference($0.stringValue ?? "") != nil } == true
            && (wissing.payload?["doelen"]?.arrayValue ?? []).contains(.string(line.reference))
            && (members[wissing.log]?.role == "beheerder" || writersLogs(wissing.log).contains(line.log)
              || (own.contains(wissing.log) && own.contains(line.log)))
            && reaches(wissing.log, line.log)
        }
    }
  }

  private func reaches(_ log: String, _ other: String) -> Bool {
    let width = ["gedeeld": 3, "regio": 2, "prive": 1]
    guard width[audience(log)]! >= width[audience(other)]! else { return false }
    return audience(log) != "regio" || audience(other) != "regio" || regio(log) == regio(other)
  }

  /// Whether a line is a member's, or one's own, and not set aside.
  private func stands(_ line: Line) -> Bool {
    own.contains(line.log) || members[line.log]?.counting.contains(line.reference) == true
  }

  /// Whether a reference in a line that counts is reached from it.
  private func isReached(_ reference: String, from line: Line) -> Bool {
    let log = String(reference.prefix(12))
    let hasFirst = lines.contains { $0.log == log && $0.seq == 1 && stands($0) }
    if hasFirst, !reaches(line.log, log) { return false }
    return !lines.contains { $0.reference == reference && stands($0) && Self.structural.contains($0.kind) }
  }

  var live: [Line] {
    let counting = lines.filter(counts)
    let erased = Set(erased.map(\.reference))
    return counting.filter { line in
      line.payload != nil && !Self.structural.contains(line.kind) && !erased.contains(line.reference)
        && !counting.contains { $0.replaces.contains(line.reference) && reaches($0.log, line.log) }
    }
  }

  // MARK: Groups

  private func reached(_ line: Line) -> Set<String> {
    var reached: Set<String> = []
    var waiting = [line]
    while let next = waiting.popLast() {
      for reference in next.replaces where isReached(reference, from: next) && reached.insert(reference).inserted {
        waiting += lines.filter { $0.reference == reference && counts($0) }
      }
    }
    return reached
  }

  private func slot(_ line: Line) -> String? {
    guard let fields = Self.slots[line.kind] else { return nil }
    let values = fields.map { line.payload?[$0]?.canonicalText ?? "absent" }
    return !fields.isEmpty && values.allSatisfy { $0 == "absent" }
      ? nil : line.kind + values.joined(separator: "\n")
  }

  /// Connected groups of live facts, single ones included.
  var groups: [[Line]] {
    var groups: [[(line: Line, slot: String?, reached: Set<String>)]] = []
    for line in live {
      let item = (line: line, slot: slot(line), reached: reached(line))
      let touching = groups.indices.filter { index in
        groups[index].contains { other in
          (item.slot != nil && item.slot == other.slot)
            || (!item.reached.isDisjoint(with: other.reached)
              && !(line.kind == "intrekking" && other.line.kind == "intrekking"))
        }
      }
      let merged = touching.flatMap { groups[$0] } + [item]
      for index in touching.reversed() { groups.remove(at: index) }
      groups.append(merged)
    }
    return groups.map { $0.map(\.line) }
  }

  func used(_ group: [Line]) -> Line {
    group.max { left, right in
      let (leftIsFact, rightIsFact) = (left.kind != "intrekking", right.kind != "intrekking")
      if leftIsFact != rightIsFact { return rightIsFact }
      if left.at != right.at { return left.at < right.at }
      if left.log != right.log { return left.log < right.log }
      if left.seq != right.seq { return left.seq < right.seq }
      // The link's first bytes, as a number.
      return Chain(left.chain)!.value < Chain(right.chain)!.value
    }!
  }

  func differ(_ group: [Line]) -> Bool {
    let said = group.map { line -> String in
      var payload = line.payload ?? JSONObject()
      payload["toelichting"] = nil
      return line.kind + JSONValue.object(payload).canonicalText
    }
    return Set(said).count > 1
  }
}
