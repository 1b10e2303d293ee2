import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

extension Salvage {
  /// What a heap holds of one workspace: its lines as trees and as branches, and what is erased among them.
  struct Found {
    let workspace: LogID
    let heap: Heap
    let reader: HeapReader
    /// One a log, sorted by log.
    private(set) var trees: [LogTree] = []
    /// For each tree, its branches.
    private(set) var plans: [[BranchPlan]] = []
    /// Lines of logs of other workspaces.
    private(set) var otherWorkspaceCount = 0
    /// Lines of private logs of other instances.
    private(set) var otherPrivateCount = 0
    private(set) var erasure: Erasure

    /// - Parameters:
    ///   - root: The folder that is added to, which is read before the sources; nil for one that is not there yet.
    ///   - workspace: The only one to look at; nil for the one that the heap holds.
    ///   - instance: The one that is added to.
    init(_ salvage: Salvage, root: String?, workspace wanted: LogID?, instance: Workspace? = nil) throws {
      heap = try Self.read(salvage, root: root)
      if heap.lines.lines.isEmpty { throw SalvageError.nothingFound(fileCount: heap.files.count) }
      reader = HeapReader(salvage.files, heap.files)
      let workspaces = try Self.workspaces(in: heap, reader)
      let workspace = try wanted ?? Self.workspace(in: heap, workspaces)
      self.workspace = workspace
      erasure = Erasure(in: DecisionLines(branches: [], lines: []) { _, _ in nil }, workspace: workspace)
      let own = instance.map { $0.ownLogs(for: .gedeeld).union($0.ownLogs(for: .regio)).union($0.ownPrivate) }
      let order = heap.lines.logs.indices.sorted { heap.lines.logs[$0] < heap.lines.logs[$1] }
      // What the instance has locked is not unlocked by a copy in which it stands open.
      let locked = try instance?.isLocked() == true ? instance?.ownPrivate ?? [] : []
      var doneCount = 0
      for index in order {
        let log = heap.lines.logs[index]
        let count = heap.lines.counts[index]
        doneCount += count
        salvage.progress(SalvageProgress(step: .checking, done: doneCount, total: heap.lines.lines.count))
        if let named = workspaces[log], !named.contains(workspace) {
          otherWorkspaceCount += count
          continue
        }
        let known = try instance?.ownHeader(of: log) ?? heap.finds.header(of: log, workspace: workspace)
        let heap = heap
        var tree = try LogTree(index, of: heap.lines, reader: reader, workspace: workspace, known: known) { line in
          locked.contains(log) && !line.hasPayload && heap.files[Int(line.file)].ownFolder != nil
        }
        if let own, !own.contains(log) {
          // What no checkpoint vouches for is nobody's word for another's log, unless it was taken already.
          tree.dropEnds(heap.lines) { node, line in
            !node.isVouched && heap.files[Int(line.file)].ownFolder == nil
          }
        }
        trees.append(tree)
        plans.append(BranchPlan.layout(tree, heap.lines) { heap.files[Int($0.file)].ownFolder })
      }
      let ownPrivate =
        instance?.ownPrivate
        ?? Set(
          trees.filter { $0.header?.audience == .prive }.map(\.log)
            .filter { log in heap.finds.keys.contains { $0.log == log } })
      let decisions = try decisionLines()
      erasure = Erasure(
        in: decisions, members: Members(of: decisions, founder: workspace), ownPrivate: ownPrivate)
    }

    /// Leaves out private logs of other instances, which do not leave the disk that they are on.
    mutating func leavePrivateLogs(_ isOther: (LogID) -> Bool) {
      for index in trees.indices.reversed() where trees[index].header?.audience == .prive && isOther(trees[index].log) {
        otherPrivateCount += heap.lines.lineCount(of: trees[index].log)
        trees.remove(at: index)
        plans.remove(at: index)
      }
    }

    // MARK: Reading

    private static func read(_ salvage: Salvage, root: String?) throws -> Heap {
      let files = salvage.files
      var walk = HeapWalk(files)
      var found: [HeapFile] = []
      if let root {
        var own = HeapWalk(
          files,
          skipping: Set(
            ["cache", ".lock", "attachments", Salvage.markName, Workspace.lockedName].map { root + "/" + $0 }))
        try own.add(root)
        let logs = root + "/logs/"
        // A file that was being written is a copy of lines that stand elsewhere.
        found = own.found.filter { !Path.name(of: $0.path).hasPrefix(".tmp-") }.map { file in
          var file = file
          let parts = file.path.dropFirst(logs.count).split(separator: "/")
          if file.path.hasPrefix(logs), parts.count == 2 { file.ownFolder = String(parts[0]) }
          return file
        }
        // Its logs first, so that a line that it holds is known as its own.
        found = found.filter { $0.ownFolder != nil } + found.filter { $0.ownFolder == nil }
        walk = HeapWalk(files, skipping: [root])
        walk.add(own.faults)
      }
      for source in salvage.request.sources { try walk.add(source) }
      for file in salvage.request.inviteFiles { try walk.add(file) }
      var heap = Heap(
        reading: found + walk.found, files, identities: try salvage.identities(), progress: salvage.progress)
      heap.add(walk.faults)
      return heap
    }

