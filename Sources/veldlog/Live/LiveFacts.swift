import CanonicalJSON
import CivilTime
import Dashboard
import EventLog
import Merge
import Projection
import Query
import Words
import Workspace

/// The facts of a workspace as they were when they were last read, ready to be drawn and named.
struct LiveFacts {
  let figures: Figures
  let material: Material
  /// As the logs stood before they were read, so that what came while reading is seen the next time.
  let stamp: LogsStamp
  private let names: MemberNames

  /// - Throws: The errors of `Workspace.facts`.
  init(_ invocation: Invocation) throws {
    stamp = LogsStamp(try invocation.workspace())
    figures = try Figures(invocation, only: PageDrawing.neededColumns)
    let projection = figures.projection()
    material = figures.material(projection, quality: QualityReading(figures, projection).quality)
    names = MemberNames(in: figures.state)
  }

  var drawing: PageDrawing { PageDrawing(material) }

  var count: LiveNews {
    LiveNews(
      facts: figures.state.factCount, late: material.quality.late.reduce(0) { $0 + $1.lateCount + $1.arrivedLateCount },
      erased: figures.state.erasure.targets.count)
  }

  /// The day of the newest line, by its writer's clock.
  var newestDay: String? {
    MemberList(of: figures.state).entries.compactMap(\.lastHeard).max().map { Instant(milliseconds: $0).date.iso }
  }

  /// The facts behind a figure.
  ///
  /// - Throws: `QueryError`.
  func list(_ figure: ScreenFigure) throws(QueryError) -> FactList {
    FactList(
      figure,
      try figure.query.provenance(
        of: figure.indicator, on: material.cases))
  }

  /// One fact as a person reads it.
  func describe(_ line: Int32) -> FactList.Row {
    let (row, state) = (Int(line), figures.state)
    guard (0..<state.table.rowCount).contains(row) else {
      return FactList.Row(kind: "", day: "", reference: "", author: "", contents: "")
    }
    let payload = state.table.payloadObject(row) ?? JSONObject()
    let dayFields = ["datum", "periode", "peildatum", "kwartaal", "jaar"]
    let day = dayFields.lazy.compactMap { payload[$0] }.first.map(FactText.value) ?? ""
    // What it is about and what it says stand first, where there is little room for more.
    let telling = ["traject", "score", "oordeel", "reden", "antwoord", "status", "bedrag_cent"]
    let about = telling.compactMap { field in payload[field].map { "\(field) " + FactText.value($0) } }
    let rest = FactText.oneLine(payload, skipping: Set(dayFields + telling + ["herkomst_data"]))
    return FactList.Row(
      kind: state.table.kindName(row), day: day, reference: state.shortReference(row), author: names.name(of: row),
      contents: (about + [rest]).filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
