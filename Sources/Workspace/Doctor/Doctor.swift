import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// Looks an instance through for what wants repair or attention.
///
/// It changes nothing. Form and numbers of lines are looked at, links are the work of `LogVerifier`.
public struct Doctor {
  let workspace: Workspace
  let state: MergedState
  /// A step back of the clock that is not worth a word: clocks are set right all the time.
  static let smallestClockStep: Int64 = 60_000

  /// Everything that was found, damage first.
  ///
  /// - Complexity: Reads every line, and every payload that counts in full.
  public static func findings(in workspace: Workspace) throws -> [Finding] {
    let doctor = Doctor(workspace: workspace, state: try workspace.ownState())
    return try doctor.lines() + doctor.keys() + doctor.payloads() + doctor.conflicts() + doctor.members()
      + doctor.clocks() + doctor.attachments() + doctor.erasures() + doctor.leftovers()
  }

  private var table: LineTable { state.table }

  // MARK: Lines

  private func lines() -> [Finding] {
    var findings: [Finding] = []
    for branch in table.branches {
      let faults = table.faults.filter { branch.rows.contains($0.row) }
      func places(_ faults: [LineTable.Fault]) -> [String] { faults.map { "\($0.path):\($0.line)" } }
      let newer = faults.filter { $0.fault == .newer }
      let damaged = faults.filter { $0.fault != .newer }
      if !damaged.isEmpty { findings.append(Finding(.damagedLines(log: branch.log), at: places(damaged))) }
      if !newer.isEmpty { findings.append(Finding(.newerLines(log: branch.log), at: places(newer))) }
      if branch.tornByteCount > 0 {
        let path = LogFolder(branch.log, fork: branch.fork, in: workspace.logsPath, files: workspace.files).path
        findings.append(
          Finding(.tornTail(log: branch.log, byteCount: branch.tornByteCount), count: 1, at: [path]))
      }
    }
    return findings.filter(\.isDamage) + findings.filter { !$0.isDamage }
  }

  // MARK: Payloads

  private func payloads() -> [Finding] {
    var unknown: [String: [Int]] = [:]
    var broken: [String: [Int]] = [:]
    var references = ReferenceCheck(workspace.vocabulary)
    let kinds = table.kindNames.map { workspace.vocabulary.kind(named: $0) }
    for row in 0..<table.rowCount where state.counts[row] {
      guard let index = table.kind(row) else { continue }
      guard let kind = kinds[index] else {
        unknown[table.kindNames[index], default: []].append(row)
        continue
      }
      guard state.isLive[row], let payload = table.payloadObject(row) else { continue }
      if !workspace.vocabulary.problems(in: payload, kind: kind).isEmpty {
        broken[kind.name, default: []].append(row)
      }
      references.look(at: payload, kind: kind, row: row)
    }
    return unknown.sorted { $0.key < $1.key }.map { finding(.unknownKind($0.key), $0.value) }
      + broken.sorted { $0.key < $1.key }.map { finding(.brokenPayload(kind: $0.key), $0.value) }
      + references.unknown().map { found in
        finding(.unknownReference(found.reference, kind: found.kind, names: found.names), found.rows)
      }
  }

  func finding(_ matter: Finding.Matter, _ rows: [Int]) -> Finding {
    let places = rows.prefix(Finding.largestPlaceCount).map { table.reference($0).text }
    return Finding(matter, count: rows.count, at: places)
  }

  private func conflicts() -> [Finding] {
    let conflicts = state.conflicts
    return conflicts.isEmpty ? [] : [finding(.conflicts, conflicts.map(\.used))]
  }

  // MARK: Members

  private func members() throws -> [Finding] {
    var findings: [Finding] = []
    if !state.members.contains(workspace.log) {
      findings.append(
        Finding(
          .notAdmitted(log: workspace.log), count: table.lineCount(of: workspace.log),
          at: [workspace.log.text]))
    }
    for branch in table.branches
    where branch.header?.audience != .prive && !workspace.ownPublic.contains(branch.log)
      && !state.members.contains(branch.log)
    {
      findings.append(Finding(.stranger(log: branch.log), count: branch.rows.count, at: [branch.log.text]))
    }
    let held = try HeldBundle.all(in: workspace)
    if !held.isEmpty { findings.append(Finding(.heldBundles, at: held.map(\.path))) }
    return findings
  }

  // MARK: Clocks

  private func clocks() -> [Finding] {
    var findings: [Finding] = []
    for log in workspace.settings.logs.sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let branch = table.branch(of: log) else { continue }
      var back: [Int] = []
      var previous: Int64?
      for row in branch.rows where table.isReadable(row) {
        if let previous, table.time(row) < previous - Self.smallestClockStep { back.append(row) }
        previous = table.time(row)
      }
      if !back.isEmpty { findings.append(finding(.clockWentBack(log: log), back)) }
      let now = workspace.surroundings.clock.now()
      if let previous, previous > now + Self.smallestClockStep, let last = branch.rows.last {
        let places = table.isReadable(last) ? [table.reference(last).text] : [log.text]
        findings.append(Finding(.clockIsBehind(log: log, milliseconds: previous - now), at: places))
      }
    }
    return findings
  }

  // MARK: Files

  private func keys() throws -> [Finding] {
    var findings: [Finding] = []
    var open: [String] = []
    func look(at path: String, _ allowed: UInt16) throws {
      guard let mode = try workspace.files.entry(at: path)?.permissions else { return }
      if mode & ~allowed != 0 { open.append(path) }
    }
    try look(at: workspace.keysPath, 0o700)
    for log in workspace.settings.logs.sorted(by: { $0.key < $1.key }).map(\.value) {
      let path = workspace.keysPath + "/" + log.text
      do {
        if try workspace.keys.key(of: log) == nil { findings.append(Finding(.missingKey(log: log), at: [path])) }
      } catch KeyFolder.Failure.damaged {
        findings.append(Finding(.damagedKey(log: log), at: [path]))
      }
      try look(at: path, 0o600)
    }
    if !open.isEmpty { findings.append(Finding(.openPermissions, at: open)) }
    return findings
  }

  private func leftovers() throws -> [Finding] {
    var found: [String] = []
    func look(in folder: String, depth: Int) throws {
      guard try workspace.files.entry(at: folder)?.kind == .folder else { return }
      for name in try workspace.files.names(in: folder) {
        let path = folder + "/" + name
        if name.hasPrefix(".tmp-") {
          found.append(path)
        } else if depth > 0, try workspace.files.entry(at: path)?.kind == .folder {
          try look(in: path, depth: depth - 1)
        }
      }
    }
    try look(in: workspace.root, depth: 2)
    return found.isEmpty ? [] : [Finding(.leftovers, at: found)]
  }
}
