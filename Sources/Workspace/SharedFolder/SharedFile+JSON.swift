import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity

/// How a file is remembered between runs: as what its bytes say, and nothing of what became of it.
extension SharedFile {
  var json: JSONValue {
    [
      "bytes": .integer(Int64(byteCount)), "writer": .string(writer.text),
      "for": .array(receivers.map { .string($0.text) }),
      "segments": .array(segments.map(Self.json)),
      "attachments": .array(attachments.sorted().map { .string($0.base64) }),
      "bare": .array(withoutPayload.sorted { ($0.log, $0.seq) < ($1.log, $1.seq) }.map(Self.json)),
    ]
  }

  /// Nil where anything in it is not as `json` writes it.
  init?(sha256: Digest, _ value: JSONValue) {
    guard let byteCount = value["bytes"]?.integerValue, byteCount >= 0,
      let writer = value["writer"]?.stringValue.flatMap({ LogID($0) }),
      let receivers = Self.all(value["for"], { $0.stringValue.flatMap { LogID($0) } }),
      let segments = Self.all(value["segments"], Self.segment),
      let attachments = Self.all(value["attachments"], { $0.stringValue.flatMap { Digest(base64: $0) } }),
      let bare = Self.all(value["bare"], Self.bareLine)
    else { return nil }
    self.init(
      sha256: sha256, byteCount: Int(byteCount), writer: writer, receivers: receivers, segments: segments,
      attachments: Set(attachments), withoutPayload: Set(bare))
  }

  private static func all<Item>(_ list: JSONValue?, _ item: (JSONValue) -> Item?) -> [Item]? {
    guard let values = list?.arrayValue else { return nil }
    let items = values.compactMap(item)
    return items.count == values.count ? items : nil
  }

  private static func json(_ segment: BundleManifest.Segment) -> JSONValue {
    var items: [JSONValue] = [
      .string(segment.log.text), .integer(Int64(segment.first)), .integer(Int64(segment.last)),
      .string(segment.chain.text),
    ]
    if let after = segment.after { items.append(.string(after.text)) }
    return .array(items)
  }

  private static func segment(_ value: JSONValue) -> BundleManifest.Segment? {
    guard let items = value.arrayValue, items.count == 4 || items.count == 5,
      let log = items[0].stringValue.flatMap({ LogID($0) }), let first = items[1].integerValue,
      let last = items[2].integerValue, first >= 1, first <= last, (first == 1) == (items.count == 4),
      let chain = items[3].stringValue.flatMap({ Chain($0) })
    else { return nil }
    let after = items.count == 5 ? items[4].stringValue.flatMap { Chain($0) } : nil
    if items.count == 5, after == nil { return nil }
    // Where the bytes stand in the file is of no use without the file.
    return BundleManifest.Segment(
      log: log, first: Int(first), last: Int(last), chain: chain, after: after, byteCount: 0, sha256: noHash)
  }

  static let noHash = SHA256.hash([UInt8]())

  private static func json(_ line: BareLine) -> JSONValue {
    .array([.string(line.log.text), .integer(Int64(line.seq))])
  }

  private static func bareLine(_ value: JSONValue) -> BareLine? {
    guard let items = value.arrayValue, items.count == 2, let log = items[0].stringValue.flatMap({ LogID($0) }),
      let seq = items[1].integerValue, seq >= 1
    else { return nil }
    return BareLine(log: log, seq: Int(seq))
  }
}
