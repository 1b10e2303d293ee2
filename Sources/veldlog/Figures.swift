import CivilTime
import Dashboard
import EventLog
import Merge
import Platform
import Projection
import Query
import Terminal
import Vocabulary
import Words
import Workspace

/// What commands that show figures have in common: the facts, what is said around them, and how they look.
struct Figures {
  let invocation: Invocation
  let workspace: Workspace
  private let facts: FigureFacts

  /// The figures come from the snapshot of the last time where it fits; else one is made beside all that the command does,
  /// which ends when both are done.
  ///
  /// - Parameter columns: As in `ProjectionPlan.init(vocabulary:only:)`.
  init(_ invocation: Invocation, only columns: [String: Set<String>]) throws {
    self.invocation = invocation
    workspace = try invocation.workspace()
    // One snapshot is kept, of what most questions need; whoever needs other columns needs the lines behind them too.
    let isUsual = columns == Query.neededColumns
    facts = try workspace.figureFacts(only: columns, program: isUsual ? Program.version : nil)
    guard facts.state != nil else { return }
    let keeping = WorkBeside { [facts] in facts.keep() }
    invocation.afterwards.add { keeping.wait() }
  }

  /// What all lines say; they are read for it where the figures came from a snapshot.
  ///
  /// Empty where they cannot be read any more.
  var state: MergedState {
    facts.state ?? (try? workspace.state()) ?? workspace.state(of: LineTable())
  }

  var summary: FigureSummary { facts.summary }

  /// What screens ask of the facts behind their figures.
  func material(_ projection: Projection, quality: Quality = Quality()) -> Material {
    let cases = Cases(projection, workspace.vocabulary)
    return Material(cases, context: context, quality: quality, openEnds: OpenFacts(facts, cases).ends)
  }

  /// The line behind a row of the columns; nil where it does not stand there any more.
  func line(_ row: Int) throws -> FactLine? { try facts.line(row) }

  var console: Console { invocation.console }

  var look: Look { invocation.look }

  /// What the screens say of the workspace behind their figures.
  var context: Context {
    // A person who goes on in a new log is one, and was not last heard of in the old one.
    let writers = facts.summary.lastHeard
    let heard = writers.compactMap { $0 }
    return Context(
      workspaceName: workspace.settings.naam, heardLogCount: heard.count, knownLogCount: writers.count,
      oldestHeard: heard.min().map { Instant(milliseconds: $0).date },
      today: Instant(milliseconds: invocation.surroundings.clock.now()).date,
      conflictCount: facts.summary.conflictCount,
      heldCount: facts.summary.heldLineCount, writers: Self.writers(facts.summary.members))
  }

  private static func writers(_ members: [FigureSummary.Member]) -> [Context.Writer] {
    Dictionary(grouping: members, by: \.writer).map { writer, members in
      let name = [members.first?.regio, members.first?.naam].compactMap(\.self).joined(separator: ", ")
      return Context.Writer(
        name: name.isEmpty ? String(writer.text.prefix(13)) : name, ids: members.map(\.log.text),
        lastHeard: members.compactMap(\.lastHeard).max().map { Instant(milliseconds: $0).date })
    }.sorted { ($0.name, $0.ids.first ?? "") < ($1.name, $1.ids.first ?? "") }
  }

  /// The facts as columns; what keeps them from being all is said on standard error.
  func projection() -> Projection {
    let (projection, summary) = (facts.projection, facts.summary)
    if !projection.invalidLines.isEmpty { console.note(FigureWords.invalid(projection.invalidLines.count)) }
    if summary.faultCount > 0 { console.note(CommandWords.faults(summary.faultCount)) }
    if !summary.holdsMember(workspace.log) { console.note(CommandWords.notAdmitted(workspace.log.text)) }
    return projection
  }

  func print(_ screen: Screen) { invocation.print(screen) }
}

extension Dashboard.Style {
  /// The colour that repeats what the text says already.
  var onTerminal: Terminal.Style {
    switch self {
    case .plain: []
    case .dim: .gray
    case .strong: .bold
    case .good: .green
    case .bad: .red
    case .warning: .orange
    }
  }
}

extension Environment {
  /// Whether the locale or the terminal cannot show more than ASCII, or is not to.
  var knowsOnlyASCII: Bool {
    if wantsASCII { return true }
    if variable("TERM") == "dumb", isOutputTerminal { return true }
    guard let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first else { return false }
    if locale == "C" || locale == "POSIX" { return true }
    guard let charset = locale.split(separator: ".").dropFirst().first?.prefix(while: { $0 != "@" }) else {
      return false
    }
    return !["utf-8", "utf8"].contains(charset.lowercased())
  }
}
