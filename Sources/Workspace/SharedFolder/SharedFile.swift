import Bundle
import Cryptography
import EventLog
import Identity

/// A bundle in a shared folder, by what it holds: a function of its bytes alone, whatever it is called.
struct SharedFile: Sendable, Equatable {
  /// Of the whole file.
  let sha256: Digest
  /// Of the whole file.
  let byteCount: Int
  let writer: LogID
  /// Who can read it, by their shared logs; empty when everyone can.
  let receivers: [LogID]
  let segments: [BundleManifest.Segment]
  let attachments: Set<Digest>
  /// The lines that it has without payload.
  let withoutPayload: Set<BareLine>

  /// A line without payload, as a number of a log.
  struct BareLine: Sendable, Hashable {
    let log: LogID
    let seq: Int
  }

  init(
    sha256: Digest, byteCount: Int, writer: LogID, receivers: [LogID] = [], segments: [BundleManifest.Segment],
    attachments: Set<Digest> = [], withoutPayload: Set<BareLine> = []
  ) {
    self.sha256 = sha256
    self.byteCount = byteCount
    self.writer = writer
    self.receivers = receivers
    self.segments = segments
    self.attachments = attachments
    self.withoutPayload = withoutPayload
  }

  var isClear: Bool { receivers.isEmpty }

  /// Whether it counts for a member: it is in clear, or encrypted to them, or they wrote it, and so can open it.
  func isFor(_ member: LogID) -> Bool { isClear || writer == member || receivers.contains(member) }

  func isWithoutPayload(_ log: LogID, _ seq: Int) -> Bool {
    withoutPayload.contains(BareLine(log: log, seq: seq))
  }

  /// The lines in all segments.
  var lineCount: Int { segments.reduce(0) { $0 + $1.lineCount } }

  /// The first 16 characters of its hash, which its name begins with.
  var shortName: String { String(sha256.hexadecimal.prefix(16)) }
}
