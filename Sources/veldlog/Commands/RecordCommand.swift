import CanonicalJSON
import EventLog
import Vocabulary
import Words
import Workspace

extension Command {
  static let record = Command(
    "record", HelpWords.record, forms: ["KIND field=value… [--replaces REF] [--audience gedeeld|prive]"],
    options: [
      .init("--replaces", "REF", HelpWords.replacesOption), .init("--audience", "A", HelpWords.audienceOption),
    ], notes: [HelpWords.recordNote],
    examples: [
      .init(
        line: "veldlog record traject_gestart traject=T-0042 aanbieder=zee-003 regio=zeeland datum=2016-01-11",
        note: HelpWords.recordStartExample),
      .init(
        line: "veldlog record traject_beeindigd traject=T-0042 datum=27-2-2016 reden=01",
        note: HelpWords.recordEndExample),
      .init(
        line:
          "veldlog record tevredenheid traject=T-0042 informant=jeugdige instrument=exit score=7,5 schaal_min=1 schaal_max=10",
        note: HelpWords.recordScoreExample),
    ]
  ) { invocation in
    let workspace = try invocation.workspace()
    let kindName = try invocation.word(0, CommandWords.aKind)
    guard let kind = workspace.vocabulary.kind(named: kindName) else {
      throw WorkspaceError.unknownKind(kindName, nearest: workspace.vocabulary.nearestKinds(to: kindName))
    }
    let values = try FieldArguments.read(invocation.words.dropFirst(), kind: kind, vocabulary: workspace.vocabulary)
    var payload = JSONObject()
    for (name, value) in values { payload[name] = value }
    let recording = try Recording(workspace)
    var replaces: [Reference] = []
    for text in invocation.arguments.values("--replaces") {
      let state = try recording.facts().state
      replaces.append(state.table.reference(try state.row(named: text, own: workspace.log)))
    }
    let outcome = try recording.record(
      kindName, payload, replaces: replaces, audience: try audience(invocation.arguments.value("--audience")))
    report(outcome, kindName, invocation.console)
    return .done
  }

  private static func audience(_ name: String?) throws(UsageError) -> Audience? {
    guard let name else { return nil }
    // The `regio` audience needs encryption, which a later version brings.
    guard let audience = Audience(rawValue: name), audience != .regio else {
      throw .badValue(option: "--audience", value: name, allowed: ["gedeeld", "prive"])
    }
    return audience
  }

  private static func report(_ outcome: Recording.Outcome, _ kind: String, _ console: Console) {
    if console.format == .json {
      console.out(["ref": .string(outcome.reference.text)])
      return
    }
    switch outcome {
    case .recorded(let reference): console.out(CommandWords.recorded(reference.text, kind))
    case .known(let reference): console.out(CommandWords.known(reference.text, kind))
    }
  }
}
