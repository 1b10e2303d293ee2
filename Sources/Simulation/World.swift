import Bundle
import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Synchronization
import Words
import Workspace

/// Some machines, the bundles between them, and the checks after everything that happens.
///
/// Deterministic: the same seed and steps give the same history, byte for byte.
final class World {
  let corpus = Corpus()
  /// The rule that the plain model leaves out.
  let without: Rule?
  private(set) var machines: [Machine] = []
  var parcels: [Parcel] = []
  /// The same by the hash of the file, for those that stood in a shared folder.
  var byFile: [String: Parcel] = [:]
  private(set) var founder = ""
  /// What happened so far; nil where nobody reads it.
  var story: [Phrase]?
  /// For names that are used once.
  private var nameCount = 0

  static let startTime: Int64 = 1_456_902_847_000

  init(seed: UInt64, machineCount: Int, without: Rule?, telling: Bool) throws {
    self.without = without
    story = telling ? [] : nil
    for number in 0..<machineCount {
      let machine = Machine(
        name: nextName(), files: MemoryFileSystem(), time: Self.startTime, seed: seed &* 1000 &+ UInt64(number))
      let invite = number == 0 ? nil : try machines[0].open().invite()
      let workspace = try Workspace.make(
        at: Machine.folder, naam: "Jeugdhulp", regio: number % 3 == 2 ? "flevoland" : "zeeland",
        who: "laptop \(machine.name)", invite: invite, surroundings: machine.surroundings)
      if number == 0 { founder = workspace.log.text }
      machines.append(machine)
      machine.holdings = try machine.readLines(corpus)
      try machine.readKeys()
      tell(
        number == 0
          ? SimulationWords.founds(machine.name, machine.log) : SimulationWords.joins(machine.name, machine.log))
      try check(machine)
    }
  }

  /// The name of the next machine.
  func nextName() -> String { String(UnicodeScalar(UInt8(ascii: "a") + UInt8(machines.count))) }

  /// Adds a machine whose disk is as it is.
  func add(_ machine: Machine) throws {
    machines.append(machine)
    machine.holdings = try read(machine)
    try machine.readKeys()
    try check(machine)
  }

  func tell(_ phrase: @autoclosure () -> Phrase) { story?.append(phrase()) }

  /// A path on a disk that nothing stands at.
  func freshPath(_ name: String) -> String {
    nameCount += 1
    return "/\(name)-\(nameCount).veld"
  }

  // MARK: Doing something

  enum Outcome<Result> {
    case done(Result)
    case refused(any Error)
    /// The disk failed or the power went.
    case interrupted
  }

  /// The lines that may be new on a disk after something was done.
  enum Expected {
    /// Those of the machine's own logs.
    case ownLines
    /// These, and no others.
    case lines(Set<Int>)
  }

  /// Lets a machine do something, with what was to go wrong, and checks what stands on its disk afterwards.
  func act<Result>(
    _ machine: Machine, expecting expected: Expected = .ownLines, _ body: (Recording) throws -> Result
  ) throws -> Outcome<Result> {
    let (remembered, ends, takenBack) = (try remembered(machine), machine.ends, machine.takenBack)
    let continuable = continuable(machine, remembered)
    let trouble = machine.trouble
    machine.trouble = nil
    machine.isTroubled = trouble != nil || machine.capacity != nil
    if let trouble { machine.files.inject(trouble.fault, atCall: machine.files.callCount + 1 + trouble.callCount) }
    let outcome: Outcome<Result>
    let isStateKept = Atomic<Bool>(true)
    do {
      var workspace = try machine.open()
      workspace.tell = { if case .stateNotKept = $0 { isStateKept.store(false, ordering: .relaxed) } }
      outcome = .done(try body(try Recording(workspace)))
    } catch let error where Self.isRefusal(error) {
      outcome = .refused(error)
    } catch {
      guard machine.isTroubled else { throw unexpected(error, on: machine) }
      outcome = .interrupted
      if !machine.files.isOff { tell(SimulationWords.refused("\(error)")) }
    }
    machine.files.clearFaults()
    let isCrashed = machine.files.isOff
    if isCrashed {
      tell(SimulationWords.crashed(machine.files.lastCall))
      machine.files = machine.files.afterPowerCut(trouble?.survival ?? .nothing)
    }
    let new = try look(at: machine, after: outcome, isCrashed: isCrashed, expected)
    // Where nothing can be put down outside the folder, the log stays in use, and that is said.
    if isStateKept.load(ordering: .relaxed) {
      // Lines of its own that come back in a bundle are none that it wrote now.
      let foretold: Set<Int> = if case .lines(let lines) = expected { lines } else { [] }
      let brought = foretold.union(takenBack)
      try checkOwnLogs(machine, new.subtracting(brought), ends, continuable: continuable, remembered, brought: brought)
      if case .done = outcome { try checkVouching(machine, new) }
    }
    return outcome
  }

