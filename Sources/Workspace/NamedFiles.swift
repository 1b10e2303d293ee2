import Bundle
import Cryptography
import EventLog
import Identity
import Merge

/// The attachments that lines which are held name in their payloads.
struct NamedFiles {
  struct File {
    let sha256: Digest
    let byteCount: Int
    let branch: Int
    let seq: Int
    let reference: Reference
  }

  private(set) var files: [File] = []

  /// - Parameter isMeant: Whether a log is looked at, by what its line 1 says.
  init(in held: HeldLogs, _ erasure: Erasure, where isMeant: (LogHeader) -> Bool) {
    for line in held.notable where held.branches[line.branch].header.map(isMeant) == true {
      line.line.withUnsafeBufferPointer { bytes in
        guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), view.isKind("bijlage", in: bytes),
          let payload = view.payloadObject(in: bytes),
          let digest = payload["sha256"]?.stringValue.flatMap(Digest.init(hexadecimal:))
        else { return }
        let reference = Reference(log: view.log, seq: view.seq, chain: view.chain)
        if erasure.erases(reference, kind: "bijlage") { return }
        files.append(
          File(
            sha256: digest, byteCount: Int(clamping: payload["bytes"]?.integerValue ?? 0), branch: line.branch,
            seq: line.seq, reference: reference))
      }
    }
  }

  /// Those that lines of a shipment name, ascending.
  func digests(in shipment: Shipment) -> [Digest] {
    let named = files.filter { file in
      shipment.pieces.contains { $0.branch == file.branch && $0.first <= file.seq && file.seq <= $0.last }
    }
    return Set(named.map(\.sha256)).sorted()
  }
}
