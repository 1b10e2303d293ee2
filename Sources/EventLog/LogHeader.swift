import CanonicalJSON
import Cryptography
import Identity
import Vocabulary

/// What line 1 of a log says (SyncSpecs/log.md).
public struct LogHeader: Sendable, Equatable {
  /// The number of the format that this version writes.
  public static let format: Int64 = 1

  public let audience: Audience
  /// The log that this one goes on from.
  public let follows: LogID?
  public let publicKey: Ed25519.PublicKey
  /// A region's code.
  public let regio: String
  /// The id of the founder's shared log.
  public let workspace: LogID

  public init(audience: Audience, follows: LogID?, publicKey: Ed25519.PublicKey, regio: String, workspace: LogID) {
    self.audience = audience
    self.follows = follows
    self.publicKey = publicKey
    self.regio = regio
    self.workspace = workspace
  }

  /// Reads the payload of line 1.
  public init(_ payload: JSONObject) throws(LineFault) {
    if let format = payload["format"]?.integerValue, format > Self.format { throw .noHeader(.newerFormat(format)) }
    let known: Set<String> = ["audience", "follows", "format", "public_key", "regio", "workspace"]
    guard payload.keys.allSatisfy(known.contains), payload["format"] == .integer(Self.format),
      let audience = payload["audience"]?.stringValue.flatMap(Audience.init(rawValue:)),
      let publicKey = payload["public_key"]?.stringValue.flatMap(Ed25519.PublicKey.init(openSSH:)),
      let regio = payload["regio"]?.stringValue,
      let workspace = payload["workspace"]?.stringValue.flatMap({ LogID($0) })
    else { throw .noHeader(.payload) }
    let follows = payload["follows"]?.stringValue.flatMap { LogID($0) }
    if payload["follows"] != nil, follows == nil { throw .noHeader(.payload) }
    self.init(audience: audience, follows: follows, publicKey: publicKey, regio: regio, workspace: workspace)
  }

  /// The payload of line 1.
  public var payload: JSONObject {
    var payload = JSONObject()
    payload["audience"] = .string(audience.rawValue)
    payload["follows"] = follows.map { .string($0.text) }
    payload["format"] = .integer(Self.format)
    payload["public_key"] = .string(publicKey.openSSH)
    payload["regio"] = .string(regio)
    payload["workspace"] = .string(workspace.text)
    return payload
  }
}
