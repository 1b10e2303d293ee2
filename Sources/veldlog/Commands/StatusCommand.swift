import CanonicalJSON
import EventLog
import Identity
import Words
import Workspace

extension Command {
  static let status = Command(
    "status", HelpWords.status, forms: [""], notes: [HelpWords.statusNote],
    examples: [.init(line: "veldlog status", note: HelpWords.statusExample)]
  ) { invocation in
    try invocation.expectAtMost(0)
    let status = try Status(of: try invocation.workspace())
    let console = invocation.console
    if console.format == .json {
      console.out(status.json)
      return .done
    }
    let language = console.language
    let rows = [
      (CommandWords.workspace, "\(status.naam)  (\(status.workspace))"), (CommandWords.log, status.log.text),
      (CommandWords.factsTitle, CommandWords.facts(status.factCount, live: status.liveCount)[language]),
      (CommandWords.conflictsTitle, String(status.conflictCount)),
      (CommandWords.fingerprint, status.fingerprint),
    ]
    for (title, text) in rows {
      let name = title[language]
      console.out(name + String(repeating: " ", count: max(1, 14 - name.count)) + text)
    }
    if !status.isMember { console.out(CommandWords.notAdmitted(status.log.text)) }
    if status.strangerLineCount > 0, status.isMember { console.out(CommandWords.heldLines(status.strangerLineCount)) }
    if !status.heldBundles.isEmpty { console.out(CommandWords.heldBundles(status.heldBundles.count)) }
    if status.faultCount > 0 { console.out(CommandWords.faults(status.faultCount)) }
    if status.conflictCount > 0 { console.out(CommandWords.openConflicts(status.conflictCount)) }
    return .done
  }

  static let verify = Command(
    "verify", HelpWords.verify, forms: [""], notes: [HelpWords.verifyNote],
    examples: [.init(line: "veldlog verify", note: HelpWords.verifyExample)]
  ) { invocation in
    try invocation.expectAtMost(0)
    let workspace = try invocation.workspace()
    let console = invocation.console
    var reports: [LogReport] = []
    for log in try LogFolder.logs(in: workspace.logsPath, files: workspace.files) {
      let folder = LogFolder(log, in: workspace.logsPath, files: workspace.files)
      reports.append(
        try LogVerifier.verify(
          folder, workspace: workspace.settings.workspace, known: try workspace.ownHeader(of: log)))
    }
    let lineCount = reports.reduce(0) { $0 + $1.lineCount }
    let findings = reports.flatMap(\.findings)
    if console.format == .json {
      console.out([
        "logs": .integer(Int64(reports.count)), "lines": .integer(Int64(lineCount)),
        "bad": .array(reports.flatMap { report in report.findings.map { json($0, report.log) } }),
      ])
    } else {
      for finding in findings { console.out(words(finding)) }
      console.out(
        findings.isEmpty
          ? CommandWords.verified(reports.count, lineCount)
          : CommandWords.verifiedWithFaults(reports.count, lineCount, findings.count))
    }
    let gone = workspace.settings.logs.values.sorted().filter { own in
      !reports.contains { $0.log == own && $0.lineCount > 0 }
    }
    for log in gone { console.note(ErrorWords.error + ErrorWords.ownLogGone(log.text)) }
    guard reports.contains(where: \.isDamaged) || !gone.isEmpty else { return .done }
    console.note(ErrorWords.hint + CommandWords.salvageHint)
    return .refused
  }

  private static func words(_ finding: LogReport.Finding) -> Phrase {
    switch finding {
    case .faulty(let path, let line, let byte, _, let fault):
      CommandWords.faultAt(path, line, byte, ErrorText.fault(fault))
    case .unchecked(let path, let first, let last): CommandWords.unchecked(path, first, last)
    case .torn(let path, let line, let bytes): CommandWords.torn(path, line, bytes)
    }
  }

  private static func json(_ finding: LogReport.Finding, _ log: LogID) -> JSONValue {
    switch finding {
    case .faulty(let path, let line, let byte, let seq, let fault):
      [
        "log": .string(log.text), "file": .string(path), "line": .integer(Int64(line)), "byte": .integer(Int64(byte)),
        "seq": .integer(Int64(seq)), "what": .string(ErrorText.fault(fault)[.english]), "state": "faulty",
      ]
    case .unchecked(let path, let first, let last):
      [
        "log": .string(log.text), "file": .string(path), "first": .integer(Int64(first)),
        "last": .integer(Int64(last)), "state": "unchecked",
      ]
    case .torn(let path, let line, let bytes):
      [
        "log": .string(log.text), "file": .string(path), "line": .integer(Int64(line)),
        "bytes": .integer(Int64(bytes)), "state": "torn",
      ]
    }
  }
}
