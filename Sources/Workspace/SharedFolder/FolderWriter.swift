import Bundle
import Cryptography
import EventLog
import Identity
import Platform

/// Writes bundles into a shared folder, and removes own ones from it.
struct FolderWriter {
  let paths: FolderPaths
  let workspace: Workspace
  let reader: FolderReader

  private var files: any FileSystem { workspace.files }

  /// Lines and attachments of so many bytes go into one file at most, so that every reader can unpack it.
  static let largestUnpackedByteCount = 1 << 30

  /// A file whose bytes are in its folder, durable, under its name.
  typealias Result = (file: SharedFile, path: String, lineCount: Int)

  // MARK: Writing

  /// Writes what a plan asks for, in one file unless that would be too large to unpack.
  ///
  /// - Throws: `FileError`; no file is there under a name of its own then but whole ones.
  func write(_ plan: FolderPlan, _ scope: FolderScope, _ state: FolderState) throws -> [Result] {
    let shipment = try Shipment(
      of: state.held, erasure: state.erasure, members: state.members, lines: { plan.lines.runs(of: $0) },
      where: scope.mayHave)
    // What is damaged here is not passed on, and so cannot be added.
    if shipment.pieces.isEmpty, plan.attachments.isEmpty { return [] }
    let attachments = try scope.attachments(state, workspace).filter { plan.attachments.contains($0.key) }
    let folder = paths.folder(of: workspace.log)
    try makeFolders(folder)
    try removeLeftovers(in: folder)
    return try shares(of: shipment.pieces, attachments).map { share in
      try put(try packed(share, shipment, scope, state))
    }
  }

  private struct Share {
    var pieces: ArraySlice<Shipment.Piece> = []
    var attachments: [BundleManifest.Attachment] = []
    var byteCount = 0
  }

  /// Shares lines and attachments out over files.
  private func shares(of pieces: [Shipment.Piece], _ attachments: [Digest: Int]) -> [Share] {
    var shares: [Share] = []
    var start = 0
    while start < pieces.count {
      var (end, byteCount) = (start, 0)
      while end < pieces.count, end == start || byteCount + pieces[end].byteCount <= Self.largestUnpackedByteCount {
        byteCount += pieces[end].byteCount
        end += 1
      }
      shares.append(Share(pieces: pieces[start..<end], byteCount: byteCount))
      start = end
    }
    for (sha256, size) in attachments.sorted(by: { $0.key < $1.key }) where size <= Self.largestUnpackedByteCount {
      let entry = BundleManifest.Attachment(byteCount: size, sha256: sha256)
      if let last = shares.indices.last, shares[last].byteCount + size <= Self.largestUnpackedByteCount {
        shares[last].attachments.append(entry)
        shares[last].byteCount += size
      } else {
        shares.append(Share(attachments: [entry], byteCount: size))
      }
    }
    return shares
  }

  private func packed(
    _ share: Share, _ shipment: Shipment, _ scope: FolderScope, _ state: FolderState
  ) throws -> [UInt8] {
    let bytes = try workspace.packed(share.pieces, of: shipment, share.attachments, for: scope.receivers).bytes
    guard scope.isEncrypted else { return bytes }
    return try Age.encrypt(
      bytes, to: try workspace.recipients(scope.receivers, in: state.held),
      randomness: workspace.surroundings.randomness)
  }

  private func put(_ bytes: [UInt8]) throws -> Result {
    let sha256 = SHA256.hash(bytes)
    let path = paths.path(of: sha256, by: workspace.log, isEncrypted: Age.isAge(bytes.prefix(64)))
    let isThere = try files.entry(at: path)?.kind == .file && files.contents(of: path) == bytes
    if !isThere { try files.writeWhole(bytes, to: path, mode: 0o666) }
    // What is in it is asked of the disk, since other files may go for its sake.
    let (file, manifest) = try reader.describe(try files.contents(of: path), sha256)
    return (file, path, manifest.lineCount)
  }

  /// Makes folders below the shared one, for whoever the system lets in by its own rules.
  private func makeFolders(_ path: String) throws(FileError) {
    for folder in [paths.base, path] {
      guard try files.entry(at: folder) == nil else { continue }
      try files.makeFolder(folder, mode: 0o777)
      try files.synchronizeFolder(Path.folder(of: folder))
    }
  }

  /// Removes what an own attempt left that was cut off. Only the holder of the workspace's lock writes in this folder.
  private func removeLeftovers(in folder: String) throws(FileError) {
    for name in try files.names(in: folder) where name.hasPrefix(".tmp-") { try files.remove(folder + "/" + name) }
  }

  // MARK: Removing

  /// Removes an own file and its copies from its writer's folder; copies elsewhere are those of whoever made them.
  ///
  /// - Returns: What was removed, and what was left.
  func remove(_ file: SharedFile, at places: [String]) throws(FileError) -> (removed: [String], left: [String]) {
    let folder = paths.folder(of: file.writer)
    let going = places.filter { Path.folder(of: $0) == folder }
    for path in going {
      do throws(FileError) { try files.remove(path) } catch {
        if error.reason != .notFound { throw error }
      }
    }
    if !going.isEmpty { try files.synchronizeFolder(folder) }
    return (going, places.filter { !going.contains($0) })
  }
}
