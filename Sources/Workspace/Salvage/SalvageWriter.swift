import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// Writes what was found of a workspace to a folder, and reports it.
///
/// Each file appears whole or not at all, and one that is right already is left alone, so an attempt that was cut off
/// goes on. Every line is verified once more as it is written.
struct SalvageWriter {
  let salvage: Salvage
  let found: Salvage.Found
  let root: String
  var files: any FileSystem { salvage.files }
  var lines: HeapLines { found.heap.lines }
  var isDryRun: Bool { salvage.request.isDryRun }

  init(_ salvage: Salvage, _ found: Salvage.Found, root: String) {
    self.salvage = salvage
    self.found = found
    self.root = root
  }

  func write(_ report: inout SalvageReport) throws {
    report.isDryRun = isDryRun
    report.fileCount = found.heap.files.count
    report.faults = found.heap.faults
    report.newerCount = found.heap.newerCount
    // Before anything changes here. What was set aside here earlier is not news.
    report.damage = try found.heap.places.filter { place in
      !found.heap.files[place.file].path.hasPrefix(root + "/quarantine/")
    }.map { try damage($0) }
    report.moreDamageCount = found.heap.uncountedPlaceCount
    var attachments: [Digest: Int] = [:]
    var bundles = SalvagedBundles(self)
    var branches: [BranchFiles] = []
    var aside: [Aside] = []
    var doneCount = 0
    for (tree, plans) in zip(found.trees, found.plans) {
      var log = SalvageReport.Log(log: tree.log, audience: tree.header?.audience)
      let leftovers = Leftovers(of: tree, lines)
      branches += try write(plans, of: tree, leftovers, &log, &attachments)
      log.runs = leftovers.runs(after: plans.map { $0.firstSeq + $0.nodes.count - 1 }.max() ?? 0) { path(of: $0) }
      if let file = try keep(leftovers, &bundles, &log) { aside.append(file) }
      doneCount += log.lineCount
      salvage.progress(SalvageProgress(step: .writing, done: doneCount, total: found.lineCount))
      report.logs.append(log)
    }
    for branch in branches { try branch.commit() }
    // Only now may lines that were aside leave the file that they were in.
    for file in aside { try put(file) }
    try SalvagedAttachments(self).write(attachments, &report)
    count(&report)
  }

  private func count(_ report: inout SalvageReport) {
    report.foundCount = lines.foundCount
    report.repeatedCount = lines.foundCount - lines.lines.count
    report.otherWorkspaceCount = found.otherWorkspaceCount
    report.otherPrivateCount = found.otherPrivateCount
    report.usedCount = report.lineCount
    let lineCount = found.trees.reduce(0) { $0 + lines.firstLines(of: $1.log).count }
    report.asideCount = lineCount - report.usedCount
    report.otherFormCount =
      lines.lines.count - found.otherWorkspaceCount - found.otherPrivateCount - lineCount
  }

  func path(of line: Int32) -> String { found.heap.files[Int(lines.lines[Int(line)].file)].path }

  /// The folder in `logs` here that a line was found in.
  func ownFolder(of line: Int32) -> String? { found.heap.files[Int(lines.lines[Int(line)].file)].ownFolder }

  // MARK: Branches

