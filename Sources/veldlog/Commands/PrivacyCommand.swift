import CanonicalJSON
import CivilTime
import Words
import Workspace

extension Command {
  static let privacy = Command(
    "privacy", PrivacyWords.summary, forms: ["[--as-of DATE]"],
    options: [.init("--as-of", "DATE", PrivacyWords.asOfOption)], notes: [PrivacyWords.note],
    examples: [
      .init(line: "veldlog privacy", note: PrivacyWords.example),
      .init(line: "veldlog privacy --format markdown > dpia.md", note: PrivacyWords.exampleDocument),
    ]
  ) { invocation in
    try invocation.expectAtMost(0)
    let workspace = try invocation.workspace()
    let day = try invocation.day("--as-of") ?? Instant(milliseconds: invocation.surroundings.clock.now()).date
    let report = PrivacyReport(try Privacy(of: workspace, asOf: day.iso), workspace.settings.naam, day.iso)
    switch invocation.console.format {
    case .json: invocation.console.out(report.json)
    default: report.print(on: invocation.console)
    }
    return .done
  }
}
