import CanonicalJSON
import Merge
import Words
import Workspace

extension Command {
  static let conflicts = Command(
    "conflicts", HelpWords.conflicts, forms: [""], notes: [HelpWords.conflictsNote],
    examples: [.init(line: "veldlog conflicts", note: HelpWords.conflictsExample)]
  ) { invocation in
    try invocation.expectAtMost(0)
    let workspace = try invocation.workspace()
    let state = try workspace.state()
    let console = invocation.console
    if console.format == .json {
      console.out(.array(state.conflicts.map { json($0, state) }))
    } else if state.conflicts.isEmpty {
      console.out(CommandWords.noConflicts)
    } else {
      show(state, console)
    }
    return .done
  }

  private static func json(_ conflict: Conflict, _ state: MergedState) -> JSONValue {
    [
      "kind": .string(conflict.kind), "slot": state.slot(of: conflict).map(JSONValue.object) ?? .null,
      "facts": .array(conflict.rows.map { FactText.json($0, in: state) }),
      "used": .string(state.table.reference(conflict.used).text),
    ]
  }

  private static func show(_ state: MergedState, _ console: Console) {
    let names = MemberNames(in: state)
    console.out(CommandWords.conflictCount(state.conflicts.count))
    for conflict in state.conflicts {
      console.out("")
      let slot = state.slot(of: conflict)
      console.out(conflict.kind + (slot.map { " · " + FactText.oneLine($0) } ?? ""))
      for row in conflict.rows {
        let mark = row == conflict.used ? "▸" : " "
        let payload = state.table.payloadObject(row) ?? JSONObject()
        let contents = FactText.oneLine(payload, skipping: Set(slot?.keys ?? []))
        let kind = state.table.kindName(row) == conflict.kind ? "" : state.table.kindName(row) + " "
        console.out(
          " \(mark) \(kind)\(contents)   \(names.name(of: row))   \(FactText.time(state.table.time(row)))   "
            + state.shortReference(row))
      }
    }
    console.out("")
    console.out(CommandWords.usedMeanwhile)
    if let first = state.conflicts.first {
      console.out(CommandWords.resolveHint(state.shortReference(first.rows.first { $0 != first.used } ?? first.used)))
    }
  }
}

/// The labels that writers gave their logs.
struct MemberNames {
  private let state: MergedState
  private let entries: [MemberList.Entry]

  init(in state: MergedState) {
    self.state = state
    entries = MemberList(of: state).entries
  }

  /// `zeeland, laptop 1`, or the log's id.
  func name(of row: Int) -> String {
    let log = state.table.reference(row).log
    guard let entry = entries.first(where: { $0.log == log }) else { return log.text }
    return [entry.regio, entry.naam].compactMap { $0 }.joined(separator: ", ")
  }
}
