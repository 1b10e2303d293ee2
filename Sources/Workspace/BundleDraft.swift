import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// A bundle that is to be made: what it is to hold, and for whom.
struct BundleDraft {
  /// One file of it.
  struct Part {
    let number: Int
    /// How many there are.
    let count: Int
    let manifest: BundleManifest
    let bytes: [UInt8]
  }

  let request: BundleRequest
  let shipment: Shipment
  let receivers: [LogID]
  let unknownKeys: [LogID]
  let omitsRegional: Bool
  private let workspace: Workspace
  private let recipients: [AgeRecipient]
  private let attachments: [BundleManifest.Attachment]
  private let wantedAttachments: [Reference]

  /// Ends the own logs with a checkpoint and gathers what is to be sent.
  ///
  /// - Throws: `ExchangeError`, `LogError`, `FileError`.
  init(_ request: BundleRequest, _ recording: Recording) throws {
    try recording.closeSharedLogs()
    let workspace = recording.workspace
    let held = try HeldLogs(scanning: workspace.logsPath, files: workspace.files)
    let decisions = held.decisionLines
    let members = Members(of: decisions, founder: workspace.settings.workspace)
    let erasure = Erasure(in: decisions, members: members, ownPrivate: workspace.ownPrivate)
    let present = PresentMembers(held, decisions, members)
    var unknownKeys: [LogID] = []
    var receivers: [LogID] = []
    switch request.receivers {
    case .clear, .passphrase: break
    case .members(let logs):
      receivers = Set(logs).sorted()
      if let other = receivers.first(where: { members.members[$0].map { !$0.isRevoked } != true }) {
        throw ExchangeError.notAMember(other)
      }
      unknownKeys = receivers.filter { held.header(of: $0) == nil }
      if !unknownKeys.isEmpty { throw ExchangeError.unknownKeys(unknownKeys) }
    case .everyone:
      // An own log of before that is still there is gone on in by another copy of this folder.
      let others = present.logs.filter { $0 != workspace.log }
      unknownKeys = others.filter { held.header(of: $0) == nil }
      receivers = others.filter { held.header(of: $0) != nil }
      if receivers.isEmpty { throw unknownKeys.isEmpty ? ExchangeError.noReceivers : .unknownKeys(unknownKeys) }
    }
    self.request = request
    self.workspace = workspace
    self.receivers = receivers
    self.unknownKeys = unknownKeys
    recipients = try Self.recipients(request, receivers, workspace, held)
    let regio = Self.commonRegion(of: receivers, in: held)
    let received = ReceivedFrontiers(workspace)
    let coverages: [Coverage] = receivers.map { log in
      received.manifest(of: log).map { Coverage($0, in: held) } ?? Coverage()
    }
    func isSent(_ header: LogHeader) -> Bool {
      header.audience == .gedeeld || (header.audience == .regio && header.regio == regio)
    }
    omitsRegional =
      !receivers.isEmpty
      && held.branches.contains { $0.header.map { $0.audience == .regio && !isSent($0) } == true && !$0.isEmpty }
    shipment = try Shipment(
      of: held, erasure: erasure, members: members, to: coverages, isOnlyFrontier: request.isReceipt, where: isSent)
    let named = NamedFiles(in: held, erasure, where: isSent)
    let store = try Attachments(workspace).held()
    attachments =
      request.isReceipt
      ? []
      : named.digests(in: shipment).filter { store[$0] != nil && request.attachments.includes(store[$0] ?? 0) }
        .map { BundleManifest.Attachment(byteCount: store[$0] ?? 0, sha256: $0) }
    // A receipt asks for what is not here, as far as its size is wanted.
    wantedAttachments =
      request.isReceipt
      ? named.files.filter { store[$0.sha256] == nil && request.attachments.includes($0.byteCount) }.map(\.reference)
      : []
  }

  private static func recipients(
    _ request: BundleRequest, _ receivers: [LogID], _ workspace: Workspace, _ held: HeldLogs
  ) throws -> [AgeRecipient] {
    switch request.receivers {
    case .clear: []
    case .passphrase(let text): [.passphrase(text, workFactor: AgeRecipient.usualWorkFactor)]
    case .members, .everyone: try workspace.recipients(receivers, in: held)
    }
  }

