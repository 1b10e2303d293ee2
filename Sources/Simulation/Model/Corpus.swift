import CanonicalJSON
import Cryptography

/// A line as the plain model reads it, whoever holds it.
struct ModelLine {
  /// Its number in the corpus.
  let id: Int
  let log: String
  let seq: Int
  let chain: String
  /// base64url, 43 characters.
  let link: String
  let at: String
  let kind: String
  let replaces: [String]
  /// The line that it follows; nil for line 1.
  let parent: Int?
  /// Line 1 of its branch.
  let first: Int
  /// Nil until somebody's copy has shown it.
  var payload: JSONObject?

  var reference: String { "\(log):\(seq)#\(chain.prefix(4))" }
}

/// Every line that was ever seen in a world, each once: instances hold sets of their numbers.
///
/// Read from the bytes by JSON and SHA-256 alone, with SyncSpecs/line.md beside it; nothing of `EventLog` is used.
final class Corpus {
  private(set) var lines: [ModelLine] = []
  private var byBytes: [[UInt8]: (id: Int, isBare: Bool)] = [:]
  /// By the first 8 bytes of the link, which are the line's chain.
  private var byChain: [UInt64: Int] = [:]
  /// By log and number; several where the log was continued in several places.
  private var byPlace: [String: [Int]] = [:]

  /// A line that cannot be what it says.
  struct Fault: Error {
    let text: String
    let line: String
  }

  /// Takes a line, without its line feed; one that is known already is found again.
  ///
  /// - Returns: Its number, and whether these bytes are without the payload.
  func take(_ bytes: ArraySlice<UInt8>) throws -> (id: Int, isBare: Bool) {
    let bytes = Array(bytes)
    if let known = byBytes[bytes] { return known }
    let found = try read(bytes)
    byBytes[bytes] = found
    return found
  }

  /// The line with this chain, as a number; nil where nobody ever held one.
  func id(chain: UInt64) -> Int? { byChain[chain] }

  /// The lines of a log with this number.
  func ids(_ log: String, _ seq: Int) -> [Int] { byPlace["\(log):\(seq)"] ?? [] }

  /// A line and all before it on its branch.
  func upTo(_ id: Int) -> Set<Int> {
    var ids: Set<Int> = [id]
    var next = lines[id].parent
    while let id = next {
      ids.insert(id)
      next = lines[id].parent
    }
    return ids
  }

  private func read(_ bytes: [UInt8]) throws -> (id: Int, isBare: Bool) {
    func fault(_ text: String) -> Fault { Fault(text: text, line: String(decoding: bytes, as: UTF8.self)) }
    guard let value = try? JSONValue(parsing: bytes, rules: .any), let head = value["head"],
      let log = head["log"]?.stringValue, let seq = head["seq"]?.integerValue.map({ Int($0) }),
      let chain = value["chain"]?.stringValue, let at = head["at"]?.stringValue, let kind = head["kind"]?.stringValue
    else { throw fault("no line") }
    guard Array(value.canonicalText.utf8) == bytes else { throw fault("not canonical") }
    let payload = value["payload"]?.objectValue
    let digest: [UInt8]
    if let payload, let salt = value["salt"]?.stringValue, value["digest"] == nil {
      digest = sha256("veldlog payload 1\n\(salt)\(JSONValue.object(payload).canonicalText)")
    } else if let text = value["digest"]?.stringValue, payload == nil, value["salt"] == nil,
      let removed = Base64.bytes(url: text.utf8)
    {
      digest = removed
    } else {
      throw fault("neither payload nor digest")
    }
    for id in ids(log, seq) where lines[id].chain == chain {
      if lines[id].payload == nil { lines[id].payload = payload }
      return (id, payload == nil)
    }
    let parents: [Int?] = seq == 1 ? [nil] : ids(log, seq - 1)
    for parent in parents {
      let before = parent.map { Base64.bytes(url: lines[$0].link.utf8) ?? [] } ?? sha256("veldlog log 1\n\(log)")
      let link = SHA256.hash(Array("veldlog link 1\n".utf8) + before + Array(head.canonicalText.utf8) + digest)
      guard Base64.url(Array(link.bytes.prefix(8))) == chain else { continue }
      let id = lines.count
      lines.append(
        ModelLine(
          id: id, log: log, seq: seq, chain: chain, link: link.base64, at: at, kind: kind,
          replaces: (head["replaces"]?.arrayValue ?? []).compactMap(\.stringValue), parent: parent,
          first: parent.map { lines[$0].first } ?? id, payload: payload))
      byChain[link.prefix] = id
      byPlace["\(log):\(seq)", default: []].append(id)
      return (id, payload == nil)
    }
    throw fault("follows no line that was ever written")
  }

  private func sha256(_ text: String) -> [UInt8] { SHA256.hash(Array(text.utf8)).bytes }
}
