import CanonicalJSON
import EventLog
import Terminal
import Words
import Workspace

extension Command {
  static let erase = Command(
    "erase", ErasureWords.summary,
    forms: [
      "(REF… | --respondent R | --traject T | --jeugdige P | --term REF) --ground G [--dry-run] [--yes]",
      "--carry-out", "--keep REF --ground G",
    ],
    options: [
      .init("--respondent", "R", ErasureWords.respondentOption), .init("--traject", "T", ErasureWords.trajectOption),
      .init("--jeugdige", "P", ErasureWords.jeugdigeOption), .init("--term", "REF", ErasureWords.termOption),
      .init("--with-shared", nil, ErasureWords.sharedOption), .init("--ground", "G", ErasureWords.groundOption),
      .init("--dry-run", nil, ErasureWords.dryRunOption), .init("--yes", nil, ErasureWords.yesOption),
      .init("--carry-out", nil, ErasureWords.carryOutOption), .init("--keep", "REF", ErasureWords.keepOption),
    ], notes: [ErasureWords.note, ErasureWords.whoNote, ErasureWords.limits],
    examples: [
      .init(line: "veldlog erase --respondent R16 --dry-run", note: ErasureWords.respondentExample),
      .init(
        line: "veldlog erase --traject T-0042 --ground \"verzoek van de betrokkene\"", note: ErasureWords.trajectExample
      ),
      .init(
        line: "veldlog erase --keep :57 --ground \"gaat over een ander traject\"", note: ErasureWords.keepExample),
    ]
  ) { invocation in
    let (workspace, console) = (try invocation.workspace(), invocation.console)
    if invocation.arguments.has("--carry-out") {
      try invocation.expectAtMost(0)
      let done = try Erasing(try Recording(workspace)).carryOut()
      if console.format == .json { console.out(ErasureReport.json(done)) }
      ErasureReport.say(done, on: console)
      if done.isEmpty, console.format != .json { console.out(ErasureWords.nothingToDo) }
      return done.unreachable.isEmpty ? .done : .aside
    }
    let kept = invocation.arguments.values("--keep")
    if !kept.isEmpty {
      try invocation.expectAtMost(0)
      return try keep(kept, workspace, invocation)
    }
    let request = request(invocation)
    if request.isEmpty { throw UsageError.missingWord(ErasureWords.what) }
    if invocation.arguments.has("--dry-run") {
      try preview(try Erasing.plan(request, in: workspace), workspace, console)
      return .done
    }
    return try erase(request, workspace, invocation)
  }

  private static func request(_ invocation: Invocation) -> ErasureRequest {
    var request = ErasureRequest()
    request.references = invocation.words
    request.respondenten = invocation.arguments.values("--respondent")
    request.trajecten = invocation.arguments.values("--traject")
    request.pseudoniemen = invocation.arguments.values("--jeugdige")
    request.termijnen = invocation.arguments.values("--term")
    request.includesShared = invocation.arguments.has("--with-shared")
    return request
  }

  private static func erase(
    _ request: ErasureRequest, _ workspace: Workspace, _ invocation: Invocation
  ) throws -> ExitStatus {
    let console = invocation.console
    guard let ground = invocation.arguments.value("--ground"), !ground.isEmpty else {
      throw UsageError.missingWord(ErasureWords.aGround)
    }
    let erasing = Erasing(try Recording(workspace))
    let plan = try erasing.plan(request)
    if !invocation.arguments.has("--yes") {
      guard console.isInputTerminal else {
        console.note(ErrorWords.error + ErasureWords.needsYes)
        console.note(ErrorWords.hint + ErasureWords.needsYesHint)
        return .refused
      }
      ErasureReport.say(plan, on: console) { console.note($0) }
      console.note(ErasureWords.limits)
      console.note(ErasureWords.noWayBack)
      Console.write(ErasureWords.question[console.language], to: 2)
      guard let answer = TerminalStream.nextLine(), ErasureWords.isYes(answer) else {
        console.note(ErasureWords.notErased)
        return .refused
      }
    }
    let erased = try erasing.erase(plan, ground: ground)
    if console.format == .json {
      var json = ErasureReport.json(erased.carriedOut).objectValue ?? JSONObject()
      json["refs"] = .array(erased.decisions.map { .string($0.text) })
      json["not_ours"] = .array(plan.notOurs.map { .string($0.text) })
      console.out(.object(json))
    } else {
      for decision in erased.decisions { console.out(ErasureWords.erased(decision.text)) }
    }
    ErasureReport.say(erased.carriedOut, on: console)
    if !plan.notOurs.isEmpty {
      console.note(ErasureWords.notOurs(plan.notOurs.count, ErasureReport.list(plan.notOurs)))
    }
    if !plan.otherFiles.isEmpty { console.note(ErasureWords.otherFiles(plan.otherFiles)) }
    console.note(ErasureWords.sendOn)
    console.note(ErasureWords.limits)
    return plan.notOurs.isEmpty && erased.carriedOut.unreachable.isEmpty ? .done : .aside
  }

  private static func preview(_ plan: ErasurePlan, _ workspace: Workspace, _ console: Console) throws {
    if console.format == .json {
      console.out(ErasureReport.json(plan))
      return
    }
    ErasureReport.say(plan, on: console) { console.out($0) }
    console.note(ErasureWords.limits)
  }

  private static func keep(_ kept: [String], _ workspace: Workspace, _ invocation: Invocation) throws -> ExitStatus {
    guard let ground = invocation.arguments.value("--ground"), !ground.isEmpty else {
      throw UsageError.missingWord(ErasureWords.aGround)
    }
    let reference = try Recording(workspace).keep(kept, reason: ground).reference
    if invocation.console.format == .json {
      invocation.console.out(["ref": .string(reference.text)])
    } else {
      invocation.console.out(ErasureWords.kept(reference.text))
    }
    return .done
  }
}
