import CanonicalJSON
import Platform
import Words
import Workspace

extension Command {
  static let initialize = Command(
    "init", HelpWords.initialize,
    forms: ["--workspace NAME --regio R --name WHO", "--invite FILE --regio R --name WHO"],
    options: [
      .init("--workspace", "NAME", HelpWords.workspaceOption), .init("--invite", "FILE", HelpWords.inviteOption),
      .init("--regio", "R", HelpWords.regioOption), .init("--name", "WHO", HelpWords.nameOption),
    ],
    notes: [HelpWords.initNote],
    examples: [
      .init(
        line: "veldlog init --workspace \"Jeugdhulp 2016\" --regio zeeland --name \"laptop 1\"",
        note: HelpWords.initExample),
      .init(
        line: "veldlog --dir ~/twente init --invite invite.json --regio twente --name \"laptop 2\"",
        note: HelpWords.joinExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(0)
    let arguments = invocation.arguments
    let naam = arguments.value("--workspace")
    let inviteFile = arguments.value("--invite")
    guard (naam == nil) != (inviteFile == nil) else { throw UsageError.missingWord(CommandWords.aWorkspaceName) }
    guard let regio = arguments.value("--regio") else { throw UsageError.missingWord(CommandWords.aRegion) }
    guard let who = arguments.value("--name") else { throw UsageError.missingWord(CommandWords.aName) }
    var invite: Invite?
    if let inviteFile {
      let bytes = try invocation.surroundings.files.contents(of: invocation.environment.absolute(inviteFile))
      guard let read = Invite(bytes) else { throw WorkspaceError.invalidInvite(path: inviteFile) }
      invite = read
    }
    let folder = invocation.environment.absolute(invocation.givenFolder ?? ".")
    let workspace = try Workspace.make(
      at: folder, naam: naam ?? "", regio: regio, who: who, invite: invite, surroundings: invocation.surroundings)
    let console = invocation.console
    if invocation.surroundings.stateFolder == nil { console.note(OwnLogWords.noStateFolder) }
    if console.format == .json {
      console.out(["log": .string(workspace.log.text), "workspace": .string(workspace.settings.workspace.text)])
    } else {
      console.out(CommandWords.founded(workspace.settings.naam, workspace.log.text, folder))
      console.note(invite == nil ? CommandWords.foundedNext : CommandWords.joinedNext(workspace.log.text))
    }
    return .done
  }

  static let invite = Command(
    "invite", HelpWords.invite, forms: [""], notes: [HelpWords.inviteNote],
    examples: [.init(line: "veldlog invite > invite.json", note: HelpWords.inviteExample)]
  ) { invocation in
    try invocation.expectAtMost(0)
    invocation.console.out(try invocation.workspace().invite().json)
    return .done
  }
}
