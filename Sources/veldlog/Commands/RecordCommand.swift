import CanonicalJSON
import EventLog
import Platform
import Vocabulary
import Words
import Workspace

extension Command {
  static let record = Command(
    "record", HelpWords.record,
    forms: [
      "KIND field=value… [--replaces REF] [--audience gedeeld|regio|prive]", "bijlage --file FILE [field=value…]",
    ],
    options: [
      .init("--file", "FILE", AttachmentWords.fileOption),
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
      .init(
        line: "veldlog record quote interview=I-0007 tekst=\"Het duurde te lang\" vrijgave=wacht --audience regio",
        note: HelpWords.recordRegionExample),
      .init(
        line: "veldlog record bijlage --file opname.m4a interview=I-0007 datum=2-3-2016",
        note: AttachmentWords.recordExample),
    ]
  ) { invocation in
    let workspace = try invocation.workspace()
    let kindName = try invocation.word(0, CommandWords.aKind)
    guard let kind = workspace.vocabulary.kind(named: kindName) else {
      throw WorkspaceError.unknownKind(kindName, nearest: workspace.vocabulary.nearestKinds(to: kindName))
    }
    let file = try file(kindName, invocation)
    let values = try FieldArguments.read(invocation.words.dropFirst(), kind: kind, vocabulary: workspace.vocabulary)
    var payload = JSONObject()
    for (name, value) in values { payload[name] = value }
    let recording = try Recording(workspace)
    var replaces: [Reference] = []
    for text in invocation.arguments.values("--replaces") {
      let state = try recording.facts().state
      replaces.append(state.table.reference(try state.row(named: text, own: recording.workspace.log)))
    }
    let audience = try invocation.audience()
    if let file {
      try attach(file, values, replaces, audience, recording, invocation)
      return .done
    }
    let outcome = try recording.record(kindName, payload, replaces: replaces, audience: audience)
    report(outcome, kindName, invocation.console)
    return .done
  }

  /// The file that goes with the fact, if it is of the kind that has one.
  private static func file(_ kind: String, _ invocation: Invocation) throws -> String? {
    let file = invocation.arguments.value("--file")
    if kind == Kind.bijlageName {
      guard let file else { throw UsageError.missingWord(AttachmentWords.aFile) }
      return invocation.environment.absolute(file)
    }
    if file != nil { throw UsageError.notForKind(kind) }
    return nil
  }

  private static func attach(
    _ file: String, _ fields: [String: JSONValue?], _ replaces: [Reference], _ audience: Audience?,
    _ recording: Recording, _ invocation: Invocation
  ) throws {
    let attached = try recording.attach(file, fields, replaces: replaces, audience: audience)
    let (console, reference) = (invocation.console, attached.outcome.reference)
    if console.format == .json {
      console.out([
        "ref": .string(reference.text), "sha256": .string(attached.sha256.hexadecimal),
        "bytes": .integer(Int64(attached.byteCount)),
      ])
    } else {
      report(attached.outcome, Kind.bijlageName, console)
      console.out(AttachmentWords.attached(attached.sha256.hexadecimal, attached.byteCount))
    }
    switch attached.omittedName {
    case .knownName: console.note(AttachmentWords.omittedKnownName(Path.name(of: file)))
    case .looksLikeName: console.note(AttachmentWords.omittedLikelyName(Path.name(of: file)))
    case .bsn: console.note(AttachmentWords.omittedBsn)
    case nil: break
    }
    if attached.doubtfulName != nil { console.note(AttachmentWords.doubtfulName(reference.text)) }
    console.note(AttachmentWords.originalStays)
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
