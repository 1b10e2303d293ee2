import CanonicalJSON
import EventLog
import Foundation
import Platform
import Workspace

// Workloads for measuring and for comparing with other programs. See the README's section on figures.
let arguments = Array(CommandLine.arguments.dropFirst())
let works = [
  "csv": writeTables, "log": writeLog, "logs": writeLogs, "exchange": writeExchange, "delta": writeDelta,
]
guard arguments.count >= 2, let make = works[arguments[0]] else {
  print(
    """
    veldlog-bench csv FOLDER [FACTS [SEED]]    invented facts as four tables that `veldlog import` reads
    veldlog-bench log FOLDER [FACTS [SEED]]    the same facts in a new workspace
    veldlog-bench logs FOLDER [FACTS [SEED]]
        so many facts of 42 instances in one workspace, of which 5 % correct others and 0.1 % contradict another's
    veldlog-bench exchange FOLDER [FACTS [SEED]]
        two instances of one workspace, a and b, each with so many facts of its own; b.veld holds those of b
    veldlog-bench delta FOLDER [FACTS [SEED]]
        the same where both hold so many facts, a has heard so from b, and has 1,000 more
    """)
  exit(2)
}
let facts = arguments.count > 2 ? Int(arguments[2]) ?? 200_000 : 200_000
let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
do {
  try make(arguments[1], Workload(facts: facts, seed: seed))
} catch {
  print("\(error)")
  exit(1)
}

/// `traject_gestart.csv`, `traject_beeindigd.csv`, `doelscore.csv` and `tevredenheid.csv`, with decimal commas.
func writeTables(to folder: String, _ workload: Workload) throws {
  let columns = [
    ["traject", "aanbieder", "regio", "datum"], ["traject", "datum", "reden"],
    ["traject", "doel_nr", "moment", "score"],
    ["traject", "informant", "instrument", "score", "schaal_min", "schaal_max"],
  ].map { $0 + ["herkomst_data"] }
  var tables = columns.map { $0.joined(separator: ";") + "\n" }
  var workload = workload
  workload.forEachFact { fact in
    let cells = columns[fact.kind].map { name -> String in
      switch fact.payload[name] {
      case .string(let text)?: text
      case .number(let number)?: String(number).split(separator: ".").joined(separator: ",")
      case let value?: value.canonicalText
      case nil: ""
      }
    }
    tables[fact.kind] += cells.joined(separator: ";") + "\n"
  }
  let files = RealFileSystem()
  try files.makeFolders(folder)
  for (kind, table) in zip(Workload.kinds, tables) {
    try files.writeWhole(Array(table.utf8), to: folder + "/\(kind).csv", mode: 0o644)
  }
}

/// The machine's own, where the command finds what is remembered of the logs, and goes on in them.
func machine() -> Surroundings {
  var surroundings = Surroundings.real
  surroundings.stateFolder = Surroundings.stateFolder { getenv($0).map { String(cString: $0) } }
  return surroundings
}

/// A new workspace.
func writeLog(to folder: String, _ workload: Workload) throws {
  let workspace = try Workspace.make(
    at: folder, naam: "verzonnen", regio: "zeeland", who: "bench", surroundings: machine())
  try write(workload, to: workspace)
}

/// The workspace of one of 42 instances, with the logs of all.
func writeLogs(to folder: String, _ workload: Workload) throws {
  let count = 42
  let own = try Workspace.make(
    at: folder, naam: "verzonnen", regio: "zeeland", who: "bench 1", surroundings: machine())
  var contradictions: [Draft] = []
  for number in 1...count {
    var part = workload.part(number, of: count)
    if number == 1 {
      try write(&part, contradicting: &contradictions, to: own)
      continue
    }
    let place = folder + ".\(number)"
    try? FileManager.default.removeItem(atPath: place)
    let other = try Workspace.make(
      at: place, naam: "verzonnen", regio: "twente", who: "bench \(number)", invite: try own.invite(),
      surroundings: .real)
    _ = try Recording(own).admit(other.log, role: .onderzoeker)
    try write(&part, contradicting: &contradictions, to: other)
    _ = try Exchange(try Recording(other)).makeClearBundle(at: place + "/all.veld")
    _ = try Exchange(try Recording(own)).apply(place + "/all.veld")
    try FileManager.default.removeItem(atPath: place)
  }
}

