import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary
import Words
import Workspace

/// What people do with facts.
extension World {
  /// A fact of one of a few kinds, about one of a few things, with one of a few values.
  static func fact(_ a: Int, _ b: Int, _ c: Int) -> (kind: String, payload: JSONObject) {
    var payload = JSONObject()
    if c % 7 == 0 { payload["toelichting"] = .string("opmerking \(c / 7 % 3)") }
    switch a % 8 {
    case 0, 1, 2:
      payload["traject"] = .string("T-\(1 + b % 3)")
      payload["datum"] = .string("2016-02-0\(1 + c % 3)")
      payload["reden"] = "01"
      return ("traject_beeindigd", payload)
    case 3, 4:
      payload["traject"] = .string("T-\(1 + b % 2)")
      payload["doel_nr"] = .integer(Int64(1 + b / 2 % 2))
      payload["moment"] = "eind"
      payload["score"] = .integer(Int64(c % 3))
      return ("doelscore", payload)
    case 5:
      payload["traject"] = .string("T-\(1 + b % 2)")
      payload["datum"] = .string("2016-01-0\(1 + c % 3)")
      return ("intake", payload)
    case 6:
      payload["interview"] = "I-0007"
      payload["tekst"] = .string("citaat \(b % 10007) \(c % 10007)")
      payload["vrijgave"] = "wacht"
      return ("quote", payload)
    default:
      payload["respondent"] = .string("R\(1 + b % 2)")
      payload["naam"] = .string("naam \(c % 3)")
      return ("respondent_naam", payload)
    }
  }

  func record(_ machine: Machine, _ step: Step) throws {
    let fact = Self.fact(step.a, step.b, step.c)
    tell(SimulationWords.records(machine.name, "\(fact.kind) \(JSONValue.object(fact.payload).canonicalText)"))
    let audience: Audience? = [0: .prive, 1: .regio][step.c % 11]
    try acknowledge(machine) { $1.append(try $0.record(fact.kind, fact.payload, audience: audience)) }
  }

  /// Many facts by one process, which goes on where one of them is refused or fails.
  func batch(_ machine: Machine, _ step: Step) throws {
    let count = 2 + step.a % 5
    tell(SimulationWords.recordsMany(machine.name, count))
    var random = SplitMix(seed: UInt64(step.b))
    let facts = (0..<count).map { _ in Self.fact(random.below(97), random.below(97), random.below(97)) }
    try acknowledge(machine) { recording, outcomes in
      var failure: (any Error)?
      for fact in facts {
        do { outcomes.append(try recording.record(fact.kind, fact.payload)) } catch is WorkspaceError {} catch {
          if machine.files.isOff || !machine.isTroubled { throw error }
          failure = failure ?? error
        }
      }
      if step.c % 2 == 0 { try recording.finishInterview() }
      if let failure { throw failure }
    }
  }

  func correct(_ machine: Machine, _ step: Step) throws {
    guard let id = someFact(machine, step) else { return }
    let line = corpus.lines[id]
    let values = Self.fact([0: 0, 1: 3, 2: 5, 3: 6, 4: 7][step.b % 5] ?? 0, step.b, step.c).payload
    var changes: [String: JSONValue?] = [:]
    for field in ["datum", "score", "tekst", "naam"] where line.payload?[field] != nil {
      if let value = values[field] { changes[field] = value }
    }
    if changes.isEmpty { changes = ["toelichting": .string("anders \(step.c % 3)")] }
    tell(SimulationWords.corrects(machine.name, describe(id)))
    try acknowledge(machine) { $1.append(try $0.correct(line.reference, changes, reason: "reden \(step.c % 2)")) }
  }

  func retract(_ machine: Machine, _ step: Step) throws {
    guard let id = someFact(machine, step) else { return }
    tell(SimulationWords.retracts(machine.name, describe(id)))
    try acknowledge(machine) { $1.append(try $0.retract(corpus.lines[id].reference, reason: "dubbel \(step.c % 2)")) }
  }

  func resolve(_ machine: Machine, _ step: Step) throws {
    let conflicts = machine.verdict.conflicts
    guard !conflicts.isEmpty else { return }
    let facts = conflicts[step.a % conflicts.count].dropLast()
    let id = facts[step.b % facts.count]
    tell(SimulationWords.resolves(machine.name, describe(id)))
    try acknowledge(machine) { recording, outcomes in
      let reason = step.c % 2 == 0 ? "besluit" : nil
      outcomes += try recording.resolve([corpus.lines[id].reference], reason: reason).map { .recorded($0) }
    }
  }

  /// A fact on the disk, live more often than not.
  func someFact(_ machine: Machine, _ step: Step) -> Int? {
    let live = machine.verdict.live.sorted()
    if step.a % 8 > 0 { return live.isEmpty ? nil : live[step.a / 8 % live.count] }
    let all = machine.holdings.present.filter { !PlainModel.structural.contains(corpus.lines[$0].kind) }.sorted()
    return all.isEmpty ? nil : all[step.a / 8 % all.count]
  }

  /// Records, and checks that what was acknowledged stands on the disk, whatever happened after that.
  func acknowledge(_ machine: Machine, _ body: (Recording, inout [Recording.Outcome]) throws -> Void) throws {
    var acknowledged: [Recording.Outcome] = []
    let outcome = try act(machine) { try body($0, &acknowledged) }
    switch outcome {
    case .refused(let error): tell(SimulationWords.refused(String("\(error)".prefix(200))))
    case .done, .interrupted: break
    }
    let references = Set(machine.holdings.present.map { corpus.lines[$0].reference })
    for outcome in acknowledged {
      switch outcome {
      case .recorded(let reference): tell(SimulationWords.recorded(reference.text))
      case .known(let reference): tell(SimulationWords.known(reference.text))
      }
      guard references.contains(outcome.reference.text) else {
        throw Breakage(
          sort: .lostLine, machine: machine.name, expected: SimulationWords.lineThere(outcome.reference.text),
          found: SimulationWords.lineGone)
      }
    }
  }
}
