import EventLog
import Identity
import Testing

@testable import Merge

/// Merging compared with `PlainModel` on random histories.
@Suite struct PlainModelTests {
  /// What both say of a history, as texts that can be compared.
  struct Summary: Equatable {
    var members: [String] = []
    var counting: [String] = []
    var live: [String] = []
    var used: [String] = []
    var conflicts: [String] = []
    var erased: [String] = []
  }

  func summary(of state: MergedState) -> Summary {
    let table = state.table
    func texts(_ isIn: (Int) -> Bool) -> [String] {
      (0..<table.rowCount).filter(isIn).map { table.reference($0).text }.sorted()
    }
    return Summary(
      members: state.members.members.values.map { "\($0.log) \($0.role.rawValue) \($0.step)" }.sorted(),
      counting: texts { state.counts[$0] }, live: texts { state.isLive[$0] }, used: texts { state.isUsed[$0] },
      conflicts: state.conflicts.map { conflict in
        conflict.rows.map { table.reference($0).text }.sorted().joined(separator: " ") + " → "
          + table.reference(conflict.used).text
      }.sorted(),
      erased: texts { state.isErased($0) })
  }

  func summary(of model: PlainModel, _ lines: [PlainModel.Line]) -> Summary {
    let groups = model.groups
    return Summary(
      members: model.members.map { "\($0.key) \($0.value.role) \($0.value.step)" }.sorted(),
      counting: lines.filter(model.counts).map(\.reference).sorted(), live: model.live.map(\.reference).sorted(),
      used: groups.map(model.used).filter { $0.kind != "intrekking" }.map(\.reference).sorted(),
      conflicts: groups.filter { $0.count > 1 && model.differ($0) }.map { group in
        group.map(\.reference).sorted().joined(separator: " ") + " → " + model.used(group).reference
      }.sorted(),
      erased: model.erased.map(\.reference).sorted())
  }

  @Test func `what a replacement names is found the short way as it is found the long way`() {
    var seen = (short: 0, ofForks: 0, none: 0)
    for seed in UInt64(1)...300 {
      let table = LineTable(logs: RandomHistory(seed: seed).logs.map { ($0.log, $0.bytes) })
      #expect(table.replacedRows.count == table.replacements.count, "seed \(seed)")
      for (index, (_, target)) in table.replacements.enumerated() {
        var found: [[Int]] = []
        var wanted: [[Int]] = []
        table.forEachRow(replacedBy: index) { found.append([$0, $1]) }
        table.forEachRow(target) { wanted.append([$0, $1]) }
        #expect(found == wanted, "seed \(seed): \(target)")
        let row = Int(table.replacedRows[index])
        #expect(row < 0 || table.rows(target).contains(row), "seed \(seed): \(target)")
        seen.short += row >= 0 ? 1 : 0
        seen.ofForks += row >= 0 && table.branchIndices(of: target.log).count > 1 ? 1 : 0
        seen.none += wanted.isEmpty ? 1 : 0
      }
    }
    #expect(seen.short > 100 && seen.ofForks > 10 && seen.none > 10)
  }

  @Test func `members, live facts, conflicts, used and erased are those of the plain model, on 300 random histories`()
    throws
  {
    var seen = (conflicts: 0, revoked: 0, vouched: 0, missing: 0, lezers: 0, forks: 0, partly: 0, erased: 0)
    for seed in UInt64(1)...300 {
      let history = RandomHistory(seed: seed)
      let model = try PlainModel(
        history.logs, bases: history.bases, founder: history.founder, ownPrivate: history.ownPrivate)
      let table = LineTable(logs: history.logs.map { ($0.log, $0.bytes) })
      #expect(table.faults.isEmpty, "seed \(seed)")
      let state = MergedState(of: table, workspace: history.founder, ownPrivate: history.ownPrivate)
      let (found, wanted) = (summary(of: state), summary(of: model, model.lines))
      #expect(found.members == wanted.members, "seed \(seed)")
      #expect(found.counting == wanted.counting, "seed \(seed)")
      #expect(found.live == wanted.live, "seed \(seed)")
      #expect(found.used == wanted.used, "seed \(seed)")
      #expect(found.conflicts == wanted.conflicts, "seed \(seed)")
      #expect(found.erased == wanted.erased, "seed \(seed)")
      seen.erased += found.erased.count
      seen.forks += table.forks.count
      seen.partly += state.members.members.values.count { ($0.lastCountingSeqs?.count ?? 0) > 1 }
      seen.conflicts += found.conflicts.count
      seen.revoked += state.members.members.values.count(where: \.isRevoked)
      seen.vouched += state.members.members.values.count { $0.isFounder } - 1
      seen.missing += (0..<table.rowCount).count { state.counts[$0] && !table.hasPayload($0) }
      seen.lezers += state.members.members.values.count { $0.role == .lezer }
    }
    // The histories must hold what they are for.
    #expect(seen.conflicts > 100 && seen.revoked > 50 && seen.vouched > 10 && seen.missing > 100 && seen.lezers > 50)
    #expect(seen.forks > 100 && seen.partly > 10 && seen.erased > 50)
  }
}
