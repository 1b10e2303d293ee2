import Cryptography
import EventLog
import Identity
import Merge

/// The attachments that lines which are held name in their payloads.
public struct NamedFiles {
  public struct File {
    public let sha256: Digest
    public let byteCount: Int
    let branch: Int
    let seq: Int
    public let reference: Reference

    /// Nil for a line of another kind, without payload, or that an erasure forbids.
    init?(_ line: HeldLogs.Notable, unless erasure: Erasure) {
      let found = line.line.withUnsafeBufferPointer { bytes -> (Digest, Int, Reference)? in
        guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), view.isKind("bijlage", in: bytes),
          let payload = view.payloadObject(in: bytes),
          let digest = payload["sha256"]?.stringValue.flatMap(Digest.init(hexadecimal:))
        else { return nil }
        let reference = Reference(log: view.log, seq: view.seq, chain: view.chain)
        if erasure.erases(reference, kind: "bijlage") { return nil }
        return (digest, Int(clamping: payload["bytes"]?.integerValue ?? 0), reference)
      }
      guard let found else { return nil }
      (sha256, byteCount, reference) = found
      branch = line.branch
      seq = line.seq
    }
  }

  public let files: [File]

  /// - Parameter isMeant: Whether a log is looked at, by what its line 1 says.
  public init(in held: HeldLogs, _ erasure: Erasure, where isMeant: (LogHeader) -> Bool) {
    files = held.notable.filter { held.branches[$0.branch].header.map(isMeant) == true }
      .compactMap { File($0, unless: erasure) }
  }

  /// Those that lines of a shipment name, ascending.
  public func digests(in shipment: Shipment) -> [Digest] {
    let named = files.filter { file in
      shipment.pieces.contains { $0.holds(file.seq, on: file.branch) }
    }
    return Set(named.map(\.sha256)).sorted()
  }
}
