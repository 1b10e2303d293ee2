/// A rule that a row follows or not: `reden in (03, 04) en niet crisis = ja`.
///
/// A row that lacks a field follows no comparison with it but `!=`.
public indirect enum Predicate: Sendable, Hashable {
  /// Every row.
  case always
  /// The field has one of those values: codes, texts, `ja` or `nee`.
  case among(String, [String])
  /// The field, a number or a date, compares with the value as written.
  case compared(String, Comparison, String)
  case known(String)
  case not(Predicate)
  case all([Predicate])
  case any([Predicate])

  static func one(_ field: String, _ value: String) -> Predicate { .among(field, [value]) }

  /// The fields that it looks at.
  public var fields: Set<String> {
    switch self {
    case .always: []
    case .among(let field, _), .compared(let field, _, _), .known(let field): [field]
    case .not(let part): part.fields
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
    }
  }

  /// Whether no row with those values of fields can follow it.
  func isRuledOut(by values: [String: String]) -> Bool {
    switch self {
    case .among(let field, let allowed): values[field].map { !allowed.contains($0) } ?? false
    case .all(let parts): parts.contains { $0.isRuledOut(by: values) }
    case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.isRuledOut(by: values) }
    case .always, .compared, .known, .not: false
    }
  }

  /// As it is written, in Dutch; `Predicate(parsing:)` reads it back.
  public var text: String {
    switch self {
    case .always: ""
    case .among(let field, let values):
      values.count == 1
        ? "\(field) = \(Self.quoted(values[0]))"
        : "\(field) in (\(values.map(Self.quoted).joined(separator: ", ")))"
    case .compared(let field, let comparison, let value): "\(field) \(comparison.rawValue) \(Self.quoted(value))"
    case .known(let field): "\(field) bekend"
    case .not(let part): "niet (\(part.text))"
    case .all(let parts): parts.map(Self.grouped).joined(separator: " en ")
    case .any(let parts): parts.map(Self.grouped).joined(separator: " of ")
    }
  }

  private static func grouped(_ part: Predicate) -> String {
    switch part {
    case .all, .any: "(\(part.text))"
    default: part.text
    }
  }

  private static func quoted(_ value: String) -> String {
    value.allSatisfy(Token.isWordPart) && !value.isEmpty ? value : "\"\(value)\""
  }
}
