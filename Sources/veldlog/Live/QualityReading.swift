import CivilTime
import Dashboard
import Merge
import Platform
import Projection
import Statistics
import Workspace

/// What is known of the facts of a workspace, beside their figures.
struct QualityReading {
  let quality: Quality

  init(_ figures: Figures, _ projection: Projection) {
    let (state, workspace) = (figures.state, figures.workspace)
    let arrivals = workspace.arrivals
    let entries = MemberList(of: state, own: workspace.ownPublic).entries
    quality = Quality(
      logs: entries.map { entry in
        Quality.Log(
          name: [entry.regio, entry.naam].compactMap { $0 }.joined(separator: ", "), lineCount: entry.lineCount,
          lastHeard: entry.lastHeard.map { Instant(milliseconds: $0).date }, isOwn: entry.isOwn,
          counts: entry.standing != .held)
      },
      late: ["traject_gestart", "traject_beeindigd"].compactMap {
        Self.late($0, projection, state, arrivals)
      },
      heldBundleCount: Self.fileCount(in: workspace.heldPath, workspace),
      quarantineCount: Self.fileCount(in: workspace.quarantinePath, workspace), faultCount: state.table.faults.count)
  }

  /// Nil when there are no facts of that kind with a day.
  private static func late(
    _ kind: String,
    _ projection: Projection,
    _ state: MergedState,
    _ arrivals: ArrivalIndex
  ) -> Quality.Late? {
    let table = projection.table(kind)
    let days = table.days("datum")
    var delays: [Double] = []
    var (lateCount, arrivedLateCount) = (0, 0)
    for row in 0..<table.rowCount where days[row] != FactTable.noDay {
      let line = Int(table.lines[row])
      guard (0..<state.table.rowCount).contains(line) else { continue }
      let day = CivilDate(days: days[row])
      let recorded = Instant(milliseconds: state.table.time(line)).date.days
      delays.append(Double(recorded) - Double(day.days))
      let due = Int(Period(.quarter, containing: day).end.days) + Quality.lateAfterDays
      if Int(recorded) > due {
        lateCount += 1
      } else if let arrival = arrivals[state.table.reference(line)], Int(arrival.at.date.days) > due {
        arrivedLateCount += 1
      }
    }
    guard !delays.isEmpty else { return nil }
    return Quality.Late(
      kind: kind, count: delays.count, lateCount: lateCount, arrivedLateCount: arrivedLateCount,
      medianDays: Quantiles(delays).median)
  }

  /// 0 for a folder that is not there.
  private static func fileCount(in folder: String, _ workspace: Workspace) -> Int {
    (try? workspace.files.names(in: folder))?.count { !$0.hasPrefix(".") } ?? 0
  }
}
