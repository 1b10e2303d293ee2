import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

extension Erasing {
  /// Carries out every erasure in force: takes the payloads and salts out of the logs, and what they left in
  /// attachments, held bundles, caches and the quarantine; then says so in one's own log, once for each decision.
  ///
  /// It can be interrupted at any call, and done again as often as one likes. Called after every erasure and every
  /// bundle that was applied.
  ///
  /// - Throws: The errors of logs and files; what was done stays done.
  /// - Complexity: Reads the lines of all logs. Where an erasure is in force, unpacks the bundles that are held; files
  ///   with payloads that have to go are written anew.
  @discardableResult
  public func carryOut() throws -> CarriedOut { try carryOut(try workspace.ownState()) }

  /// The same where the lines were read already; they must be as they stand on disk.
  @discardableResult
  public func carryOut(_ state: MergedState) throws -> CarriedOut {
    var report = CarriedOut()
    guard !state.erasure.isEmpty else { return report }
    let targets = Targets(state)
    for folder in Self.folders { try removeLeftovers(in: workspace.root + "/" + folder, depth: 2) }
    // Before the lines that name them: once those are gone nobody knows any more which they were.
    try removeAttachments(targets, state, &report)
    try eraseLines(targets, state, &report)
    try cutTornTails(state)
    try eraseHeldBundles(targets, state, &report)
    try empty(workspace.root + "/cache") { _, _ in }
    try empty(workspace.quarantinePath) { name, size in report.quarantine.append((name, size)) }
    try answer(state, targets, &report)
    return report
  }

  /// The folders that hold what others wrote, or facts.
  private static let folders = ["logs", "attachments", "held", "received"]

  /// What a workspace's folder holds of itself.
  static let ownNames: Set<String> = [
    Workspace.settingsName, "keys", "logs", "attachments", "held", "received", "quarantine", "cache", ".lock",
    "locked.age",
  ]

  /// The rows that decisions in force name.
  private struct Targets {
    /// Those with a payload.
    var rows: Set<Int> = []
    /// For each decision, lines that are held.
    var counts: [Reference: Int] = [:]
    /// Damaged lines that stand where one of them should, by branch and number.
    var damaged: [Int: Set<Int>] = [:]
    /// Lines of a newer version that stand there.
    var newer: [Reference] = []

    init(_ state: MergedState) {
      let table = state.table
      let newerRows = Set(table.faults.filter { $0.fault.isNewer }.map(\.row))
      for wissing in state.erasure.wissingen {
        for target in wissing.targets {
          let found = table.rows(target).filter { state.erasure.erases(target, kind: table.kindName($0)) }
          counts[wissing.reference, default: 0] += found.count
          rows.formUnion(found.filter(table.hasPayload))
          if found.isEmpty { addUnreadable(target, table, newerRows) }
        }
      }
    }

    private mutating func addUnreadable(_ target: Reference, _ table: LineTable, _ newerRows: Set<Int>) {
      for index in table.branchIndices(of: target.log) {
        guard let row = table.branches[index].row(target.seq), !table.isReadable(row) else { continue }
        if newerRows.contains(row) {
          newer.append(target)
        } else {
          damaged[index, default: []].insert(target.seq)
        }
      }
    }
  }

  // MARK: Lines

  private func eraseLines(_ targets: Targets, _ state: MergedState, _ report: inout CarriedOut) throws {
    let table = state.table
    report.unreachable = targets.newer
    var seqs: [Int: Set<Int>] = targets.damaged
    for row in targets.rows { seqs[table.branchIndex(of: row), default: []].insert(table.seq(row)) }
    if seqs.isEmpty { return }
    // The files that writers have open are about to be others.
    recording.releaseLogs()
    for (index, numbers) in seqs.sorted(by: { $0.key < $1.key }) {
      let branch = table.branches[index]
      let folder = LogFolder(branch.log, fork: branch.fork, in: workspace.logsPath, files: workspace.files)
      let damaged = targets.damaged[index] ?? []
      var eraser = PayloadEraser(erasing: state.erasure.erases, blanking: { _, seq in damaged.contains(seq) })
      defer {
        report.lineCount += eraser.erasedCount
        report.blankedCount += eraser.blankedCount
      }
      try eraser.erase(in: folder, numbers)
    }
  }

  /// Whatever a line that was cut off holds, it was never confirmed.
  private func cutTornTails(_ state: MergedState) throws {
    for branch in state.table.branches where branch.tornByteCount > 0 {
      let folder = LogFolder(branch.log, fork: branch.fork, in: workspace.logsPath, files: workspace.files)
      if try PayloadEraser.cutTornTail(of: folder) { recording.releaseLogs() }
    }
  }

  // MARK: Files

  private func removeAttachments(_ targets: Targets, _ state: MergedState, _ report: inout CarriedOut) throws {
    let attachments = Attachments(workspace)
    let staying = NamedAttachment.all(in: state.table, except: targets.rows)
    // What locked facts name is not known, so only what erased ones name goes then.
    let going =
      try workspace.isLocked() ? Set(targets.rows.compactMap { NamedAttachment($0, in: state.table)?.sha256 }) : nil
    for digest in try attachments.held().keys.sorted() where !staying.contains(digest) {
      if let going, !going.contains(digest) { continue }
      try attachments.remove(digest)
      report.attachments.append(digest)
    }
  }