  private func write(
    _ plans: [BranchPlan], of tree: LogTree, _ leftovers: Leftovers, _ log: inout SalvageReport.Log,
    _ attachments: inout [Digest: Int]
  ) throws -> [BranchFiles] {
    log.branchCount = plans.count
    // Folders here with lines that do not stand on line 1: those stay where they are.
    let unsettled = Set(leftovers.lines.compactMap { ownFolder(of: $0.line) })
    let hasher = LinkHasher()
    var walkers: [Int32: ChainWalker] = [:]
    var branches: [BranchFiles] = []
    let forks = Set(plans.compactMap { $0.nodes.first.map { tree.nodes[Int($0)].parent } })
    for plan in plans {
      guard let first = plan.nodes.first else { continue }
      let start = ChainWalker(log: plan.log, workspace: found.workspace, hasher: hasher)
      guard var walker = tree.nodes[Int(first)].parent < 0 ? start : walkers[tree.nodes[Int(first)].parent] else {
        continue
      }
      let folder = LogFolder(plan.log, fork: plan.fork, in: root + "/logs", files: files)
      let name = Path.name(of: folder.path)
      let lastOwn = plan.nodes.last { ownFolder(of: tree.nodes[Int($0)].line) == name }
      var parts = try BranchFiles(
        folder, files, quarantine: root + "/quarantine", isDryRun: isDryRun,
        isErased: { found.erases($0, in: $1) },
        keeping: unsettled.contains(name) ? .after(lastOwn.map { end(of: tree.nodes[Int($0)].line) }) : nil)
      for node in plan.nodes {
        let line = tree.nodes[Int(node)].line
        try found.reader.read(lines.lines[Int(line)], of: lines) { bytes in
          guard let view = try? walker.step(bytes, in: 0..<bytes.count) else {
            throw SalvageError.changedMeanwhile(path: path(of: line))
          }
          try parts.add(written(view, bytes, hasher, &log, &attachments), seq: view.seq)
        }
        if forks.contains(node) { walkers[node] = walker }
        note(tree.nodes[Int(node)], &log)
      }
      try parts.finish()
      branches.append(parts)
      log.heads.append(LogEnd(seq: walker.seq, chain: Chain(walker.link)))
    }
    return branches
  }

  /// The file that a line was found in, and where the next one begins in it.
  private func end(of line: Int32) -> BranchFiles.Place {
    let found = lines.lines[Int(line)]
    return BranchFiles.Place(path: path(of: line), offset: found.offset + Int(found.length) + 1)
  }

  private func note(_ node: LogTree.Node, _ log: inout SalvageReport.Log) {
    log.lineCount += 1
    if !node.isVouched { log.unvouchedCount += 1 }
    let line = lines.lines[Int(node.line)]
    let first = lines.line(log: log.log, seq: line.seq, chain: Chain(value: line.chain)).map { Int32($0) } ?? node.line
    if !lines.forms(of: first).contains(where: { ownFolder(of: $0) != nil }) { log.newCount += 1 }
  }

  /// The line as it is to stand on disk: without its payload where that is erased.
  private func written(
    _ view: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ hasher: LinkHasher, _ log: inout SalvageReport.Log,
    _ attachments: inout [Digest: Int]
  ) -> [UInt8] {
    let isErased = found.erases(view, in: bytes)
    guard view.payload != nil else {
      if !isErased { log.missingPayloadCount += 1 }
      return Array(bytes)
    }
    if isErased {
      log.erasedCount += 1
      return view.withoutPayload(in: bytes, hasher)
    }
    if view.isKind(Kind.bijlageName, in: bytes), let payload = view.payloadObject(in: bytes),
      let digest = payload["sha256"]?.stringValue.flatMap(Digest.init(hexadecimal:))
    {
      attachments[digest] = Int(clamping: max(0, payload["bytes"]?.integerValue ?? 0))
    }
    return Array(bytes)
  }

  // MARK: What stays aside

  /// A file with lines that stay aside.
  private struct Aside {
    let path: String
    /// Where they were written; nil where there are none any more.
    let beside: String?
  }

