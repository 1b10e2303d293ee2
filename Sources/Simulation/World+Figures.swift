import Platform
import Projection
import Words
import Workspace

/// What a snapshot says of the facts, beside what the logs say.
extension World {
  /// Kinds that machines record, with their fields.
  private static let columns: [String: Set<String>] = [
    "traject_beeindigd": ["traject", "datum", "reden", "toelichting"],
    "doelscore": ["traject", "doel_nr", "moment", "score"],
  ]

  /// Compares both, and keeps a snapshot for the next time.
  ///
  /// It lies on a disk of its own, so that it changes nothing in the history, and stays behind where Veldlog would remove
  /// it: it must be seen to be old.
  func checkFigures(_ machine: Machine) throws {
    if machine.snapshots?.files !== machine.files {
      machine.snapshots = (machine.files, OverlayFileSystem(over: machine.files))
    }
    guard let disk = machine.snapshots?.disk else { return }
    var surroundings = Surroundings(
      files: disk, clock: machine.clock, randomness: SeededRandomness(seed: UInt64(machine.files.callCount)))
    surroundings.stateFolder = Machine.stateFolder
    let workspace = try Workspace(opening: Machine.folder, surroundings: surroundings)
    let facts = try workspace.figureFacts(only: Self.columns, program: "simulation")
    let read = try workspace.figureFacts(only: Self.columns, program: nil)
    let (found, wanted) = (try Self.text(facts), try Self.text(read))
    guard found == wanted else {
      throw Breakage(
        sort: .figures, machine: machine.name, expected: SimulationWords.value(wanted),
        found: SimulationWords.value(found))
    }
    facts.keep()
  }

  private static func text(_ facts: FigureFacts) throws -> String {
    var texts: [String] = []
    for (kind, fields) in columns.sorted(by: { $0.key < $1.key }) {
      let table = facts.projection.table(kind)
      for row in 0..<table.rowCount {
        let values = fields.sorted().map { field in
          let code = table.codes(field)[row]
          let text = code < 0 ? "" : facts.projection.strings.string(code)
          return "\(text) \(table.numbers(field)[row]) \(table.days(field)[row])"
        }
        texts.append("\(try facts.line(Int(table.lines[row]))?.reference.text ?? "?") \(values)")
      }
    }
    let members = facts.summary.members.map { "\($0.log) \($0.lastHeard ?? 0)" }.sorted()
    texts += members + ["\(facts.summary.conflictCount) \(facts.summary.heldLineCount) \(facts.summary.faultCount)"]
    return (texts + ["\(facts.projection.invalidLines.count)"]).joined(separator: "\n")
  }
}