  /// The region that all receivers are of; nil where there are several, or none.
  private static func commonRegion(of receivers: [LogID], in held: HeldLogs) -> String? {
    let regions = Set(receivers.map { held.header(of: $0)?.regio })
    return regions.count == 1 ? regions.first.flatMap { $0 } : nil
  }

  // MARK: Parts

  /// The files, each of them a whole bundle.
  func parts() throws -> [Part] {
    let groups = try grouped()
    var parts: [Part] = []
    for (index, group) in groups.enumerated() {
      parts.append(
        Part(number: index + 1, count: groups.count, manifest: group.manifest, bytes: try encrypted(group.bytes)))
    }
    return parts
  }

  private typealias Group = (manifest: BundleManifest, bytes: [UInt8])

  private func grouped() throws -> [Group] {
    guard let largest = request.largestByteCount else { return [try pack(shipment.pieces[...], attachments)] }
    // Encrypting adds a header, and 16 bytes to each 64 KiB.
    let room = recipients.isEmpty ? largest : largest - 512 - 256 * recipients.count - largest / 4096
    var groups: [Group] = []
    var rest = shipment.pieces[...]
    // How many bytes of lines make one of the file; lines of a log pack about 8 : 1.
    var ratio = 6.0
    while !rest.isEmpty {
      var count = Self.count(of: rest, within: Int(Double(room) * ratio))
      while true {
        let group = try pack(rest.prefix(count), [])
        let lineBytes = rest.prefix(count).reduce(0) { $0 + $1.byteCount }
        if group.bytes.count <= room || count == 1 {
          if group.bytes.count > room { throw ExchangeError.partTooSmall(wanted: largest, smallest: group.bytes.count) }
          ratio = max(1, Double(lineBytes) / Double(group.bytes.count) * 0.9)
          groups.append(group)
          rest = rest.dropFirst(count)
          break
        }
        ratio = Double(lineBytes) / Double(group.bytes.count) * 0.9
        count = max(1, min(count - 1, Self.count(of: rest, within: Int(Double(room) * ratio))))
      }
    }
    return try groups + attachmentGroups(room)
  }

  /// Attachments go in parts by themselves.
  private func attachmentGroups(_ room: Int) throws -> [Group] {
    var groups: [Group] = []
    var waiting: [BundleManifest.Attachment] = []
    func flush() throws {
      if waiting.isEmpty { return }
      let group = try pack([], waiting)
      if group.bytes.count > room {
        throw ExchangeError.partTooSmall(wanted: room, smallest: group.bytes.count)
      }
      groups.append(group)
      waiting = []
    }
    // What the manifest and each entry take beside.
    let overhead = shipment.frontier.values.reduce(4096) { $0 + $1.count * 48 } + shipment.missing.count * 40
    for attachment in attachments {
      let size = waiting.reduce(overhead) { $0 + $1.byteCount + 2048 }
      if size + attachment.byteCount > room { try flush() }
      waiting.append(attachment)
    }
    try flush()
    if groups.isEmpty, shipment.pieces.isEmpty {
      let group = try pack([], [])
      if group.bytes.count > room { throw ExchangeError.partTooSmall(wanted: room, smallest: group.bytes.count) }
      groups.append(group)
    }
    return groups
  }

  private static func count(of pieces: ArraySlice<Shipment.Piece>, within byteCount: Int) -> Int {
    var (count, total) = (0, 0)
    for piece in pieces {
      total += piece.byteCount
      if count > 0, total > byteCount { break }
      count += 1
    }
    return max(1, count)
  }

  private func pack(
    _ pieces: ArraySlice<Shipment.Piece>, _ attachments: [BundleManifest.Attachment]
  ) throws -> Group {
    try workspace.packed(pieces, of: shipment, attachments, for: receivers, asking: wantedAttachments)
  }

  private func encrypted(_ bytes: [UInt8]) throws -> [UInt8] {
    if recipients.isEmpty { return bytes }
    return try Age.encrypt(bytes, to: recipients, randomness: workspace.surroundings.randomness)
  }

  func made(_ part: Part, at path: String) -> Exchange.Made {
    Exchange.Made(
      path: path, lineCount: part.manifest.lineCount, logCount: Set(part.manifest.segments.map(\.log)).count,
      attachmentCount: part.manifest.attachments.count, byteCount: part.bytes.count,
      leftBehind: shipment.leftBehind, receivers: receivers, unknownKeys: unknownKeys, omitsRegional: omitsRegional)
  }
}
