import CanonicalJSON
import Cryptography
import Identity

/// A fact before it is written: what it says, without the log, number, time and salt it will get.
public struct Draft: Sendable {
  public let kind: String
  public let payload: JSONObject
  public let replaces: [Reference]
  /// The payload's canonical bytes, where whoever made the draft has them already.
  private let payloadBytes: [UInt8]?

  /// - Parameters:
  ///   - replaces: In any order; repeats are dropped.
  ///   - payloadBytes: The canonical bytes of `payload`, to save writing them again; nil to have them made.
  public init(kind: String, payload: JSONObject, replaces: [Reference] = [], payloadBytes: [UInt8]? = nil) {
    self.kind = kind
    self.payload = payload
    self.replaces = replaces.isEmpty ? [] : Set(replaces).sorted()
    self.payloadBytes = payloadBytes
  }

  /// That the writer of the log also writes another.
  public static func ownLog(_ log: LogID) -> Draft {
    var payload = JSONObject()
    payload["log"] = .string(log.text)
    return Draft(kind: "eigen_log", payload: payload)
  }

  /// Appends the whole line with its line feed, and returns its link.
  ///
  /// - Parameters:
  ///   - at: The 24 characters of a moment.
  ///   - salt: 12 bytes.
  func append(
    to bytes: inout [UInt8], log: LogID, seq: Int, at: String, salt: [UInt8], after link: Digest, hasher: LinkHasher
  ) -> Digest {
    bytes.append(contentsOf: "{\"chain\":\"".utf8)
    // The chain follows from what comes after it, so its place is filled in at the end.
    let chainStart = bytes.count
    bytes.append(contentsOf: "-----------\",\"head\":".utf8)
    let headStart = bytes.count
    appendHead(to: &bytes, log: log, seq: seq, at: at)
    let headEnd = bytes.count
    bytes.append(contentsOf: ",\"payload\":".utf8)
    let payloadStart = bytes.count
    if let payloadBytes { bytes.append(contentsOf: payloadBytes) } else { payload.appendCanonical(to: &bytes) }
    let payloadEnd = bytes.count
    bytes.append(contentsOf: ",\"salt\":\"".utf8)
    let saltStart = bytes.count
    bytes.append(contentsOf: Base64.url(salt).utf8)
    let saltEnd = bytes.count
    bytes.append(contentsOf: "\"}\n".utf8)
    let next = bytes.withUnsafeBufferPointer { line in
      let digest = hasher.digest(salt: line.part(saltStart..<saltEnd), payload: line.part(payloadStart..<payloadEnd))
      return hasher.link(after: link, head: line.part(headStart..<headEnd), digest: digest)
    }
    for (index, byte) in Chain(next).text.utf8.enumerated() { bytes[chainStart + index] = byte }
    return next
  }

  /// Appends the head's canonical bytes.
  private func appendHead(to bytes: inout [UInt8], log: LogID, seq: Int, at: String) {
    bytes.append(contentsOf: "{\"at\":\"".utf8)
    bytes.append(contentsOf: at.utf8)
    bytes.append(contentsOf: "\",\"kind\":".utf8)
    JSONValue.appendCanonical(kind, to: &bytes)
    bytes.append(contentsOf: ",\"log\":\"".utf8)
    bytes.append(contentsOf: log.text.utf8)
    bytes.append(contentsOf: "\",".utf8)
    if !replaces.isEmpty {
      bytes.append(contentsOf: "\"replaces\":[".utf8)
      for (index, reference) in replaces.enumerated() {
        bytes.append(contentsOf: (index == 0 ? "\"" : ",\"").utf8)
        bytes.append(contentsOf: reference.text.utf8)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(contentsOf: "],".utf8)
    }
    bytes.append(contentsOf: "\"seq\":".utf8)
    bytes.append(contentsOf: String(seq).utf8)
    bytes.append(UInt8(ascii: "}"))
  }
}
