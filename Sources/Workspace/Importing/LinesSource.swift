import CanonicalJSON
import Vocabulary
import Words

/// The lines of a JSONL file: `{"kind","payload","replaces"?}`, one fact a line.
struct LinesSource: ImportSource {
  let sort = "jsonl"
  private(set) var kinds: [String] = []
  let rejectsHeader = ["json"]
  let separator = UInt8(ascii: ",")

  private let bytes: [UInt8]
  private var position: Int
  private var line = 0
  private let kind: Kind?
  private let vocabulary: Vocabulary
  private let checker: RowChecker

  /// Looks all lines through for what refuses the whole file.
  init(_ bytes: [UInt8], _ request: ImportRequest, kind: Kind?, vocabulary: Vocabulary) throws(ImportError) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.kind = kind
    self.vocabulary = vocabulary
    checker = RowChecker(vocabulary: vocabulary, prefix: request.prefix)
    try lookThrough(path: request.path)
  }

  private mutating func lookThrough(path: String) throws(ImportError) {
    var reader = self
    var columns: [String: Int] = [:]
    var screen = BsnScreen(columnCount: 0)
    var found: Set<String> = []
    var isEmpty = true
    while let (_, range) = reader.nextLine() {
      isEmpty = false
      guard let object = (try? Self.parse(bytes[range]))?.objectValue,
        let kind = object["kind"]?.stringValue.flatMap(vocabulary.kind(named:)) ?? self.kind
      else { continue }
      found.insert(kind.name)
      for member in object["payload"]?.objectValue?.members ?? [] {
        guard let field = kind.field(named: member.key) else {
          if Bsn.isFieldName(member.key) { throw .bsnColumn(member.key) }
          continue
        }
        guard field.type.isScreenedForBsn, let text = member.value.stringValue else { continue }
        let name = kind.name + "." + field.name
        let column = columns[name] ?? columns.count
        columns[name] = column
        screen.look(at: text, column: column)
      }
    }
    if isEmpty { throw .empty(path: path) }
    for (name, column) in columns.sorted(by: { $0.key < $1.key }) where screen.isMostlyBsn(column) {
      throw .bsnValues(column: name, passing: screen.passingCounts[column], of: screen.valueCounts[column])
    }
    kinds = found.sorted()
  }

  /// The next line that is not blank.
  private mutating func nextLine() -> (number: Int, range: Range<Int>)? {
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      let range = position..<end
      position = end + 1
      line += 1
      if !bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return (line, range) }
    }
    return nil
  }

  private static func parse(_ line: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    try JSONValue(parsing: Array(line), rules: .input)
  }

  mutating func next() -> ImportRow? {
    guard let (number, range) = nextLine() else { return nil }
    let source = bytes[range]
    let content: ImportRow.Content
    do throws(JSONError) {
      content = read(try Self.parse(source))
    } catch {
      content = .refused([
        RowChecker.withoutBsn(FileWords.notCanonical(error.offset, error.reason.phrase))
      ])
    }
    return ImportRow(line: number, content: content, source: range)
  }

  func rejectedCells(of row: ImportRow) -> [String] { [withoutBsn(bytes[row.source])] }

  private static let members: Set<String> = ["kind", "payload", "replaces"]

  private func read(_ value: JSONValue) -> ImportRow.Content {
    guard let line = value.objectValue, let payload = line["payload"]?.objectValue else {
      return .refused([ImportWords.notALine])
    }
    if let other = line.keys.first(where: { !Self.members.contains($0) }) {
      return .refused([RowChecker.withoutBsn(ImportWords.unknownMember(other))])
    }
    var kind = self.kind
    if let named = line["kind"] {
      guard let name = named.stringValue, let known = vocabulary.kind(named: name) else {
        let name = named.stringValue ?? named.canonicalText
        return .refused([
          RowChecker.withoutBsn(ImportWords.unknownKind(name, nearest: vocabulary.nearestKinds(to: name)))
        ])
      }
      kind = known
    }
    guard let kind else { return .refused([ImportWords.noKindInRow]) }
    if kind.isReserved { return .refused([ErrorWords.reservedKind(kind.name)]) }
    var references: [String] = []
    if let replaces = line["replaces"] {
      let all = (replaces.arrayValue ?? [replaces]).compactMap(\.stringValue)
      guard all.count == replaces.arrayValue?.count ?? 1 else { return .refused([ImportWords.badReplaces]) }
      references = all
    }
    let tidy = tidied(payload, kind)
    let problems = checker.problems(in: tidy, kind: kind)
    return problems.isEmpty ? .fact(kind, tidy, replaces: references) : .refused(problems)
  }

  /// The payload with its texts in NFC and the prefix put before ids.
  private func tidied(_ payload: JSONObject, _ kind: Kind) -> JSONObject {
    var tidy = JSONObject()
    for member in payload.members {
      let value = Self.composed(member.value)
      tidy[member.key] = kind.field(named: member.key).map { checker.prefixed(value, $0.type) } ?? value
    }
    return tidy
  }

  private static func composed(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(NormalForm.composed(text))
    case .array(let values): .array(values.map(composed))
    default: value
    }
  }

  /// The line as text; the values that may hold a BSN are blanked, or the whole where it is no JSON.
  private func withoutBsn(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while line.last == 0x0D { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    guard let value = try? Self.parse(line) else { return Bsn.isIn(text) ? Self.blank : text }
    let kind = value["kind"]?.stringValue.flatMap(vocabulary.kind(named:)) ?? kind
    let blanked = Self.withoutBsn(value, kind)
    return blanked == value ? text : blanked.canonicalText
  }

  /// Numbers in fields that hold numbers are left as they are.
  private static func withoutBsn(_ value: JSONValue, _ kind: Kind?) -> JSONValue {
    switch value {
    case .string(let text): return Bsn.isIn(text) ? .string(blank) : value
    case .integer(let number): return Bsn.isIn(String(number)) ? .string(blank) : value
    case .array(let values): return .array(values.map { withoutBsn($0, kind) })
    case .object(let object):
      var result = JSONObject()
      for member in object.members {
        let field = kind?.field(named: member.key)
        let isNumber = member.value.doubleValue != nil && field.map { !$0.type.isScreenedForBsn } == true
        result[Bsn.isIn(member.key) ? blank : member.key] = isNumber ? member.value : withoutBsn(member.value, kind)
      }
      return .object(result)
    default: return value
    }
  }
}
