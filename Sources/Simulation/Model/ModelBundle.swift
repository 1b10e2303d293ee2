import Bundle
import CanonicalJSON

/// What stands in a bundle file, as the plain model reads it: a tar in a zstd frame, with a manifest in JSON.
struct ModelBundle {
  struct Segment {
    let log: String
    let first: Int
    /// The chain of the line before the first.
    let after: String?
    /// The lines in their order, and those of them that are without payload.
    let ids: [Int]
    let bare: Set<Int>
  }

  let writer: String
  /// The receivers' logs; none where everyone can read it.
  let receivers: [String]
  let segments: [Segment]
  let manifest: JSONValue

  var lineCount: Int { segments.reduce(0) { $0 + $1.ids.count } }

  init(_ file: [UInt8], _ corpus: Corpus) throws {
    let entries = try Self.entries(try Zstandard.decompress(file))
    guard let manifest = entries.first, manifest.name == "manifest.json",
      let value = try? JSONValue(parsing: manifest.content, rules: .any), let writer = value["writer"]?.stringValue
    else { throw Corpus.Fault(text: "no manifest", line: "") }
    let contents = Dictionary(entries.map { ($0.name, $0.content) }) { first, _ in first }
    self.writer = writer
    self.manifest = value
    receivers = (value["for"]?.arrayValue ?? []).compactMap(\.stringValue)
    segments = try (value["segments"]?.arrayValue ?? []).map { entry in
      guard let log = entry["log"]?.stringValue, let first = entry["first"]?.integerValue,
        let path = entry["path"]?.stringValue, let content = contents[path]
      else { throw Corpus.Fault(text: "a segment that is not there", line: entry.canonicalText) }
      let lines = try content.split(separator: 0x0A).map { try corpus.take($0) }
      return Segment(
        log: log, first: Int(first), after: entry["after"]?.stringValue, ids: lines.map(\.id),
        bare: Set(lines.filter(\.isBare).map(\.id)))
    }
  }

  /// The entries of a tar: blocks of 512 bytes, a header with name and octal size before each content.
  private static func entries(_ archive: [UInt8]) throws -> [(name: String, content: [UInt8])] {
    var entries: [(String, [UInt8])] = []
    var start = 0
    while start + 512 <= archive.count, archive[start] != 0 {
      let header = archive[start..<start + 512]
      let name = header.prefix(100).prefix { $0 != 0 }
      let prefix = header.dropFirst(345).prefix(155).prefix { $0 != 0 }
      let size = header.dropFirst(124).prefix(11).reduce(0) { $0 * 8 + Int(($1 &- UInt8(ascii: "0")) & 7) }
      start += 512
      guard start + size <= archive.count else { throw Corpus.Fault(text: "an archive that is cut off", line: "") }
      let path = (prefix.isEmpty ? [] : prefix + [UInt8(ascii: "/")]) + name
      entries.append((String(decoding: path, as: UTF8.self), Array(archive[start..<start + size])))
      start += (size + 511) / 512 * 512
    }
    return entries
  }
}
