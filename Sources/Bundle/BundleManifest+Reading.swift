import CanonicalJSON
import Cryptography
import EventLog
import Identity

extension BundleManifest {
  /// Reads the bytes of `manifest.json`, and accepts only what `canonicalBytes` writes.
  ///
  /// - Throws: `BundleError.newerFormat` when the number of the format is higher, whatever else is in it,
  ///   `newerMembers` when the manifest itself has members that this version does not know; else `manifest` with the
  ///   first fault.
  public init(reading bytes: [UInt8]) throws(BundleError) {
    let root: ManifestValue
    do throws(JSONError) {
      root = ManifestValue(value: try JSONValue(parsing: bytes, rules: .line), place: "")
    } catch {
      throw .manifest(.json(error))
    }
    if let number = root.value["bundle"]?.integerValue, number > Self.format { throw .newerFormat(number) }
    if root.value["bundle"]?.integerValue == Self.format {
      let unknown = root.value.objectValue?.keys.filter { !Self.memberNames.contains($0) } ?? []
      if !unknown.isEmpty { throw .newerMembers(unknown.map { TarName.printable($0.utf8) }) }
    }
    do throws(ManifestFault) { try self.init(root) } catch { throw .manifest(error) }
  }

  private static let memberNames = [
    "attachments", "bundle", "for", "frontier", "missing", "segments", "workspace", "writer",
  ]

  private init(_ root: ManifestValue) throws(ManifestFault) {
    let members = try root.members(Self.memberNames)
    func member(_ name: String) -> ManifestValue { members[name] ?? root }
    guard member("bundle").value.integerValue == Self.format else { throw member("bundle").fault(.formatNumber) }
    let segments = try Self.segments(in: member("segments"))
    let attachments = try member("attachments").ascendingItems(Self.attachment) { $0.sha256 < $1.sha256 }
    let sizes = segments.map(\.byteCount) + attachments.map(\.byteCount)
    var total = 0
    for size in sizes {
      // Neither is above 2^53, so the sum cannot overflow.
      total += size
      guard total <= Int(JSONValue.largestInteger) else { throw member("segments").fault(.boundedTotal) }
    }
    self.init(
      workspace: try member("workspace").logID(),
      writer: try member("writer").logID(),
      receivers: try member("for").ascendingItems({ item throws(ManifestFault) in try item.logID() }, by: <),
      frontier: try Self.frontier(in: member("frontier")),
      missing: try member("missing").ascendingItems({ item throws(ManifestFault) in try item.reference() }, by: <),
      segments: segments,
      attachments: attachments
    )
  }

  private static func attachment(in item: ManifestValue) throws(ManifestFault) -> Attachment {
    let members = try item.members(["bytes", "sha256"])
    func member(_ name: String) -> ManifestValue { members[name] ?? item }
    return Attachment(byteCount: try member("bytes").byteCount(from: 0), sha256: try member("sha256").sha256())
  }

  private static func frontier(in value: ManifestValue) throws(ManifestFault) -> [LogID: [NamedLine]] {
    var frontier: [LogID: [NamedLine]] = [:]
    for (name, list) in try value.anyMembers().sorted(by: { $0.key < $1.key }) {
      guard let log = LogID(name) else { throw value.fault(.logID) }
      let lines = try list.ascendingItems(namedLine, by: <)
      guard !lines.isEmpty else { throw list.fault(.item) }
      frontier[log] = lines
    }
    return frontier
  }

  private static func namedLine(in item: ManifestValue) throws(ManifestFault) -> NamedLine {
    let members = try item.members(["chain", "seq"])
    func member(_ name: String) -> ManifestValue { members[name] ?? item }
    return NamedLine(seq: try member("seq").sequenceNumber(), chain: try member("chain").chain())
  }

  private static func segments(in list: ManifestValue) throws(ManifestFault) -> [Segment] {
    var paths: Set<String> = []
    return try list.ascendingItems(
      { item throws(ManifestFault) in
        let segment = try segment(in: item)
        // Two segments may differ in their chain alone, which is no part of a path without `~`.
        guard paths.insert(segment.path).inserted else { throw item.fault(.uniquePath) }
        return segment
      }, by: { $0.precedes($1) })
  }

  private static func segment(in item: ManifestValue) throws(ManifestFault) -> Segment {
    let members = try item.members(
      ["bytes", "chain", "first", "last", "log", "path", "sha256"],
      optional: ["after"]
    )
    func member(_ name: String) -> ManifestValue { members[name] ?? item }
    let first = try member("first").sequenceNumber()
    let last = try member("last").sequenceNumber()
    guard first <= last else { throw member("last").fault(.lastFromFirst) }
    let byteCount = try member("bytes").byteCount(from: 1)
    guard last - first < byteCount else { throw member("bytes").fault(.fewerLinesThanBytes) }
    let after = try members["after"].map { value throws(ManifestFault) in try value.chain() }
    guard (after == nil) == (first == 1) else { throw item.fault(first == 1 ? .noAfter : .after) }
    let path = try member("path").text()
    let (log, chain) = (try member("log").logID(), try member("chain").chain())
    let sha256 = try member("sha256").sha256()
    func segment(isOfFork: Bool) -> Segment {
      Segment(
        log: log,
        first: first,
        last: last,
        chain: chain,
        after: after,
        byteCount: byteCount,
        sha256: sha256,
        isOfFork: isOfFork
      )
    }
    let segment = segment(isOfFork: path.utf8.contains(UInt8(ascii: "~")))
    guard path.utf8.elementsEqual(segment.path.utf8) else { throw member("path").fault(.path(segment.path)) }
    return segment
  }
}