  /// Whether an error says that Veldlog does not do such a thing, rather than that it failed to.
  private static func isRefusal(_ error: any Error) -> Bool {
    error is WorkspaceError || error is BundleError || error is ExchangeError || error is ErasureError
      || error is AgeError
  }

  private func unexpected(_ error: any Error, on machine: Machine) -> Breakage {
    Breakage(
      sort: .refusal, machine: machine.name, expected: SimulationWords.success,
      found: SimulationWords.value("\(error)"))
  }

  /// What stands in the way of opening the instance, if anything does.
  private func unreadable(_ machine: Machine) -> (any Error)? {
    do { try machine.readKeys() } catch { return error }
    return nil
  }

  /// Reads the disk again and compares it with what stood there before.
  ///
  /// - Returns: The lines that are new.
  private func look<Result>(
    at machine: Machine, after outcome: Outcome<Result>, isCrashed: Bool, _ expected: Expected
  ) throws -> Set<Int> {
    let before = machine.holdings
    let after = try read(machine)
    if let error = unreadable(machine) { throw unexpected(error, on: machine) }
    let mayGo = isCrashed ? machine.doubtful : []
    if let gone = before.present.subtracting(after.present).subtracting(mayGo).min() {
      throw lost(gone, on: machine)
    }
    let emptied = after.bare.intersection(before.present).subtracting(before.bare)
    if !emptied.isEmpty {
      // An erasure that was in force may be carried out before what ends it is taken in.
      let wasErased = erased(machine)
      machine.holdings = after
      if let emptied = emptied.subtracting(erased(machine)).subtracting(wasErased).min() {
        throw lost(emptied, on: machine)
      }
    }
    let new = after.present.subtracting(before.present)
    let stray = new.filter { id in
      // What a failed write took back may be found again after a power cut, since taking back is not synchronized.
      if isCrashed, machine.takenBack.contains(id) || machine.keys.contains(corpus.lines[id].log) { return false }
      return switch expected {
      case .ownLines: !machine.keys.contains(corpus.lines[id].log)
      case .lines(let lines): !lines.contains(id) && !isAnswer(id, of: machine)
      }
    }
    if let stray = stray.min() {
      throw Breakage(
        sort: .strayLine, machine: machine.name, expected: SimulationWords.noOtherLine,
        found: SimulationWords.stray(describe(stray)))
    }
    if isCrashed {
      let held = Set(try machine.heldNames().map { String($0.prefix(16)) })
      for gone in machine.doubtfulBundles.subtracting(held) { machine.waiting[gone] = nil }
      machine.doubtfulBundles = []
      machine.doubtful = []
      machine.takenBack = []
    } else if case .interrupted = outcome {
      machine.doubtful.formUnion(new)
      if case .lines(let lines) = expected { machine.takenBack.formUnion(lines.subtracting(after.present)) }
    } else {
      // What was written after them made them durable.
      let written = Set(new.map { corpus.lines[$0].log })
      machine.doubtful = machine.doubtful.filter { !written.contains(corpus.lines[$0].log) }
    }
    machine.holdings = after
    if after.present != before.present || after.bare != before.bare { try check(machine) }
    return new
  }

