import Bundle
import CanonicalJSON
import Platform
import Words
import Workspace

extension Command {
  static let bundle = Command(
    "bundle", HelpWords.bundle, forms: ["create --plain -o FILE", "inspect FILE", "apply FILE…"],
    options: [
      .init("--plain", nil, HelpWords.plainOption), .init("--output", "FILE", HelpWords.outputOption),
      .init("--for", "LOG", HelpWords.laterOption), .init("--all", nil, HelpWords.laterOption),
      .init("--max-size", "S", HelpWords.laterOption),
    ], notes: [HelpWords.bundleNote],
    examples: [
      .init(line: "veldlog bundle create --plain -o zeeland.veld", note: HelpWords.createExample),
      .init(line: "veldlog bundle inspect zeeland.veld", note: HelpWords.inspectExample),
      .init(line: "veldlog bundle apply twente.veld ijsselland.veld", note: HelpWords.applyExample),
    ]
  ) { invocation in
    switch try invocation.word(0, CommandWords.bundleWord) {
    case "create": return try create(invocation)
    case "inspect": return try inspect(invocation)
    case "apply": return try apply(invocation)
    case let other: throw UsageError.badValue(option: "bundle", value: other, allowed: ["create", "inspect", "apply"])
    }
  }

  private static func create(_ invocation: Invocation) throws -> ExitStatus {
    try invocation.expectAtMost(1)
    let (arguments, console) = (invocation.arguments, invocation.console)
    for later in ["--for", "--max-size"] where arguments.value(later) != nil {
      console.note(ErrorWords.error + CommandWords.laterOption(later))
      return .refused
    }
    guard arguments.has("--plain") else {
      console.note(ErrorWords.error + CommandWords.encryptionLater)
      console.note(ErrorWords.hint + CommandWords.plainHint)
      return .refused
    }
    guard let output = arguments.value("--output") else { throw UsageError.missingWord(CommandWords.anOutput) }
    let path = invocation.environment.absolute(output)
    let made = try Exchange(try Recording(try invocation.workspace())).makeClearBundle(at: path)
    if console.format == .json {
      console.out([
        "file": .string(path), "lines": .integer(Int64(made.lineCount)), "bytes": .integer(Int64(made.byteCount)),
      ])
    } else {
      console.out(CommandWords.made(output, made.lineCount, made.logCount, made.byteCount))
    }
    console.note(CommandWords.clearWarning)
    for (log, count) in made.leftBehind.sorted(by: { $0.key < $1.key }) {
      console.note(CommandWords.leftBehind(log.text, count))
    }
    return made.leftBehind.isEmpty ? .done : .aside
  }

  private static func inspect(_ invocation: Invocation) throws -> ExitStatus {
    let file = try invocation.word(1, CommandWords.aFile)
    try invocation.expectAtMost(2)
    let bytes = try invocation.surroundings.files.contents(of: invocation.environment.absolute(file))
    let contents = try BundleContents(unpacking: bytes)
    let (manifest, console) = (contents.manifest, invocation.console)
    var listing = Listing(
      columns: [
        .init(key: "log", title: CommandWords.log), .init(key: "first", title: CommandWords.first, isNumber: true),
        .init(key: "last", title: CommandWords.last, isNumber: true),
        .init(key: "bytes", title: CommandWords.bytes, isNumber: true),
      ], empty: CommandWords.noFacts)
    listing.rows = manifest.segments.map {
      [$0.log.text, String($0.first), String($0.last), String($0.byteCount)]
    }
    listing.json = try? JSONValue(parsing: manifest.canonicalBytes, rules: .any)
    if console.format == .table {
      console.out(CommandWords.workspace[console.language] + "  " + manifest.workspace.text)
      console.out(
        CommandWords.writer[console.language] + "  " + manifest.writer.text + "  ("
          + CommandWords.signatureRight[console.language] + ")")
    }
    listing.print(on: console)
    return .done
  }

  private static func apply(_ invocation: Invocation) throws -> ExitStatus {
    let files = invocation.words.dropFirst()
    guard !files.isEmpty else { throw UsageError.missingWord(CommandWords.aFile) }
    let recording = try Recording(try invocation.workspace())
    let (exchange, console) = (Exchange(recording), invocation.console)
    var all: [Exchange.Applied] = []
    var status = ExitStatus.done
    for file in files {
      do {
        let (applied, released) = try exchange.apply(invocation.environment.absolute(file))
        all.append(applied)
        all += released
        BundleReport.say(applied, isReleased: false, on: console)
        for other in released { BundleReport.say(other, isReleased: true, on: console) }
        if applied.isAside || applied.isFromRevoked, status == .done { status = .aside }
      } catch {
        // One bad file never keeps the others out.
        console.note("'\(file)':")
        _ = ErrorText.report(error, on: console)
        status = .refused
      }
    }
    let conflicts = try recording.workspace.state().conflicts.count
    if console.format == .json { console.out(BundleReport.json(all, conflicts: conflicts)) }
    if conflicts > 0 { console.note(CommandWords.openConflicts(conflicts)) }
    return status
  }
}