  /// Keeps the lines that do not stand on line 1 for another time: with their bundle where that can wait by itself, else
  /// in a file of their own, from which they are read again.
  private func keep(
    _ leftovers: Leftovers, _ bundles: inout SalvagedBundles, _ log: inout SalvageReport.Log
  ) throws -> Aside? {
    let path = root + "/quarantine/salvaged-\(leftovers.log.text).jsonl"
    var kept: [Int32] = []
    for leftover in leftovers.lines where ownFolder(of: leftover.line) == nil {
      let bundle = try bundles.place(of: lines.lines[Int(leftover.line)])
      if bundle == nil { kept.append(leftover.line) }
      let seq = lines.lines[Int(leftover.line)].seq
      let index = log.runs.firstIndex {
        $0.state != .missing && $0.keptAt == nil && $0.firstSeq <= seq && seq <= $0.lastSeq
      }
      if let index { log.runs[index].keptAt = bundle ?? path }
    }
    if isDryRun { return nil }
    if !kept.isEmpty { return try write(kept, for: path) }
    // All that an earlier attempt kept has found its place.
    guard leftovers.lines.isEmpty, let file = found.heap.files.firstIndex(where: { $0.path == path }),
      !found.heap.places.contains(where: { $0.file == file })
    else { return nil }
    return Aside(path: path, beside: nil)
  }

  private func put(_ file: Aside) throws(FileError) {
    if let beside = file.beside { try files.rename(beside, to: file.path) } else { try files.remove(file.path) }
    try files.synchronizeFolder(Path.folder(of: file.path))
  }

  private func write(_ kept: [Int32], for path: String) throws -> Aside {
    try files.makeFolders(Path.folder(of: path))
    let beside = Path.folder(of: path) + "/.tmp-" + Path.name(of: path)
    let file = try files.open(beside, .replace(mode: 0o600))
    let hasher = LinkHasher()
    var bytes: [UInt8] = []
    for line in kept {
      try found.reader.read(lines.lines[Int(line)], of: lines) { line in
        var line = Array(line)
        line.withUnsafeBufferPointer { source in
          guard let view = try? LineView(parsing: source, in: 0..<source.count), view.payload != nil,
            found.erases(view, in: source)
          else { return nil as [UInt8]? }
          return view.withoutPayload(in: source, hasher)
        }.map { line = $0 }
        bytes += line + [0x0A]
      }
      if bytes.count > HeapStream.pieceByteCount {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
    try file.synchronize()
    return Aside(path: path, beside: beside)
  }

  // MARK: Damage

  private func damage(_ place: Heap.Place) throws -> SalvageReport.Damage {
    let file = found.heap.files[place.file]
    var isWhole = false
    if let start = place.start {
      isWhole = isUsed(start.prefix { $0 != 0x0A })
    } else if place.byteCount <= LineView.largestByteCount {
      let bytes = try files.read(file.path, from: place.offset, count: place.byteCount)
      let parts = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      isWhole = !parts.isEmpty && parts.allSatisfy(isUsed)
    }
    return SalvageReport.Damage(
      path: file.path, offset: place.offset, byteCount: place.byteCount, isWholeElsewhere: isWhole)
  }

  /// Whether bytes that are no line name a log and a number under which one is used. Only for the report.
  private func isUsed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let log = text.firstRange(of: "\"log\":\""), let id = LogID(text[log.upperBound...].prefix(12)),
      let number = text[log.upperBound...].firstRange(of: "\"seq\":"),
      let seq = Int(text[number.upperBound...].prefix { $0.isASCII && $0.isNumber }),
      let tree = found.tree(of: id)
    else { return false }
    return tree.holds(seq: seq, lines)
  }
}

extension Salvage.Found {
  /// The lines that stand on line 1.
  var lineCount: Int { plans.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nodes.count } } }

  func tree(of log: LogID) -> LogTree? {
    let first = trees.indices.border(where: { trees[$0].log >= log })
    return first < trees.count && trees[first].log == log ? trees[first] : nil
  }
}

extension LineView {
  /// The same line without its payload and salt: with the digest in their place.
  func withoutPayload(in bytes: UnsafeBufferPointer<UInt8>, _ hasher: LinkHasher) -> [UInt8] {
    var line: [UInt8] = []
    appendErased(from: bytes, to: &line, hasher: hasher)
    return line
  }
}
