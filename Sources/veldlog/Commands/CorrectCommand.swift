import CanonicalJSON
import Words
import Workspace

extension Command {
  private static let reasonOption = Arguments.Option("--reason", "T", HelpWords.reasonOption)

  static let correct = Command(
    "correct", HelpWords.correct, forms: ["REF field=value… --reason T"], options: [reasonOption],
    notes: [HelpWords.correctNote],
    examples: [
      .init(line: "veldlog correct :41 reden=03 --reason \"dossier nagekeken\"", note: HelpWords.correctExample)
    ]
  ) { invocation in
    let workspace = try invocation.workspace()
    let reference = try invocation.word(0, CommandWords.aReference)
    guard invocation.words.count > 1 else { throw UsageError.missingWord(CommandWords.aField) }
    let reason = try reason(invocation)
    let recording = try Recording(workspace)
    let state = try recording.facts().state
    let kindName = state.table.kindName(try state.row(named: reference, own: recording.workspace.log))
    guard let kind = workspace.vocabulary.kind(named: kindName) else {
      throw WorkspaceError.unknownKind(kindName, nearest: [])
    }
    let changes = try FieldArguments.read(invocation.words.dropFirst(), kind: kind, vocabulary: workspace.vocabulary)
    let outcome = try recording.correct(reference, changes, reason: reason)
    switch outcome {
    case .recorded(let new): report(new.text, CommandWords.corrected(new.text), invocation.console)
    case .known(let same): report(same.text, CommandWords.known(same.text, kindName), invocation.console)
    }
    return .done
  }

  static let retract = Command(
    "retract", HelpWords.retract, forms: ["REF --reason T"], options: [reasonOption], notes: [HelpWords.retractNote],
    examples: [.init(line: "veldlog retract :41 --reason \"dubbel ingevoerd\"", note: HelpWords.retractExample)]
  ) { invocation in
    let reference = try invocation.word(0, CommandWords.aReference)
    try invocation.expectAtMost(1)
    let reason = try reason(invocation)
    let outcome = try Recording(try invocation.workspace()).retract(reference, reason: reason)
    report(outcome.reference.text, CommandWords.retracted(outcome.reference.text), invocation.console)
    return .done
  }

  static let resolve = Command(
    "resolve", HelpWords.resolve, forms: ["REF… [--reason T]"], options: [reasonOption], notes: [HelpWords.resolveNote],
    examples: [.init(line: "veldlog resolve b2m8xt:17 --reason \"dossier nagekeken\"", note: HelpWords.resolveExample)]
  ) { invocation in
    _ = try invocation.word(0, CommandWords.aReference)
    let references = try Recording(try invocation.workspace())
      .resolve(invocation.words, reason: invocation.arguments.value("--reason"))
    if invocation.console.format == .json {
      invocation.console.out(.array(references.map { ["ref": .string($0.text)] }))
    } else {
      for reference in references { invocation.console.out(CommandWords.resolved(reference.text)) }
    }
    return .done
  }

  private static func reason(_ invocation: Invocation) throws(UsageError) -> String {
    guard let reason = invocation.arguments.value("--reason"), !reason.isEmpty else {
      throw .missingWord(CommandWords.aReason)
    }
    return reason
  }

  private static func report(_ reference: String, _ words: Phrase, _ console: Console) {
    if console.format == .json { console.out(["ref": .string(reference)]) } else { console.out(words) }
  }
}
