import CanonicalJSON
import Cryptography
import Identity

/// A line that its log's key signs for everything before it (SyncSpecs/log.md).
public enum Checkpoint {
  /// The name of the kind.
  public static let kind = "checkpoint"
  /// A writer adds one at least this often.
  public static let largestLineGap = 4096
  public static let largestByteGap = 4 * 1024 * 1024

  /// The payload of a checkpoint after line `seq` of a log, whose link is `link`.
  public static func payload(
    link: Digest, seq: Int, log: LogID, workspace: LogID, key: Ed25519.PrivateKey
  ) -> JSONObject {
    let signature = key.signature(of: message(link: link, seq: seq, log: log, workspace: workspace))
    var payload = JSONObject()
    payload["link"] = .string(link.base64)
    payload["signature"] = .string(Base64.url(signature))
    return payload
  }

  /// The link that a checkpoint vouches for; nil when its form or its signature is not right.
  ///
  /// - Parameter seq: The number of the line before the checkpoint.
  public static func link(
    in payload: JSONObject, seq: Int, log: LogID, workspace: LogID, key: Ed25519.PublicKey
  ) -> Digest? {
    guard payload.members.count == 2, let link = payload["link"]?.stringValue.flatMap(Digest.init(base64:)),
      let signature = payload["signature"]?.stringValue.flatMap({ Base64.bytes(url: $0.utf8) }),
      key.verifies(signature, of: message(link: link, seq: seq, log: log, workspace: workspace))
    else { return nil }
    return link
  }

  private static func message(link: Digest, seq: Int, log: LogID, workspace: LogID) -> [UInt8] {
    Array("veldlog checkpoint 1\n\(workspace)\n\(log)\n\(seq)\n\(link.base64)".utf8)
  }
}
