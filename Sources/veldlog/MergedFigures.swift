import CivilTime
import Query
import Workspace

/// The facts of a workspace with everything that is known of their lines, for what explains figures.
struct MergedFigures {
  let invocation: Invocation
  let workspace: Workspace
  let facts: Facts
  /// What is known now, where `facts` is of an earlier day.
  let known: KnownThen?

  var console: Console { invocation.console }

  init(_ invocation: Invocation, knownOn day: CivilDate? = nil) throws {
    self.invocation = invocation
    workspace = try invocation.workspace()
    if let day {
      let known = try workspace.facts(only: Query.neededColumns, knownOn: day)
      self.known = known
      facts = known.then
    } else {
      known = nil
      facts = try workspace.facts(only: Query.neededColumns)
    }
  }
}

extension Invocation {
  /// The day that an option names; nil without the option.
  func day(_ option: String) throws -> CivilDate? {
    guard let text = arguments.value(option) else { return nil }
    guard let day = CivilDate(iso: text) else { throw FigureError.notADay(text) }
    return day
  }
}
