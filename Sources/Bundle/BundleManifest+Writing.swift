import CanonicalJSON
import Cryptography
import EventLog
import Identity

extension BundleManifest {
  /// The bytes of `manifest.json`: those that the signature covers.
  public var canonicalBytes: [UInt8] {
    let value: JSONValue = [
      "attachments": .array(attachments.map(\.json)),
      "bundle": .integer(Self.format),
      "for": .array(receivers.map { .string($0.text) }),
      "frontier": .object(frontierObject),
      "missing": .array(missing.map { .string($0.text) }),
      "segments": .array(segments.map(\.json)),
      "workspace": .string(workspace.text),
      "writer": .string(writer.text),
    ]
    return value.canonicalBytes
  }

  private var frontierObject: JSONObject {
    var object = JSONObject()
    for (log, lines) in frontier { object[log.text] = .array(lines.map(\.json)) }
    return object
  }
}

extension BundleManifest.Attachment {
  fileprivate var json: JSONValue {
    ["bytes": .integer(Int64(byteCount)), "sha256": .string(sha256.hexadecimal)]
  }
}

extension BundleManifest.NamedLine {
  fileprivate var json: JSONValue {
    ["chain": .string(chain.text), "seq": .integer(Int64(seq))]
  }
}

extension BundleManifest.Segment {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    if let after { object["after"] = .string(after.text) }
    object["bytes"] = .integer(Int64(byteCount))
    object["chain"] = .string(chain.text)
    object["first"] = .integer(Int64(first))
    object["last"] = .integer(Int64(last))
    object["log"] = .string(log.text)
    object["path"] = .string(path)
    object["sha256"] = .string(sha256.hexadecimal)
    return .object(object)
  }
}
