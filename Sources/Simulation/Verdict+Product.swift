import EventLog
import Merge
import Workspace

extension Verdict {
  static var parts: [(String, KeyPath<Verdict, Set<Int>>)] {
    [("counting", \.counting), ("live", \.live), ("used", \.used)]
  }

  /// What an instance of Veldlog says of the lines on its disk.
  init(_ workspace: Workspace, _ corpus: Corpus) throws {
    let state = try workspace.state()
    let table = state.table
    if let fault = table.faults.first {
      throw Corpus.Fault(text: "\(fault.fault)", line: "\(fault.path):\(fault.line)")
    }
    let ids = (0..<table.rowCount).map { corpus.id(chain: table.chain($0).value) ?? -1 }
    self.init()
    fingerprint = state.fingerprint
    for regio in Self.regions { regional[regio] = state.fingerprint(ofRegion: regio) }
    forks = table.forks.filter(\.isReported).map { "\($0.log) \($0.seq)" }.sorted()
    members = state.members.members.values.map { "\($0.log) \($0.role.rawValue) \($0.step)" }.sorted()
    for row in ids.indices {
      if state.counts[row] { counting.insert(ids[row]) }
      if state.isLive[row] { live.insert(ids[row]) }
      if state.isUsed[row] { used.insert(ids[row]) }
    }
    conflicts = state.conflicts.map { $0.rows.map { ids[$0] }.sorted() + [ids[$0.used]] }.sorted { $0[0] < $1[0] }
  }
}
