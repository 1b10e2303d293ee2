import CanonicalJSON
import Platform
import Query
import Vocabulary
import Words
import Workspace

extension Command {
  static let export = Command(
    "export", ExportWords.summary,
    forms: [
      "'QUESTION' --level deelbaar|publiek [-o FILE] [--recipient WHO] [--minimum N]",
      "KIND --level intern [-o FILE] [--audience prive]",
    ],
    options: [
      .init("--level", "LEVEL", ExportWords.levelOption), .init("--output", "FILE", ExportWords.outputOption),
      .init("--recipient", "WHO", GateWords.recipientOption), .init("--minimum", "N", GateWords.minimumOption),
      .init("--audience", "A", ExportWords.audienceOption),
    ], notes: [GateWords.note, ExportWords.note, ExportWords.noteFormula],
    examples: [
      .init(
        line:
          "veldlog export 'uitval_breed, doelrealisatie per aanbieder, jaar' --level deelbaar --recipient zee-003 -o uitval.csv",
        note: GateWords.exampleShareable),
      .init(line: "veldlog export 'uitval_breed per regio, jaar' --level publiek", note: GateWords.examplePublic),
      .init(line: "veldlog export traject_gestart --level intern -o trajecten.csv", note: ExportWords.example),
      .init(line: "veldlog export tevredenheid --level intern --format json", note: ExportWords.exampleJSON),
    ]
  ) { invocation in
    guard let level = invocation.arguments.value("--level") else { throw UsageError.missingWord(ExportWords.aLevel) }
    let levels = ["intern", "deelbaar", "publiek"]
    guard levels.contains(level) else { throw UsageError.badValue(option: "--level", value: level, allowed: levels) }
    if let level = ReleaseLevel(rawValue: level) { return try AnswerExport(invocation, level).run() }
    let workspace = try invocation.workspace()
    let name = try invocation.word(0, ExportWords.aTable)
    try invocation.expectAtMost(1)
    let console = invocation.console
    let audience = invocation.arguments.value("--audience")
    if let audience, audience != "prive" {
      throw UsageError.badValue(option: "--audience", value: audience, allowed: ["prive"])
    }
    let export = try FactExport(of: name, in: workspace, includesPrivate: audience == "prive")
    try write(export, invocation)
    if export.privateCount > 0, audience == nil { console.note(ExportWords.privateLeftOut(export.privateCount)) }
    if export.lockedCount > 0 { console.note(LockWords.leftOut(export.lockedCount)) }
    return .done
  }

  private static func write(_ export: FactExport, _ invocation: Invocation) throws {
    let console = invocation.console
    guard let output = invocation.arguments.value("--output") else {
      ExportForm(export, console).write { Console.write($0, to: 1) }
      return
    }
    let path = invocation.environment.absolute(output)
    let files = invocation.surroundings.files
    if files.exists(path) { throw FileError(.create, path, .exists) }
    var bytes: [UInt8] = []
    ExportForm(export, console).write { bytes += Array($0.utf8) }
    try files.writeWhole(bytes, to: path)
    console.note(ExportWords.made(path, export.rowCount))
    console.note(ExportWords.internWarning)
  }
}

/// The text of an exported table: CSV, unless JSON or Markdown is asked for.
struct ExportForm {
  private let export: FactExport
  private let format: Console.Format

  init(_ export: FactExport, _ console: Console) {
    self.export = export
    format = console.format
  }

  /// Gives the text in pieces of many rows.
  func write(_ give: (String) -> Void) {
    var text = header
    var isFirst = true
    export.forEachRow { values in
      text += row(values, isFirst: isFirst)
      isFirst = false
      if text.utf8.count > 1 << 16 {
        give(text)
        text = ""
      }
    }
    give(text + (format == .json ? "]\n" : ""))
  }

  private var header: String {
    switch format {
    case .json: "["
    case .markdown:
      "| " + export.columns.joined(separator: " | ") + " |\n|"
        + String(repeating: " --- |", count: export.columns.count)
        + "\n"
    case .csv, .table: Listing.csvLine(export.columns) + "\n"
    }
  }

  private func row(_ values: [JSONValue?], isFirst: Bool) -> String {
    switch format {
    case .json:
      var object = JSONObject()
      for (column, value) in zip(export.columns, values) { object[column] = value }
      return (isFirst ? "" : ",\n") + JSONValue.object(object).canonicalText
    case .markdown:
      let cells = values.map { value in
        let cell = Listing.replacing("|", with: "\\|", in: FactExport.cell(value))
        return Listing.replacing("\n", with: "<br>", in: cell)
      }
      return "| " + cells.joined(separator: " | ") + " |\n"
    case .csv, .table: return Listing.csvLine(values.map(FactExport.cell)) + "\n"
    }
  }
}
