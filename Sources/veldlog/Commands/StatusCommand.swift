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
    let reading = try StatusReading(of: try invocation.workspace(), program: Program.version)
    invocation.afterwards.add { reading.keep() }
    let status = reading.status
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
    for (title, text) in rows + regional(status) {
      let name = title[language]
      console.out(name + String(repeating: " ", count: max(1, 14 - name.count)) + text)
    }
    for line in ownLogs(status) { console.out(line) }
    for line in others(status) { console.out(line) }
    if status.strangerLineCount > 0, status.isMember { console.out(CommandWords.heldLines(status.strangerLineCount)) }
    if !status.heldBundles.isEmpty { console.out(CommandWords.heldBundles(status.heldBundles.count)) }
    if status.faultCount > 0 { console.out(CommandWords.faults(status.faultCount)) }
    for remains in status.folderRemains {
      console.out(SyncWords.remains(remains.path, remains.writer.text, isOfGone: true))
    }
    if status.conflictCount > 0 { console.out(CommandWords.openConflicts(status.conflictCount)) }
    ErasureReport.say(status.erasures, on: console)
    return .done
  }

  private static func regional(_ status: Status) -> [(Phrase, String)] {
    guard let regional = status.regional else { return [] }
    return [(CommandWords.fingerprint, "\(regional.fingerprint)  (\(regional.regio))")]
  }

  /// What is to be said of the logs that this instance writes, or wrote.
  private static func ownLogs(_ status: Status) -> [Phrase] {
    var lines: [Phrase] = []
    let isSuccessor = status.former.values.contains(.gedeeld)
    if !status.isMember {
      lines.append(
        isSuccessor ? OwnLogWords.notVouched(status.log.text) : CommandWords.notAdmitted(status.log.text))
    }
    let former = status.former.filter { $0.value != .prive }.keys.sorted().map(\.text)
    if !former.isEmpty { lines.append(OwnLogWords.formerLogs(former)) }
    if let reason = status.reasonToLeave { lines.append(OwnLogWords.ownForkNext(NoticeText.reason(reason))) }
    if !status.isRemembered { lines.append(OwnLogWords.noStateFolder) }
    return lines
  }

  /// What is to be said of forks, and of logs that are not here.
  private static func others(_ status: Status) -> [Phrase] {
    var lines: [Phrase] = []
    for fork in status.forks where fork.isReported {
      lines.append(OwnLogWords.fork(fork.log.text, fork.naam, fork.seq, fork.ends.count))
      if fork.isOwn { lines.append(OwnLogWords.ownFork) }
    }
    for absent in status.absent {
      let author = absent.naam ?? absent.author.text
      lines.append(
        absent.otherRegio.map { OwnLogWords.absentRegional(absent.log.text, author, $0) }
          ?? OwnLogWords.absent(absent.log.text, author))
    }
    return lines
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
      reports += try LogVerifier.verify(
        log, in: workspace.logsPath, files: workspace.files, workspace: workspace.settings.workspace,
        known: try workspace.ownHeader(of: log))
    }
    let logCount = Set(reports.map(\.log)).count
    let attachments = try Attachments(workspace).held().keys.sorted()
    let damaged = try attachments.filter { try !Attachments(workspace).isWhole($0) }
    let lineCount = reports.reduce(0) { $0 + $1.lineCount }
    let findings = reports.flatMap(\.findings)
    if console.format == .json {
      console.out([
        "logs": .integer(Int64(logCount)), "lines": .integer(Int64(lineCount)),
        "attachments": .integer(Int64(attachments.count)),
        "bad": .array(
          reports.flatMap { report in report.findings.map { json($0, report.log) } }
            + damaged.map { ["file": .string(Attachments(workspace).path(of: $0)), "state": "damaged"] }),
      ])
    } else {
      for finding in findings { console.out(words(finding)) }
      console.out(
        findings.isEmpty
          ? CommandWords.verified(logCount, lineCount)
          : CommandWords.verifiedWithFaults(logCount, lineCount, findings.count))
      for digest in damaged { console.out(AttachmentWords.damaged(Attachments(workspace).path(of: digest))) }
      if damaged.isEmpty, !attachments.isEmpty { console.out(AttachmentWords.verified(attachments.count)) }
    }
    let gone = workspace.settings.logs.values.sorted().filter { own in
      !reports.contains { $0.log == own && $0.lineCount > 0 }
    }
    for log in gone { console.note(ErrorWords.error + ErrorWords.ownLogGone(log.text)) }
    if !damaged.isEmpty { console.note(ErrorWords.hint + AttachmentWords.damagedHint) }
    guard reports.contains(where: \.isDamaged) || !gone.isEmpty else { return damaged.isEmpty ? .done : .refused }
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
