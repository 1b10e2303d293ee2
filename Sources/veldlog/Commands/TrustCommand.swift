import CanonicalJSON
import Identity
import Merge
import Words
import Workspace

extension Command {
  static let trust = Command(
    "trust", HelpWords.trust, forms: ["list", "add LOG [--rol beheerder|onderzoeker|lezer]", "revoke LOG"],
    options: [.init("--rol", "R", HelpWords.rolOption)], notes: [HelpWords.trustNote],
    examples: [
      .init(line: "veldlog trust list", note: HelpWords.trustListExample),
      .init(line: "veldlog trust add 7k3f9q2mx4tz", note: HelpWords.trustAddExample),
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
    let members = MemberList(of: try workspace.ownState(), own: workspace.log).entries
    let language = invocation.console.language
    var listing = Listing(
      columns: [
        .init(key: "log", title: CommandWords.log), .init(key: "naam", title: CommandWords.naam),
        .init(key: "rol", title: CommandWords.rol), .init(key: "regio", title: CommandWords.regio),
        .init(key: "state", title: CommandWords.standing),
        .init(key: "lines", title: CommandWords.lines, isNumber: true),
        .init(key: "heard", title: CommandWords.lastHeard),
      ], empty: CommandWords.noMembers)
    listing.rows = members.map { member in
      [
        member.log.text, member.naam ?? "", member.role?.rawValue ?? "", member.regio ?? "",
        CommandWords.standing(member.standing.rawValue)[language], String(member.lineCount),
        member.lastHeard.map(FactText.time) ?? "",
      ]
    }
    listing.json = .array(
      members.map { member in
        [
          "log": .string(member.log.text), "naam": member.naam.map(JSONValue.string) ?? .null,
          "rol": (member.role?.rawValue).map(JSONValue.string) ?? .null,
          "regio": member.regio.map(JSONValue.string) ?? .null, "state": .string(member.standing.rawValue),
        ]
      })
    listing.print(on: invocation.console)
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
    let name = invocation.arguments.value("--rol") ?? Role.onderzoeker.rawValue
    guard let role = Role(rawValue: name) else {
      throw UsageError.badValue(option: "--rol", value: name, allowed: Role.allCases.map(\.rawValue))
    }
    let recording = try Recording(try invocation.workspace())
    let outcome = try recording.admit(log, role: role)
    let released = try Exchange(recording).retryHeld()
    let console = invocation.console
    if console.format == .json {
      console.out(["ref": .string(outcome.reference.text)])
    } else {
      console.out(CommandWords.admitted(log.text, role.rawValue))
    }
    for applied in released { BundleReport.say(applied, isReleased: true, on: console) }
    return .done
  }

  private static func revoke(_ invocation: Invocation) throws -> ExitStatus {
    let log = try logWord(invocation)
    let outcome = try Recording(try invocation.workspace()).revoke(log)
    let console = invocation.console
    if console.format == .json {
      console.out(["ref": .string(outcome.reference.text)])
    } else {
      console.out(CommandWords.revoked(log.text))
    }
    return .done
  }
}
