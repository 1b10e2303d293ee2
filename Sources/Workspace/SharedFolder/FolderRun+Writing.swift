import Platform

/// What a run writes in the folder, and removes from it.
extension FolderRun {
  mutating func write() throws {
    try recording.closeSharedLogs()
    let state = try FolderState(workspace)
    var kept = places.keys.sorted().compactMap { cache.files[$0] }
    do {
      for scope in FolderScope.all(workspace, state, isPlain: options.isPlain) {
        if scope.isForNobody {
          report.hasNoReceiver = true
        } else {
          try write(scope, state, &kept)
        }
      }
    } catch let error as FileError where error.path.hasPrefix(paths.root + "/") && !error.isPowerCut {
      report.notWritable = error
    }
    findRemains(kept, state)
  }

  private mutating func write(_ scope: FolderScope, _ state: FolderState, _ kept: inout [SharedFile]) throws {
    let heard = scope.heard(state, workspace)
    let plan = try scope.plan(for: kept, state, workspace, heard)
    var written: [SharedFile] = []
    if plan.isNeeded {
      let writer = FolderWriter(paths: paths, workspace: workspace, reader: reader)
      for result in try writer.write(plan, scope, state) {
        note(result)
        written.append(result.file)
      }
    }
    let removable = plan.removable(having: written, heard: heard)
    try state.held.checkReads()
    for file in removable {
      try remove(file)
      if places[file.sha256] == nil { kept.removeAll { $0.sha256 == file.sha256 } }
    }
    kept += written.filter { !kept.contains($0) }
  }

  private mutating func note(_ result: FolderWriter.Result) {
    let file = result.file
    cache.files[file.sha256] = file
    if places[file.sha256]?.contains(result.path) != true { places[file.sha256, default: []].append(result.path) }
    report.written.append(
      .init(
        path: result.path, lineCount: result.lineCount, byteCount: file.byteCount,
        receiverCount: file.isClear ? nil : file.receivers.count))
  }

  private mutating func remove(_ file: SharedFile) throws {
    guard let all = places[file.sha256] else { return }
    let writer = FolderWriter(paths: paths, workspace: workspace, reader: reader)
    let (removed, left) = try writer.remove(file, at: all)
    report.removed += removed
    places[file.sha256] = left.isEmpty ? nil : left
  }

  /// Names the files that hold a payload that was erased, and that this instance did not replace.
  private mutating func findRemains(_ kept: [SharedFile], _ state: FolderState) {
    for file in kept where state.shape.holdsErased(file) {
      for path in places[file.sha256] ?? [] {
        // A copy elsewhere is nobody's to remove.
        let isMisplaced = Path.folder(of: path) != paths.folder(of: file.writer)
        report.remains.append(
          .init(path: path, writer: file.writer, isOfGone: isMisplaced || state.isGone(file.writer)))
      }
    }
    report.remains.sort { $0.path < $1.path }
    let folder = paths.root + "/"
    cache.remains = cache.remains.filter { !$0.key.hasPrefix(folder) }
    for remains in report.remains { cache.remains[remains.path] = remains }
  }
}