/// Writes facts of which one in twenty is corrected afterwards, after those that contradict another's.
///
/// - Parameter contradictions: What to write first; what the next one is to write when this returns.
func write(_ workload: inout Workload, contradicting contradictions: inout [Draft], to workspace: Workspace) throws {
  let writer = try Recording(workspace).writer(for: .gedeeld)
  try writer.append(contradictions)
  contradictions.removeAll()
  var choice = SplitMix(seed: 7)
  var batch: [Draft] = []
  func flush() throws {
    let references = try writer.append(batch)
    var corrections: [Draft] = []
    for (draft, reference) in zip(batch, references) {
      guard let other = Workload.contradiction(of: draft) else { continue }
      switch choice.below(500) {
      case 0: contradictions.append(other)
      // Of four facts one has nothing that could be contradicted.
      case 1..<36: corrections.append(Draft(kind: other.kind, payload: other.payload, replaces: [reference]))
      default: break
      }
    }
    try writer.append(corrections)
    batch.removeAll(keepingCapacity: true)
  }
  try workload.forEachFact { fact in
    batch.append(Draft(kind: Workload.kinds[fact.kind], payload: fact.payload))
    if batch.count == 2000 { try flush() }
  }
  try flush()
  try writer.append([], closing: true)
}

/// Two instances that know nothing of each other's facts yet, and a bundle in clear with those of the second.
func writeExchange(to folder: String, _ workload: Workload) throws {
  let files = RealFileSystem()
  try files.makeFolders(folder)
  let first = try Workspace.make(
    at: folder + "/a", naam: "verzonnen", regio: "zeeland", who: "bench a", surroundings: machine())
  let second = try Workspace.make(
    at: folder + "/b", naam: "verzonnen", regio: "twente", who: "bench b", invite: try first.invite(),
    surroundings: machine())
  _ = try Recording(first).admit(second.log, role: .onderzoeker)
  try write(workload, to: first)
  try write(workload.renamed("C-"), to: second)
  _ = try Exchange(try Recording(second)).makeClearBundle(at: folder + "/b.veld")
}

/// Two instances that hold the same facts, of which the first has 1,000 more and knows what the second holds.
func writeDelta(to folder: String, _ workload: Workload) throws {
  let files = RealFileSystem()
  try files.makeFolders(folder)
  let first = try Workspace.make(
    at: folder + "/a", naam: "verzonnen", regio: "zeeland", who: "bench a", surroundings: .real)
  let second = try Workspace.make(
    at: folder + "/b", naam: "verzonnen", regio: "twente", who: "bench b", invite: try first.invite(),
    surroundings: .real)
  _ = try Recording(first).admit(second.log, role: .onderzoeker)
  try write(workload, to: first)
  _ = try Exchange(try Recording(first)).makeClearBundle(at: folder + "/all.veld")
  _ = try Exchange(try Recording(second)).apply(folder + "/all.veld")
  _ = try Exchange(try Recording(second)).makeClearBundle(at: folder + "/known.veld")
  _ = try Exchange(try Recording(first)).apply(folder + "/known.veld")
  try write(Workload(facts: 1000, seed: 2).renamed("D-"), to: first)
  print(second.log.text)
}

/// Writes facts as an import writes: in batches, with a checkpoint at the end.
func write(_ workload: Workload, to workspace: Workspace) throws {
  let writer = try Recording(workspace).writer(for: .gedeeld)
  var batch: [Draft] = []
  var workload = workload
  try workload.forEachFact { fact in
    batch.append(Draft(kind: Workload.kinds[fact.kind], payload: fact.payload))
    if batch.count == 2000 {
      try writer.append(batch)
      batch.removeAll(keepingCapacity: true)
    }
  }
  try writer.append(batch, closing: true)
}
