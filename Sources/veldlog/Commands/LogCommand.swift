import CanonicalJSON
import EventLog
import Merge
import Vocabulary
import Words
import Workspace

extension Command {
  static let log = Command(
    "log", HelpWords.log, forms: ["[KIND] [--of FIELD=VALUE]… [--all]"],
    options: [.init("--of", "FIELD=VALUE", HelpWords.ofOption), .init("--all", nil, HelpWords.allOption)],
    notes: [HelpWords.logNote],
    examples: [
      .init(line: "veldlog log", note: HelpWords.logExample),
      .init(line: "veldlog log traject_beeindigd --of traject=T-0042", note: HelpWords.logOfExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(1)
    let workspace = try invocation.workspace()
    let kind = invocation.words.first
    if let kind, workspace.vocabulary.kind(named: kind) == nil {
      throw WorkspaceError.unknownKind(kind, nearest: workspace.vocabulary.nearestKinds(to: kind))
    }
    let filters = try invocation.arguments.values("--of").map { word throws(UsageError) in
      guard let equals = word.firstIndex(of: "=") else { throw .notAField(word) }
      return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
    let state = try workspace.ownState()
    let rows = (0..<state.table.rowCount).filter { row in
      isListed(row, kind, filters, state, all: invocation.arguments.has("--all"))
    }
    list(
      rows, state, workspace.state(of: state.table), locked: try workspace.lockedRows(in: state), invocation.console)
    return .done
  }

  private static func isListed(
    _ row: Int, _ kind: String?, _ filters: [(String, String)], _ state: MergedState, all: Bool
  ) -> Bool {
    guard state.table.isReadable(row) else { return false }
    let name = state.table.kindName(row)
    if let kind, name != kind { return false }
    if kind == nil, !all, state.vocabulary.kind(named: name)?.isStructural == true { return false }
    if filters.isEmpty { return true }
    guard let payload = state.table.payloadObject(row) else { return false }
    return filters.allSatisfy { field, value in payload[field].map { FactText.value($0) == value } ?? false }
  }

  /// - Parameters:
  ///   - state: With one's own log counted.
  ///   - shared: As every member sees it.
  private static func list(
    _ rows: [Int], _ state: MergedState, _ shared: MergedState, locked: Set<Int>, _ console: Console
  ) {
    let inConflict = Set(state.conflicts.flatMap(\.rows))
    let language = console.language
    func standing(_ row: Int) -> (key: String, words: Phrase) {
      if inConflict.contains(row) { return ("conflict", CommandWords.inConflict) }
      if state.isLive[row] {
        return shared.counts[row] ? ("live", CommandWords.holds) : ("waiting", CommandWords.waiting)
      }
      let isStructural = state.vocabulary.kind(named: state.table.kindName(row))?.isStructural == true
      if isStructural { return ("structural", Phrase(same: "")) }
      if state.isErased(row) { return ("erased", ErasureWords.standing) }
      if locked.contains(row) { return ("locked", LockWords.isLocked) }
      if !state.table.hasPayload(row) { return ("missing", CommandWords.withoutContents) }
      return state.counts[row] ? ("replaced", CommandWords.replaced) : ("held", CommandWords.waiting)
    }
    var listing = Listing(
      columns: [
        .init(key: "ref", title: CommandWords.reference), .init(key: "at", title: CommandWords.time),
        .init(key: "kind", title: CommandWords.kind), .init(key: "state", title: CommandWords.state),
        .init(key: "payload", title: CommandWords.contents),
      ], empty: CommandWords.noFacts)
    if console.format == .json {
      listing.json = .array(
        rows.map { row in
          var fact = FactText.json(row, in: state).objectValue ?? JSONObject()
          fact["kind"] = .string(state.table.kindName(row))
          fact["state"] = .string(standing(row).key)
          return .object(fact)
        })
    } else {
      listing.rows = rows.map { row in
        [
          state.shortReference(row), FactText.time(state.table.time(row)), state.table.kindName(row),
          standing(row).words[language], FactText.oneLine(state.table.payloadObject(row) ?? JSONObject()),
        ]
      }
    }
    listing.print(on: console)
  }
}
