import Bundle
import CanonicalJSON
import Identity
import Platform
import Words
import Workspace

extension Command {
  static let bundle = Command(
    "bundle", HelpWords.bundle,
    forms: [
      "create [--all|--for LOG…|--plain|--passphrase] -o FILE", "inspect [--passphrase] FILE",
      "apply [--dry-run] [--passphrase] FILE…",
    ],
    options: [
      .init("--output", "FILE", HelpWords.outputOption), .init("--all", nil, ExchangeWords.allOption),
      .init("--for", "LOG", ExchangeWords.forOption), .init("--plain", nil, HelpWords.plainOption),
      .init("--passphrase", nil, ExchangeWords.passphraseOption), PassphraseInput.option,
      .init("--max-size", "S", ExchangeWords.maxSizeOption),
      .init("--attachments", "all|none|S", ExchangeWords.attachmentsOption),
      .init("--dry-run", nil, ExchangeWords.dryRunOption),
    ], notes: [HelpWords.bundleNote],
    examples: [
      .init(line: "veldlog bundle create -o zeeland.veld.age", note: HelpWords.createExample),
      .init(
        line: "veldlog bundle create --for 7k3f9q2mx4tz --max-size 20M -o twente.veld.age",
        note: ExchangeWords.forExample),
      .init(line: "veldlog bundle inspect zeeland.veld.age", note: HelpWords.inspectExample),
      .init(line: "veldlog bundle apply --dry-run twente.veld.age", note: ExchangeWords.dryRunExample),
      .init(line: "veldlog bundle apply twente.veld.age ijsselland.veld", note: HelpWords.applyExample),
    ]
  ) { invocation in
    switch try invocation.word(0, CommandWords.bundleWord) {
    case "create":
      try invocation.expectAtMost(1)
      return try BundleMaking.make(try BundleMaking.request(invocation), invocation)
    case "inspect": return try inspect(invocation)
    case "apply": return try apply(invocation)
    case let other: throw UsageError.badValue(option: "bundle", value: other, allowed: ["create", "inspect", "apply"])
    }
  }

  private static func inspect(_ invocation: Invocation) throws -> ExitStatus {
    let file = invocation.environment.absolute(try invocation.word(1, CommandWords.aFile))
    try invocation.expectAtMost(2)
    var bytes = try invocation.surroundings.files.contents(of: file)
    if Age.isAge(bytes.prefix(64)) {
      // Only what is encrypted needs the keys of an instance, or a passphrase.
      let passphrase = try BundleMaking.passphrase(invocation, isNew: false)
      bytes = try invocation.workspace().decrypted(bytes, passphrase: passphrase)
    }
    let contents = try BundleContents(unpacking: bytes)
    BundleReport.say(contents.manifest, on: invocation.console)
    return .done
  }

  private static func apply(_ invocation: Invocation) throws -> ExitStatus {
    let files = Array(invocation.words.dropFirst())
    guard !files.isEmpty else { throw UsageError.missingWord(CommandWords.aFile) }
    let passphrase = try BundleMaking.passphrase(invocation, isNew: false)
    if invocation.arguments.has("--dry-run") { return try preview(files, passphrase, invocation) }
    let recording = try Recording(try invocation.workspace())
    let (exchange, console) = (Exchange(recording), invocation.console)
    var all: [Exchange.Applied] = []
    var status = ExitStatus.done
    for file in files {
      do {
        let (applied, released) = try exchange.apply(invocation.environment.absolute(file), passphrase: passphrase)
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
    let conflicts = try recording.workspace.conflictCount()
    if console.format == .json { console.out(BundleReport.json(all, conflicts: conflicts)) }
    if let conflicts {
      if conflicts > 0 { console.note(CommandWords.openConflicts(conflicts)) }
    } else {
      console.note(ExchangeWords.conflictsNotCounted)
    }
    return status
  }

  private static func preview(
    _ files: [String], _ passphrase: [UInt8]?, _ invocation: Invocation
  ) throws -> ExitStatus {
    let console = invocation.console
    var status = ExitStatus.done
    let preview = try ExchangePreview(
      applying: files.map(invocation.environment.absolute), to: try invocation.workspace(), passphrase: passphrase
    ) { path, result in
      switch result {
      case .success(let all):
        for (index, applied) in all.enumerated() { BundleReport.say(applied, isReleased: index > 0, on: console) }
        if all[0].isAside || all[0].isFromRevoked, status == .done { status = .aside }
      case .failure(let error):
        console.note("'\(path)':")
        _ = ErrorText.report(error, on: console)
        status = .refused
      }
    }
    BundleReport.say(preview, on: console)
    return status
  }
}
