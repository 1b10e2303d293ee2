import CanonicalJSON
import EventLog
import Words
import Workspace

extension Command {
  static let importing = Command(
    "import", ImportWords.summary,
    forms: [
      "FILE [--kind KIND] [--map column=field]… [--prefix zee-] [--audience A] [--update] [--dry-run]", "--undo REF",
    ],
    options: [
      .init("--kind", "KIND", ImportWords.kindOption), .init("--map", "COLUMN=FIELD", ImportWords.mapOption),
      .init("--prefix", "MARK", ImportWords.prefixOption), .init("--update", nil, ImportWords.updateOption),
      .init("--dry-run", nil, ImportWords.dryRunOption), .init("--undo", "REF", ImportWords.undoOption),
      .init("--progress", nil, ImportWords.progressOption), .init("--audience", "A", HelpWords.audienceOption),
    ], notes: [ImportWords.noteFormats, ImportWords.noteRows, ImportWords.noteBsn],
    examples: [
      .init(line: "veldlog import trajecten.csv --kind traject_gestart --prefix zee-", note: ImportWords.exampleTable),
      .init(
        line: "veldlog import einde.csv --kind traject_beeindigd --map 'dossier=traject' --map 'opmerking=-'",
        note: ImportWords.exampleMap),
      .init(line: "veldlog import --undo :4711", note: ImportWords.exampleUndo),
    ]
  ) { invocation in
    let workspace = try invocation.workspace()
    if let reference = invocation.arguments.value("--undo") { return try undo(reference, workspace, invocation) }
    let request = try request(invocation)
    let meter = ImportMeter(invocation.console, isPlain: invocation.arguments.has("--progress"))
    let report: ImportReport
    do {
      report = try FactImport.run(request, into: workspace) { meter.show($0) }
    } catch {
      meter.finish()
      throw error
    }
    meter.finish()
    ImportText.say(report, on: invocation.console)
    return report.hasSetAside ? .aside : .done
  }

  private static func request(_ invocation: Invocation) throws -> ImportRequest {
    let file = try invocation.word(0, CommandWords.aFile)
    try invocation.expectAtMost(1)
    var request = ImportRequest(
      path: invocation.environment.absolute(file), kind: invocation.arguments.value("--kind"),
      language: invocation.console.language)
    request.mappings = try invocation.arguments.values("--map").map(mapping)
    request.prefix = invocation.arguments.value("--prefix").flatMap { $0.isEmpty ? nil : $0 }
    request.audience = try invocation.audience()
    request.isUpdating = invocation.arguments.has("--update")
    request.isDryRun = invocation.arguments.has("--dry-run")
    return request
  }

  /// `column=field`; the last `=` counts, since a column's name may hold one.
  private static func mapping(_ text: String) throws(UsageError) -> ImportRequest.Mapping {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex, text.index(after: equals) < text.endIndex
    else { throw .notAMapping(text) }
    let field = String(text[text.index(after: equals)...])
    return .init(column: String(text[..<equals]), field: field == "-" ? nil : field)
  }

  private static func undo(_ reference: String, _ workspace: Workspace, _ invocation: Invocation) throws -> ExitStatus {
    try invocation.expectAtMost(0)
    let console = invocation.console
    let undone = try Recording(workspace).undoImport(
      reference, reason: ImportWords.undoReason[console.language])
    if console.format == .json {
      console.out(undone.json)
    } else {
      console.out(
        ImportWords.undone(retracted: undone.retractedCount, restored: undone.restoredCount, left: undone.leftCount))
    }
    return .done
  }
}

/// Shows how far an import has come, on standard error.
final class ImportMeter {
  private let console: Console
  private let isPlain: Bool
  private var lastRecorded = 0
  private var width = 0

  init(_ console: Console, isPlain: Bool) {
    self.console = console
    self.isPlain = isPlain
  }

  func show(_ progress: FactImport.Progress) {
    if isPlain {
      if progress.recordedCount > lastRecorded { console.note(ImportWords.progressLine(progress.recordedCount)) }
    } else if console.isErrorTerminal {
      let text = ImportWords.progress(progress.rowCount, progress.recordedCount)[console.language]
      width = max(width, text.count)
      Console.write("\r" + text, to: 2)
    }
    lastRecorded = progress.recordedCount
  }

  /// Clears the line, if one was shown.
  func finish() {
    if width > 0 { Console.write("\r" + String(repeating: " ", count: width) + "\r", to: 2) }
    width = 0
  }
}

/// What came of an import, in words.
enum ImportText {
  static func say(_ report: ImportReport, on console: Console) {
    if report.isDryRun { console.note(ImportWords.dryRun) }
    if let encoding = report.encoding, encoding != .utf8 { console.note(ImportWords.encoding(encoding.rawValue)) }
    if report.hasReplacements { console.note(ImportWords.replacements) }
    if !report.leftOutColumns.isEmpty { console.note(ImportWords.leftOut(report.leftOutColumns)) }
    for change in report.changes { console.note(words(change)) }
    if report.changedCount > report.changes.count {
      console.note(ImportWords.more(report.changedCount - report.changes.count))
    }
    if report.changedCount > 0, !report.isUpdating { console.note(ImportWords.updateHint) }
    // All of them stand in a file, unless this is a dry run.
    let shown = report.rejects.prefix(report.isDryRun ? ImportReport.largestListCount : 5)
    for reject in shown { console.note(ImportWords.inLine(reject.line, reject.problems.joined(by: "; "))) }
    if report.rejectedCount > shown.count {
      console.note(ImportWords.more(report.rejectedCount - shown.count))
    }
    if let path = report.rejectsPath {
      console.note(ImportWords.rejectsAt(path, elsewhere: report.isRejectsElsewhere))
    }
    if console.format == .json {
      console.out(report.json)
      return
    }
    console.out(
      ImportWords.done(
        rows: report.rowCount, recorded: report.recordedCount, duplicates: report.duplicateCount,
        changed: report.changedCount, rejected: report.rejectedCount, isDryRun: report.isDryRun))
    if let reference = report.reference { console.out(ImportWords.recordedAs(reference.text)) }
  }

  private static func words(_ change: ImportReport.Change) -> Phrase {
    let known: Phrase =
      switch change.known {
      case .fact(let reference): Phrase(same: reference.text)
      case .line(let line): ImportWords.knownLine(line)
      }
    let fields = change.fields.map { field in
      ImportWords.fieldDiffers(
        field.name, known: field.known.map(FactText.value), found: field.found.map(FactText.value))
    }
    return ImportWords.inLine(change.line, ImportWords.differs(change.kind, from: known, fields))
  }
}