    /// For each log the workspaces that its line 1 names: one, unless someone made another line 1 with its key.
    private static func workspaces(in heap: Heap, _ reader: HeapReader) throws -> [LogID: Set<LogID>] {
      var workspaces: [LogID: Set<LogID>] = [:]
      for index in heap.lines.logs.indices {
        let log = heap.lines.logs[index]
        for first in heap.lines.firstLines(of: index).prefix(while: { heap.lines.lines[Int($0)].seq == 1 }) {
          for form in heap.lines.forms(of: first) {
            try reader.read(heap.lines.lines[Int(form)], of: heap.lines) { bytes in
              var walker = ChainWalker(log: log, workspace: nil)
              guard (try? walker.step(bytes, in: 0..<bytes.count)) != nil, let header = walker.header else { return }
              workspaces[log, default: []].insert(header.workspace)
            }
          }
        }
      }
      return workspaces
    }

    /// The one workspace of a heap.
    private static func workspace(in heap: Heap, _ workspaces: [LogID: Set<LogID>]) throws(SalvageError) -> LogID {
      var counts: [LogID: Int] = [:]
      for (index, log) in heap.lines.logs.enumerated() {
        for workspace in workspaces[log] ?? [] { counts[workspace, default: 0] += heap.lines.counts[index] }
      }
      if counts.isEmpty {
        // No line 1 at all: what stands beside the lines may say it.
        for settings in heap.finds.settings { counts[settings.workspace] = 0 }
        for invite in heap.finds.invites { counts[invite.workspace] = 0 }
      }
      guard let only = counts.first else { throw .nothingFound(fileCount: heap.files.count) }
      if counts.count == 1 { return only.key }
      throw .severalWorkspaces(counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) })
    }

    // MARK: Decisions

    /// The lines that decide who belongs and what is erased, of all branches.
    private func decisionLines() throws -> DecisionLines {
      let lines = heap.lines
      var branches: [DecisionLines.Branch] = []
      var nodes: [(tree: Int, plan: BranchPlan)] = []
      var decisions: [DecisionLines.Line] = []
      for (tree, plans) in plans.enumerated() {
        let first = branches.count
        for plan in plans {
          branches.append(
            DecisionLines.Branch(
              log: plan.log, header: trees[tree].header, firstSeq: plan.firstSeq,
              lastSeq: plan.firstSeq + plan.nodes.count - 1, parent: plan.parent.map { first + $0 }))
          nodes.append((tree, plan))
          for node in plan.nodes {
            let line = lines.lines[Int(trees[tree].nodes[Int(node)].line)]
            guard line.isDecision, line.hasPayload else { continue }
            if let decision = try decision(line, branch: branches.count - 1, plan.log) { decisions.append(decision) }
          }
        }
      }
      let (trees, places) = (trees, nodes)
      return DecisionLines(branches: branches, lines: decisions) { branch, seq in
        let (tree, plan) = places[branch]
        guard plan.nodes.indices.contains(seq - plan.firstSeq) else { return nil }
        let node = trees[tree].nodes[Int(plan.nodes[seq - plan.firstSeq])]
        return Chain(value: lines.lines[Int(node.line)].chain)
      }
    }

    private func decision(_ line: HeapLines.Line, branch: Int, _ log: LogID) throws -> DecisionLines.Line? {
      try reader.read(line, of: heap.lines) { bytes in
        guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count),
          let payload = view.payloadObject(in: bytes),
          let kind = DecisionLines.Kind(rawValue: String(decoding: bytes.part(view.kind), as: UTF8.self))
        else { return nil }
        return DecisionLines.Line(
          branch: branch, kind: kind, reference: Reference(log: log, seq: view.seq, chain: view.chain),
          payload: payload, replaces: view.replaces)
      }
    }
  }

  /// What encrypted files are opened with, beside the keys in the heap.
  func identities() throws -> [AgeIdentity] {
    let keys: [AgeIdentity] = try request.keyFiles.map { path in
      let text = String(decoding: try files.contents(ofFile: path), as: UTF8.self)
      if let key = Ed25519.PrivateKey(openSSH: text) { return .sshEd25519(key) }
      for line in text.split(whereSeparator: \.isNewline) {
        if let key = X25519.PrivateKey(ageText: String(line)) { return .x25519(key) }
      }
      throw SalvageError.notAKey(path: path)
    }
    return keys + [request.passphrase.map { .passphrase($0) }].compactMap { $0 }
  }
}

extension Erasure {
  /// None.
  fileprivate init(in lines: DecisionLines, workspace: LogID) {
    self.init(in: lines, members: Members(of: lines, founder: workspace))
  }
}
