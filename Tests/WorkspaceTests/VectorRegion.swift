import Bundle
import CanonicalJSON
import EventLog
import Identity
import TestSupport
import Testing
import Workspace

extension Region {
  /// An instance `/r` of a workspace of the vectors that holds nothing yet.
  ///
  /// - Parameter bundle: One that has the founder's log from line 1 on, for the founder's key.
  static func empty(of workspace: String, with bundle: [UInt8]) throws -> Region {
    let workspace = try #require(LogID(workspace))
    let contents = try BundleContents(unpacking: bundle)
    let founder = try #require(contents.segments.first { $0.entry.log == workspace && $0.entry.first == 1 })
    let line = try #require(contents.bytes[founder.range].split(separator: 0x0A).first)
    let key = try #require(try JSONValue(parsing: Array(line), rules: .line)["payload"]?["public_key"])
    let invite: JSONValue = ["workspace": .string(workspace.text), "naam": "Vectoren", "public_key": key]
    let region = Region()
    _ = try Workspace.make(
      at: "/r", naam: "", regio: "zeeland", who: "lezer",
      invite: try #require(Invite(invite.canonicalBytes) as Invite?),
      surroundings: region.surroundings("/r"))
    return region
  }
}

/// The word that SyncSpecs/bundle.md has for what is wrong with a bundle, as far as the vectors of this module need it.
func pageWord(for error: any Error) -> String {
  switch error {
  case ExchangeError.otherWorkspace: "workspace"
  case BundleError.signedByAnother: "writer"
  case BundleError.wrongContents: "hash"
  case BundleError.missingEntry, BundleError.wrongEntry, BundleError.unexpectedEntry, BundleError.wrongSize: "entry"
  default: "\(error)"
  }
}
