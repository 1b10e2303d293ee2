import CanonicalJSON
import Cryptography
import Identity
import Vocabulary

/// Checks the lines of one branch of one log, one after another: form, numbers, links and checkpoints.
///
/// Costs two hashes a line, and one signature a checkpoint.
public struct ChainWalker {
  public let log: LogID
  /// The number of the last line that was right; 0 before the first.
  public private(set) var seq: Int
  /// The link of that line.
  public private(set) var link: Digest
  /// What line 1 says; nil before it.
  public private(set) var header: LogHeader?
  /// The number of the last checkpoint; 0 before the first.
  public private(set) var checkpointSeq = 0
  /// The link of the line before the last, which a bundle's `after` names.
  public private(set) var previousLink: Digest
  private let workspace: LogID?
  private let hasher: LinkHasher

  /// Starts before line 1.
  ///
  /// - Parameter workspace: The only workspace that line 1 may name; nil for any.
  public init(log: LogID, workspace: LogID?, hasher: LinkHasher = LinkHasher()) {
    self.log = log
    self.workspace = workspace
    self.hasher = hasher
    seq = 0
    link = hasher.origin(of: log)
    previousLink = link
  }

  /// Goes on after a line that is known to be right.
  public init(log: LogID, header: LogHeader, after seq: Int, link: Digest, hasher: LinkHasher = LinkHasher()) {
    self.log = log
    self.header = header
    self.seq = seq
    self.link = link
    self.hasher = hasher
    workspace = header.workspace
    previousLink = link
  }

  /// Stands nowhere yet, and knows the key: can only `resume` at a checkpoint.
  public init(log: LogID, header: LogHeader, hasher: LinkHasher = LinkHasher()) {
    self.init(log: log, header: header, after: 0, link: hasher.origin(of: log), hasher: hasher)
  }

  public var isAtCheckpoint: Bool { seq > 0 && seq == checkpointSeq }

  /// Takes the next line.
  ///
  /// - Throws: `LineFault`; the walker then stands where it stood.
  @discardableResult
  public mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) throws(LineFault) -> LineView {
    let line = try LineView(parsing: bytes, in: range)
    guard line.log == log else { throw .otherLog }
    guard line.seq == seq + 1 else { throw .wrongSeq(expected: seq + 1, found: line.seq) }
    let next = hasher.link(after: link, of: line, in: bytes)
    guard Chain(next) == line.chain else { throw .chainMismatch(offset: 10) }
    if seq == 0 { header = try readHeader(line, bytes) }
    if line.isKind(Checkpoint.kind, in: bytes) {
      guard let header, let link = Self.vouchedLink(line, bytes, header), link == self.link else {
        throw .falseCheckpoint
      }
      checkpointSeq = line.seq
    }
    seq = line.seq
    previousLink = link
    link = next
    return line
  }

  /// Goes on at a checkpoint, whatever stands between: its payload holds the link before it, signed.
  ///
  /// - Returns: False, and nothing changes, when the line is not a checkpoint beyond this point that holds.
  public mutating func resume(at line: LineView, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let header, line.log == log, line.seq > seq, line.isKind(Checkpoint.kind, in: bytes),
      let vouched = Self.vouchedLink(line, bytes, header)
    else { return false }
    let next = hasher.link(after: vouched, of: line, in: bytes)
    guard Chain(next) == line.chain else { return false }
    seq = line.seq
    checkpointSeq = line.seq
    previousLink = vouched
    link = next
    return true
  }

  private func readHeader(_ line: LineView, _ bytes: UnsafeBufferPointer<UInt8>) throws(LineFault) -> LogHeader {
    guard line.isKind("log", in: bytes), let payload = line.payloadObject(in: bytes) else {
      throw .noHeader(.notKindLog)
    }
    let header = try LogHeader(payload)
    guard LogID(header.publicKey) == log else { throw .noHeader(.otherKey) }
    if let workspace, header.workspace != workspace { throw .otherWorkspace(header.workspace.text) }
    return header
  }

  private static func vouchedLink(
    _ line: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ header: LogHeader
  ) -> Digest? {
    guard let payload = line.payloadObject(in: bytes) else { return nil }
    return Checkpoint.link(
      in: payload, seq: line.seq - 1, log: line.log, workspace: header.workspace, key: header.publicKey)
  }
}

extension LineView {
  /// Whether the line is of this kind.
  public func isKind(_ name: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.part(kind).elementsEqual(name.utf8)
  }

  /// The payload read in full; nil where it was removed.
  public func payloadObject(in bytes: UnsafeBufferPointer<UInt8>) -> JSONObject? {
    guard let payload else { return nil }
    return (try? JSONValue(parsing: bytes.part(payload), rules: .line))?.objectValue
  }
}
