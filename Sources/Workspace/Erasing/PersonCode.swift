import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Vocabulary

/// Whom an erasure is about: a code that facts name.
public struct PersonCode: Sendable, Hashable {
  public let sort: FieldType.Reference
  public let code: String

  public init(_ sort: FieldType.Reference, _ code: String) {
    self.sort = sort
    self.code = code
  }

  /// By which a later fact about the same code is recognized, though nothing of the code stays behind: a code is short
  /// enough to be found by trying all, what it stood for is not.
  ///
  ///     SHA-256("veldlog gewist 1\n" ‖ workspace ‖ "\n" ‖ sort ‖ ":" ‖ code), its first 16 bytes as base64url
  func mark(in workspace: LogID) -> String {
    let text = "veldlog gewist 1\n\(workspace)\n\(sort.rawValue):\(code)"
    return Base64.url(Array(SHA256.hash(Array(text.utf8)).bytes.prefix(16)))
  }
}

/// Finds the codes of persons that facts name, by the types of their fields.
struct PersonCodes {
  /// For each kind of a table the names of its fields with codes.
  private let fields: [[(name: String, sort: FieldType.Reference)]]
  private let table: LineTable

  /// What fields of kinds that the vocabulary does not have are called.
  private static let usualNames: [(name: String, sort: FieldType.Reference)] = [
    ("respondent", .respondent), ("respondenten", .respondent), ("traject", .traject), ("interview", .interview),
    ("pseudoniem", .jeugdige),
  ]
  static let sorts: Set<FieldType.Reference> = [.respondent, .traject, .jeugdige, .interview]

  init(_ table: LineTable, _ vocabulary: Vocabulary) {
    self.table = table
    fields = table.kindNames.map { name in
      guard let kind = vocabulary.kind(named: name) else { return Self.usualNames }
      return kind.fields.compactMap { field in Self.sort(field.type).map { (field.name, $0) } }
    }
  }

  private static func sort(_ type: FieldType) -> FieldType.Reference? {
    switch type {
    case .reference(let sort): sorts.contains(sort) ? sort : nil
    case .list(let element): sort(element)
    default: nil
    }
  }

  /// The codes in a row's payload.
  func codes(in row: Int) -> Set<PersonCode> {
    guard let kind = table.kind(row), !fields[kind].isEmpty, let payload = table.payloadObject(row) else { return [] }
    var codes: Set<PersonCode> = []
    for field in fields[kind] {
      guard let value = payload[field.name] else { continue }
      for code in (value.arrayValue ?? [value]).compactMap(\.stringValue) { codes.insert(PersonCode(field.sort, code)) }
    }
    return codes
  }
}
