import CanonicalJSON
import Identity
import Merge
import Words
import Workspace

extension Command {
  static let trust = Command(
    "trust", HelpWords.trust,
    forms: ["list", "add LOG [--rol beheerder|onderzoeker|lezer]", "revoke LOG [--only]"],
    options: [.init("--rol", "R", HelpWords.rolOption), .init("--only", nil, OwnLogWords.onlyOption)],
    notes: [HelpWords.trustNote, OwnLogWords.revokeNote],
    examples: [
      .init(line: "veldlog trust list", note: HelpWords.trustListExample),
      .init(line: "veldlog trust add 7k3f9q2mx4tz", note: HelpWords.trustAddExample),
      .init(line: "veldlog trust revoke 7k3f9q2mx4tz --only", note: OwnLogWords.revokeExample),
    ]
  ) { invocation in
    switch try invocation.word(0, CommandWords.trustWord) {
    case "list":
      try invocation.expectAtMost(1)
      return try listMembers(invocation)
    case "add": return try admit(invocation)
    case "revoke": return try revoke(invocation)
    case let other: throw UsageError.badValue(option: "trust", value: other, allowed: ["list", "add", "revoke"])
    }
  }

  private static func listMembers(_ invocation: Invocation) throws -> ExitStatus {
    let workspace = try invocation.workspace()
    let members = MemberList(of: try workspace.ownState(), own: workspace.ownPublic).entries
    let language = invocation.console.language
    var listing = Listing(
      columns: [
        .init(key: "log", title: CommandWords.log), .init(key: "naam", title: CommandWords.naam),
        .init(key: "rol", title: CommandWords.rol), .init(key: "regio", title: CommandWords.regio),
        .init(key: "state", title: CommandWords.standing),
        .init(key: "lines", title: CommandWords.lines, isNumber: true),
        .init(key: "heard", title: CommandWords.lastHeard), .init(key: "audience", title: OwnLogWords.audience),
        .init(key: "writer", title: OwnLogWords.writer),
      ], empty: CommandWords.noMembers)
    listing.rows = members.map { member in
      [
        member.log.text, member.naam ?? "", member.role?.rawValue ?? "", member.regio ?? "",
        CommandWords.standing(member.standing.rawValue)[language], String(member.lineCount),
        member.lastHeard.map(FactText.time) ?? "", member.audience?.rawValue ?? "",
        member.writer == member.log ? "" : member.writer.text,
      ]
    }
    listing.json = .array(
      members.map { member in
        [
          "log": .string(member.log.text), "naam": member.naam.map(JSONValue.string) ?? .null,
          "rol": (member.role?.rawValue).map(JSONValue.string) ?? .null,
          "regio": member.regio.map(JSONValue.string) ?? .null, "state": .string(member.standing.rawValue),
          "audience": (member.audience?.rawValue).map(JSONValue.string) ?? .null,
          "writer": .string(member.writer.text),
        ]
      })
    listing.print(on: invocation.console)
    // A log that nobody vouches for may be a member's all the same, whose word for it was lost.
    for member in members where member.standing == .held {
      guard let old = member.follows, let writer = members.first(where: { $0.log == old }), writer.standing != .held
      else { continue }
      invocation.console.note(OwnLogWords.claimed(member.log.text, after: writer.naam ?? old.text))
    }
    let known = Set(members.map(\.log))
    let waiting = Set(try HeldBundle.all(in: workspace).compactMap(\.writer)).subtracting(known)
    for log in waiting.sorted() { invocation.console.note(ErrorWords.waitsInHeld(log.text)) }
    return .done
  }

  private static func logWord(_ invocation: Invocation) throws -> LogID {
    let text = try invocation.word(1, CommandWords.aLog)
    try invocation.expectAtMost(2)
    guard let log = LogID(text) else { throw WorkspaceError.invalidLogID(text) }
    return log
  }

  private static func admit(_ invocation: Invocation) throws -> ExitStatus {
    let log = try logWord(invocation)
    let name = invocation.arguments.value("--rol")
    let role = name.flatMap(Role.init(rawValue:))
    if let name, role == nil {
      throw UsageError.badValue(option: "--rol", value: name, allowed: Role.allCases.map(\.rawValue))
    }
    let recording = try Recording(try invocation.workspace())
    let outcome = try recording.admit(log, role: role)
    let given = try recording.workspace.state().members.members[log]?.role ?? role ?? .onderzoeker
    let released = try Exchange(recording).retryHeld()
    let console = invocation.console
    if console.format == .json {
      console.out(["ref": .string(outcome.reference.text)])
    } else {
      console.out(CommandWords.admitted(log.text, given.rawValue))
    }
    for applied in released { BundleReport.say(applied, isReleased: true, on: console) }
    return .done
  }

  private static func revoke(_ invocation: Invocation) throws -> ExitStatus {
    let log = try logWord(invocation)
    let revoked = try Recording(try invocation.workspace())
      .revoke(log, isOnlyThis: invocation.arguments.has("--only"))
    let console = invocation.console
    if console.format == .json {
      console.out([
        "ref": .string(revoked.lines[0].reference.text),
        "logs": .array(revoked.lines.map { .string($0.log.text) }),
      ])
    } else {
      for line in revoked.lines where !revoked.unseen.contains(line.log) {
        console.out(CommandWords.revoked(line.log.text))
      }
    }
    for log in revoked.unseen { console.note(OwnLogWords.revokedUnseen(log.text)) }
    return .done
  }
}