  /// Whether a line is one that an instance writes by itself when it carries out an erasure.
  private func isAnswer(_ id: Int, of machine: Machine) -> Bool {
    let line = corpus.lines[id]
    return machine.keys.contains(line.log)
      && ["wissing_uitgevoerd", "checkpoint", "log", "naam", "eigen_log"].contains(line.kind)
  }

  private func lost(_ id: Int, on machine: Machine) -> Breakage {
    Breakage(
      sort: .lostLine, machine: machine.name, expected: SimulationWords.lineThere(describe(id)),
      found: SimulationWords.lineGone)
  }

  func read(_ machine: Machine) throws -> ModelHoldings {
    do { return try machine.readLines(corpus) } catch let fault as Corpus.Fault {
      throw Breakage(
        sort: .damage, machine: machine.name, expected: SimulationWords.everyLineRight,
        found: SimulationWords.value("\(fault.text): \(fault.line)"))
    }
  }

  /// A line in a few words.
  func describe(_ id: Int) -> String {
    let line = corpus.lines[id]
    let payload = line.payload.map { String(JSONValue.object($0).canonicalText.prefix(120)) } ?? "-"
    return "\(line.reference) \(line.kind) \(payload)"
      + (line.replaces.isEmpty ? "" : " ⇢ " + line.replaces.joined(separator: " "))
  }

  // MARK: Checks

  /// - Parameter own: Logs of the instance that looks.
  func model(_ holdings: ModelHoldings, own: Set<String> = []) -> PlainModel {
    PlainModel(
      corpus, holdings.present, bare: holdings.bare, founder: founder, own: own, without: without)
  }

  /// Compares what an instance says with what the plain model makes of its lines.
  func check(_ machine: Machine) throws {
    let wanted = Verdict(model(machine.holdings, own: machine.ownKeys))
    let found: Verdict
    do {
      found = try machine.files.withoutTrouble { try Verdict(try machine.open(), corpus) }
    } catch {
      throw unexpected(error, on: machine)
    }
    machine.verdict = wanted
    guard wanted != found else { return try machine.files.withoutTrouble { try checkFigures(machine) } }
    func breakage(_ what: String, _ wanted: String, _ found: String, _ sort: Breakage.Sort = .state) -> Breakage {
      Breakage(
        sort: sort, machine: machine.name, expected: SimulationWords.equalTo(what, wanted),
        found: SimulationWords.value(found))
    }
    func texts(_ ids: Set<Int>) -> String { ids.sorted().map(describe).joined(separator: "; ") }
    if wanted.members != found.members {
      throw breakage("members", wanted.members.joined(separator: ", "), found.members.joined(separator: ", "))
    }
    for (name, part) in Verdict.parts where wanted[keyPath: part] != found[keyPath: part] {
      let (wanted, found) = (wanted[keyPath: part], found[keyPath: part])
      throw breakage(name, texts(wanted.subtracting(found)), texts(found.subtracting(wanted)))
    }
    if wanted.conflicts != found.conflicts {
      func texts(_ conflicts: [[Int]]) -> String {
        conflicts.map { "[" + $0.map(describe).joined(separator: " | ") + "]" }.joined(separator: " ")
      }
      throw breakage("conflicts", texts(wanted.conflicts), texts(found.conflicts))
    }
    if wanted.forks != found.forks {
      throw breakage("forks", wanted.forks.joined(separator: ", "), found.forks.joined(separator: ", "))
    }
    throw breakage("fingerprint", wanted.fingerprint, found.fingerprint, .fingerprint)
  }
}
