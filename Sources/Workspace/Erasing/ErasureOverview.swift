import CanonicalJSON
import EventLog
import Identity
import Merge
import Vocabulary

/// What was decided to be erased, who has carried it out, and which facts a person should look at since.
public struct ErasureOverview: Sendable, Equatable {
  /// One decision.
  public struct Decision: Sendable, Equatable {
    public let reference: Reference
    /// The writer's clock, in milliseconds since 1970.
    public let at: Int64
    public let ground: String
    /// Lines that it names and may name.
    public let lineCount: Int
    /// Lines that it names without the right to.
    public let withoutForceCount: Int
    /// Lines that still have their payload here: they go with the next write.
    public let payloadCount: Int
    /// Instances that say to have carried it out, by their shared logs.
    public let carriedOut: [Instance]
    /// Instances of members that have not said so, or not yet heard of it.
    public let waiting: [Instance]
  }

  /// An instance of a member.
  public struct Instance: Sendable, Equatable {
    public let log: LogID
    /// The label that its writer gave it.
    public let naam: String?
    /// Its clock at the last line that is held of it; nil where none is.
    public let lastHeard: Int64?
  }

  /// A live fact that says something again, or still, that was erased.
  public struct Doubt: Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
      /// It took the place of a line that was erased.
      case replaces(Reference)
      /// It names a person or a traject that was erased.
      case names(PersonCode)
    }

    /// The fact's line, and its row in the state that was asked.
    public let reference: Reference
    public let row: Int
    public let reason: Reason
  }

  /// By log and number.
  public let decisions: [Decision]
  /// Facts that nobody has looked at yet, in order of their lines.
  public let doubts: [Doubt]

  init(decisions: [Decision], doubts: [Doubt]) {
    self.decisions = decisions
    self.doubts = doubts
  }

  public init(of state: MergedState, in workspace: Workspace) {
    if state.erasure.wissingen.isEmpty {
      decisions = []
      doubts = []
      return
    }
    let instances = Self.instances(state)
    let answers = state.counted("wissing_uitgevoerd", "wissing")
    decisions = state.erasure.wissingen.map { wissing in
      let table = state.table
      let row = table.row(wissing.reference)
      let done = answers[wissing.reference] ?? []
      // Nobody answers to a decision that is in force for nothing, or that only this instance can read.
      let wantsAnswers = row.map { table.audience(of: $0) } != .prive && !wissing.targets.isEmpty
      let rows = wissing.targets.flatMap { table.rows($0) }
      return Decision(
        reference: wissing.reference, at: row.map(table.time) ?? 0, ground: wissing.grond,
        lineCount: wissing.targets.count, withoutForceCount: wissing.withoutForce.count,
        payloadCount: rows.count { table.hasPayload($0) && state.isErased($0) },
        carriedOut: instances.filter { done.contains($0.log) },
        waiting: wantsAnswers ? instances.filter { !done.contains($0.log) } : [])
    }
    doubts = Self.doubts(state)
  }

  /// The members' shared logs that are still written to, as far as anyone knows.
  private static func instances(_ state: MergedState) -> [Instance] {
    let table = state.table
    var superseded: Set<LogID> = []
    for (row, payload) in state.lines("eigen_log") where state.counts[row] {
      guard let log = payload["log"]?.stringValue.flatMap({ LogID($0) }),
        table.branch(of: log)?.header?.audience == .gedeeld
      else { continue }
      superseded.insert(table.branch(at: row).log)
    }
    let names = MemberList.names(in: state)
    return state.members.members.values.filter { member in
      let audience = table.branch(of: member.log)?.header?.audience ?? .gedeeld
      return audience == .gedeeld && !member.isRevoked && !superseded.contains(member.log)
    }.map { member in
      let last = table.branches(of: member.log).compactMap { branch in
        branch.rows.last(where: table.isReadable).map(table.time)
      }.max()
      return Instance(log: member.log, naam: names[member.log.text], lastHeard: last)
    }.sorted { $0.log < $1.log }
  }

  private static func doubts(_ state: MergedState) -> [Doubt] {
    let table = state.table
    let kept = Set(state.counted(Kind.behoudenName, "feiten").keys)
    var marks: Set<String> = []
    for (row, payload) in state.lines("wissing") where state.counts[row] {
      marks.formUnion((payload["kenmerken"]?.arrayValue ?? []).compactMap(\.stringValue))
    }
    let finder = PersonCodes(table, state.vocabulary)
    var known: [PersonCode: Bool] = [:]
    func isErased(_ code: PersonCode) -> Bool {
      if let isErased = known[code] { return isErased }
      let isErased = marks.contains(code.mark(in: state.workspace))
      known[code] = isErased
      return isErased
    }
    var doubts: [Doubt] = []
    for row in 0..<table.rowCount where state.isLive[row] && !state.isErased(row) {
      if kept.contains(table.reference(row)) { continue }
      if let target = table.replacements(of: row).first(where: { state.erases($0) }) {
        doubts.append(Doubt(reference: table.reference(row), row: row, reason: .replaces(target)))
      } else if !marks.isEmpty, let code = finder.codes(in: row).filter(isErased).min(by: { $0.code < $1.code }) {
        doubts.append(Doubt(reference: table.reference(row), row: row, reason: .names(code)))
      }
    }
    return doubts
  }
}

extension MergedState {
  /// Whether an erasure in force names any line that a reference names.
  fileprivate func erases(_ reference: Reference) -> Bool { table.rows(reference).contains(where: isErased) }
}

extension ErasureOverview {
  /// What `status --format json` says of erasures.
  var json: JSONValue {
    func logs(_ instances: [Instance]) -> JSONValue { .array(instances.map { .string($0.log.text) }) }
    return [
      "decisions": .array(
        decisions.map { decision in
          [
            "ref": .string(decision.reference.text), "ground": .string(decision.ground),
            "lines": .integer(Int64(decision.lineCount)), "payloads": .integer(Int64(decision.payloadCount)),
            "without_force": .integer(Int64(decision.withoutForceCount)), "carried_out": logs(decision.carriedOut),
            "waiting": logs(decision.waiting),
          ]
        }),
      "doubts": .array(doubts.map { .string($0.reference.text) }),
    ]
  }
}
