import Bundle
import Cryptography
import EventLog
import Identity

/// Lines that one and the same group of members may have: those of the shared logs, or those of one region's.
struct FolderScope {
  /// Nil for the shared logs.
  let region: String?
  /// Whom bundles of these lines are encrypted to, by their shared logs; nobody when they are in clear.
  let receivers: [LogID]
  /// The members to reckon with.
  let members: [LogID]
  let isEncrypted: Bool

  /// The shared logs, and those of the own region where any are held.
  ///
  /// - Parameter isPlain: Whether the shared logs go in clear; those of a region never do.
  static func all(_ workspace: Workspace, _ state: FolderState, isPlain: Bool) -> [FolderScope] {
    let known = state.others.filter { state.held.header(of: $0) != nil }
    let region = workspace.settings.regio
    var scopes: [FolderScope] = []
    if isPlain {
      // Where nobody is known yet, a file counts that whoever comes can read.
      let members = state.others.isEmpty ? [workspace.log] : state.others
      scopes.append(FolderScope(region: nil, receivers: [], members: members, isEncrypted: false))
    } else {
      scopes.append(FolderScope(region: nil, receivers: known, members: known, isEncrypted: true))
    }
    let near = known.filter { state.held.header(of: $0)?.regio == region }
    if !near.isEmpty, !state.shape.passable(region: region).isEmpty {
      scopes.append(FolderScope(region: region, receivers: near, members: near, isEncrypted: true))
    }
    return scopes
  }

  /// Whether nobody else could open a bundle of these lines.
  var isForNobody: Bool { isEncrypted && receivers.isEmpty }

  /// Whether everyone whom these bundles are for may have a log.
  func mayHave(_ header: LogHeader) -> Bool {
    header.audience == .gedeeld || (header.audience == .regio && region == header.regio)
  }

  /// What the folder needs of these lines.
  func plan(
    for files: [SharedFile], _ state: FolderState, _ workspace: Workspace, _ heard: [LineSet]
  ) throws -> FolderPlan {
    let own = state.own
    return FolderPlan(
      of: files, shape: state.shape, passable: state.shape.passable(region: region),
      attachments: Set(try attachments(state, workspace).keys), erasedAttachments: erasedAttachments(in: files, state),
      members: members, own: { own.contains($0) }, heard: heard)
  }

  /// The attachments that these lines name and that are here, with their sizes.
  func attachments(_ state: FolderState, _ workspace: Workspace) throws -> [Digest: Int] {
    let named = NamedFiles(in: state.held, state.erasure) { header in
      region == nil ? header.audience == .gedeeld : header.audience == .regio && header.regio == region
    }
    if named.files.isEmpty { return [:] }
    let digests = Set(named.files.map(\.sha256))
    return try Attachments(workspace).held().filter { digests.contains($0.key) }
  }

  /// Attachments of files that no line names any more, where there was an erasure.
  private func erasedAttachments(in files: [SharedFile], _ state: FolderState) -> Set<Digest> {
    let all = Set(files.flatMap(\.attachments))
    if all.isEmpty || state.erasure.wissingen.isEmpty { return [] }
    return all.subtracting(NamedFiles(in: state.held, state.erasure) { _ in true }.files.map(\.sha256))
  }

  /// What each of the others is known to hold.
  func heard(_ state: FolderState, _ workspace: Workspace) -> [LineSet] {
    let received = ReceivedFrontiers(workspace)
    return state.others.compactMap { received.manifest(of: $0) }.map { state.shape.lines(heldByWriterOf: $0) }
  }
}
