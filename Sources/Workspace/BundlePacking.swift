import Bundle
import EventLog
import Identity
import Vocabulary

extension Recording {
  /// Ends the own logs that others may have with a checkpoint, since lines are passed on up to one.
  ///
  /// - Throws: `LogError`, `WorkspaceError`.
  func closeSharedLogs() throws {
    for audience in [Audience.gedeeld, .regio] where workspace.settings.logs[audience] != nil {
      try writer(for: audience).close()
    }
  }
}

extension Workspace {
  /// A bundle in clear with lines of a shipment and with attachments, signed by this instance.
  ///
  /// - Parameters:
  ///   - receivers: Whom it says that it is for.
  ///   - wanted: Lines that are asked for besides those that lack their payload.
  /// - Throws: `WorkspaceError.noKey`, `BundleError`, `AttachmentError`, `FileError`.
  func packed(
    _ pieces: ArraySlice<Shipment.Piece>, of shipment: Shipment, _ attachments: [BundleManifest.Attachment],
    for receivers: [LogID], asking wanted: [Reference] = []
  ) throws -> (manifest: BundleManifest, bytes: [UInt8]) {
    guard let key = try keys.key(of: log) else { throw WorkspaceError.noKey(log: log) }
    let segments = try shipment.segments(of: pieces)
    let manifest = BundleManifest(
      workspace: settings.workspace, writer: log, receivers: receivers, frontier: shipment.frontier,
      missing: shipment.missing + wanted, segments: segments.map(\.entry), attachments: attachments)
    let writer = try BundleWriter(manifest, signedWith: key)
    for segment in segments {
      let entry = segment.entry
      try writer.append(entry.path, byteCount: entry.byteCount, sha256: entry.sha256) { put in
        try shipment.read(segment, put)
      }
    }
    let store = Attachments(self)
    for entry in manifest.attachments {
      try writer.append(entry.path, byteCount: entry.byteCount, sha256: entry.sha256) { put in
        try store.read(entry.sha256) { try $0.withUnsafeBufferPointer(put) }
      }
    }
    return (manifest, try writer.finish())
  }

  /// The keys of members whose line 1 is held, and the own one, to see later what is in own files.
  ///
  /// - Throws: `WorkspaceError.noKey`.
  func recipients(_ members: [LogID], in held: HeldLogs) throws -> [AgeRecipient] {
    guard let key = try keys.key(of: log) else { throw WorkspaceError.noKey(log: log) }
    return (members.compactMap { held.header(of: $0)?.publicKey } + [key.publicKey]).map { .sshEd25519($0) }
  }
}
