import CanonicalJSON
import Platform
import Vocabulary

/// Which facts of a workspace's logs figures use, by SyncSpecs/state.md as plainly as can be.
///
/// Only for workspaces whose lines all count: shared logs of members that were never revoked.
struct PlainLogs {
  struct Line {
    let reference: String
    let log: String
    let seq: Int
    let at: String
    let replaces: [String]
    let fact: PlainFact
    let hasPayload: Bool

    var isRetraction: Bool { fact.kind == "intrekking" }

    /// What is compared with others about the same thing.
    var said: String {
      var payload = fact.payload
      payload["toelichting"] = nil
      return fact.kind + JSONValue.object(payload).canonicalText
    }

    /// What it is about; nil where it stands alone.
    var slot: String? {
      guard let fields = Vocabulary.standard.kind(named: fact.kind)?.slot else { return nil }
      let values = fields.map { fact.payload[$0]?.canonicalText ?? "absent" }
      return !fields.isEmpty && values.allSatisfy { $0 == "absent" }
        ? nil : fact.kind + " " + values.joined(separator: " ")
    }
  }

  let lines: [Line]

  private init(lines: [Line]) { self.lines = lines }

  /// Reads every log of an instance.
  init(at root: String, _ files: any FileSystem) throws {
    var lines: [Line] = []
    for log in try files.names(in: root + "/logs") {
      for name in try files.names(in: root + "/logs/" + log) where name.hasSuffix(".jsonl") {
        for bytes in try files.contents(of: root + "/logs/" + log + "/" + name).split(separator: 0x0A) {
          let value = try JSONValue(parsing: Array(bytes), rules: .any)
          guard let head = value["head"], let log = head["log"]?.stringValue, let seq = head["seq"]?.integerValue,
            let kind = head["kind"]?.stringValue, let chain = value["chain"]?.stringValue
          else { continue }
          let payload = value["payload"]?.objectValue
          lines.append(
            Line(
              reference: "\(log):\(seq)#\(chain.prefix(4))", log: log, seq: Int(seq), at: head["at"]?.stringValue ?? "",
              replaces: (head["replaces"]?.arrayValue ?? []).compactMap(\.stringValue),
              fact: PlainFact(kind: kind, payload: payload ?? JSONObject(), log: log), hasPayload: payload != nil))
        }
      }
    }
    self.lines = lines
  }

  /// Only those lines.
  func known(_ references: Set<String>) -> PlainLogs {
    PlainLogs(lines: lines.filter { references.contains($0.reference) })
  }

  var references: Set<String> { Set(lines.map(\.reference)) }

  var live: [Line] {
    let replaced = Set(lines.flatMap(\.replaces))
    return lines.filter { line in
      line.hasPayload && Vocabulary.standard.kind(named: line.fact.kind)?.isStructural == false
        && !replaced.contains(line.reference)
    }
  }

  /// The references that a line names, and those that the lines named so name.
  private func reached(_ line: Line) -> Set<String> {
    var reached: Set<String> = []
    var waiting = [line]
    while let next = waiting.popLast() {
      for reference in next.replaces where reached.insert(reference).inserted {
        waiting += lines.filter { $0.reference == reference }
      }
    }
    return reached
  }

  /// Live facts that are about the same thing, by slot or by what they replace; each with those it hangs together with.
  var groups: [[Line]] {
    var groups: [[(line: Line, slot: String?, reached: Set<String>)]] = []
    for line in live {
      let item = (line: line, slot: line.slot, reached: reached(line))
      func touches(_ other: (line: Line, slot: String?, reached: Set<String>)) -> Bool {
        (item.slot != nil && item.slot == other.slot)
          || (!item.reached.isDisjoint(with: other.reached) && !(line.isRetraction && other.line.isRetraction))
      }
      let touched = groups.indices.filter { groups[$0].contains(where: touches) }
      let joined = touched.flatMap { groups[$0] } + [item]
      for index in touched.reversed() { groups.remove(at: index) }
      groups.append(joined)
    }
    return groups.map { $0.map(\.line) }
  }

  /// The one of a group that figures use.
  static func used(_ group: [Line]) -> Line? {
    group.max { left, right in
      if left.isRetraction != right.isRetraction { return left.isRetraction }
      return (left.at, left.log, left.seq) < (right.at, right.log, right.seq)
    }
  }

  static func isConflict(_ group: [Line]) -> Bool { Set(group.map(\.said)).count > 1 }

  /// What figures are made of: of each group the fact that is used, where it is no retraction and breaks no rule.
  var facts: [PlainFact] { Self.facts(groups.compactMap(Self.used)) }

  static func facts(_ chosen: [Line]) -> [PlainFact] {
    chosen.map(\.fact).filter { fact in
      guard fact.kind != "intrekking", let kind = Vocabulary.standard.kind(named: fact.kind) else { return false }
      return Vocabulary.standard.problems(in: fact.payload, kind: kind).isEmpty
    }
  }
}