  /// Removes what interrupted writes left, which may hold anything.
  private func removeLeftovers(in folder: String, depth: Int) throws {
    let files = workspace.files
    guard try files.entry(at: folder)?.kind == .folder else { return }
    for name in try files.names(in: folder) {
      let path = folder + "/" + name
      let kind = try files.entry(at: path)?.kind
      if name.hasPrefix(".tmp-"), kind == .file {
        try files.remove(path)
        try files.synchronizeFolder(folder)
      } else if kind == .folder, depth > 1 {
        try removeLeftovers(in: path, depth: depth - 1)
      }
    }
  }

  /// Removes all that is in a folder of the workspace.
  private func empty(_ folder: String, _ body: (_ name: String, _ byteCount: Int) -> Void) throws {
    let files = workspace.files
    guard try files.entry(at: folder)?.kind == .folder else { return }
    let names = try files.names(in: folder)
    for name in names {
      let path = folder + "/" + name
      guard let entry = try files.entry(at: path) else { continue }
      body(name, entry.size)
      if entry.kind == .folder { try empty(path) { _, _ in } }
      try files.remove(path)
    }
    if !names.isEmpty { try files.synchronizeFolder(folder) }
  }

  // MARK: Bundles

  private func eraseHeldBundles(_ targets: Targets, _ state: MergedState, _ report: inout CarriedOut) throws {
    let files = workspace.files
    for path in try HeldBundle.paths(in: workspace) {
      let bytes = try files.contents(of: path)
      var eraser = PayloadEraser(erasing: state.erasure.erases)
      let erased: [UInt8]?
      do {
        let going = try attachmentsOnly(erasedIn: bytes, targets, state)
        erased = try BundleEraser.erased(bytes, &eraser) { going.contains($0) }
      } catch {
        // What cannot be looked into cannot be cleared; nobody can apply it either.
        try files.remove(path)
        try files.synchronizeFolder(workspace.heldPath)
        report.droppedBundles.append(Path.name(of: path))
        continue
      }
      guard let erased else { continue }
      let name = Path.name(of: path)
      let target = workspace.heldPath + "/" + name.prefix { $0 != "." } + ".erased.veld"
      try files.writeWhole(erased, to: target)
      if target != path {
        try files.remove(path)
        try files.synchronizeFolder(workspace.heldPath)
      }
      report.heldBundles.append(Path.name(of: target))
    }
  }

  /// The attachments in a held bundle that no fact with a payload names, in it or on disk, once erased facts are gone.
  private func attachmentsOnly(
    erasedIn bundle: [UInt8], _ targets: Targets, _ state: MergedState
  ) throws(BundleError) -> Set<Digest> {
    let contents = try BundleContents(unpacking: bundle, isErased: true)
    if contents.attachments.isEmpty { return [] }
    // The table was read before, so it still shows what is gone now.
    var staying = NamedAttachment.all(in: state.table, except: targets.rows)
    let logs = contents.segments.map { ($0.entry.log, Array(contents.bytes[$0.range])) }
    for (log, lines) in logs {
      lines.withUnsafeBufferPointer { bytes in
        var breaks = LineBreaks(bytes)
        while let range = breaks.next() {
          guard let line = try? LineView(parsing: bytes, in: range), line.isKind(Kind.bijlageName, in: bytes),
            let payload = line.payloadObject(in: bytes),
            let digest = payload["sha256"]?.stringValue.flatMap(Digest.init(hexadecimal:))
          else { continue }
          let reference = Reference(log: log, seq: line.seq, chain: line.chain)
          if !state.erasure.erases(reference, kind: Kind.bijlageName) { staying.insert(digest) }
        }
      }
    }
    return Set(contents.attachments.map(\.entry.sha256)).subtracting(staying)
  }

  // MARK: Saying so

  /// Says in one's own logs which decisions were carried out, each once.
  private func answer(_ state: MergedState, _ targets: Targets, _ report: inout CarriedOut) throws {
    let known = state.answers(in: Set(workspace.settings.logs.values))
    var drafts: [Audience: [Draft]] = [:]
    for wissing in state.erasure.wissingen where !wissing.targets.isEmpty && !known.contains(wissing.reference) {
      guard let row = state.table.row(wissing.reference) else { continue }
      let audience = workspace.audience(of: row, in: state.table)
      // One's own private log alone has private decisions; who has no log for the readers of one answers to all.
      let log: Audience = workspace.settings.logs[audience] == nil ? .gedeeld : audience
      var payload = JSONObject()
      payload["wissing"] = .string(wissing.reference.text)
      payload["regels"] = .integer(Int64(targets.counts[wissing.reference] ?? 0))
      drafts[log, default: []].append(Draft(kind: "wissing_uitgevoerd", payload: payload))
      report.answered.append(wissing.reference)
    }
    for (audience, facts) in drafts.sorted(by: { $0.key < $1.key }) {
      try recording.append(facts, to: audience, closing: true)
    }
  }
}

extension MergedState {
  /// The decisions to erase that lines of some logs say to have carried out.
  func answers(in logs: Set<LogID>) -> Set<Reference> {
    guard let kind = table.kindIndex(named: "wissing_uitgevoerd") else { return [] }
    var answers: Set<Reference> = []
    for log in logs {
      for branch in table.branches(of: log) {
        for row in branch.rows where table.kind(row) == kind {
          if let text = table.payloadObject(row)?["wissing"]?.stringValue, let reference = Reference(text) {
            answers.insert(reference)
          }
        }
      }
    }
    return answers
  }
}
