import CanonicalJSON
import Vocabulary

/// Compares the ids that facts name with those that facts introduce.
struct ReferenceCheck {
  /// The kinds that introduce an id, and the field that holds it.
  static let definitions: [(reference: FieldType.Reference, kind: String, field: String)] = [
    (.traject, "traject_gestart", "traject"), (.aanbieder, "aanbieder", "aanbieder"),
    (.interview, "interview", "interview"), (.respondent, "respondent", "respondent"),
  ]

  /// Facts of one kind that name ids nobody introduced.
  struct Unknown {
    let reference: FieldType.Reference
    let kind: String
    /// The first ids, at most `Finding.largestPlaceCount`.
    let names: [String]
    let rows: [Int]
  }

  private struct Use: Hashable {
    let reference: FieldType.Reference
    let kind: String
  }

  private var introduced: [FieldType.Reference: Set<String>] = [:]
  private var uses: [Use: [(name: String, row: Int)]] = [:]
  /// For each kind its fields that name such ids.
  private let fields: [String: [(name: String, reference: FieldType.Reference, introduces: Bool)]]

  init(_ vocabulary: Vocabulary) {
    var fields: [String: [(name: String, reference: FieldType.Reference, introduces: Bool)]] = [:]
    for kind in vocabulary.kinds {
      for field in kind.fields {
        guard let reference = Self.reference(field.type),
          Self.definitions.contains(where: { $0.reference == reference })
        else { continue }
        let introduces = Self.definitions.contains {
          $0.reference == reference && $0.kind == kind.name && $0.field == field.name
        }
        fields[kind.name, default: []].append((field.name, reference, introduces))
      }
    }
    self.fields = fields
  }

  private static func reference(_ type: FieldType) -> FieldType.Reference? {
    switch type {
    case .reference(let reference): reference
    case .list(let element): reference(element)
    default: nil
    }
  }

  mutating func look(at payload: JSONObject, kind: Kind, row: Int) {
    for field in fields[kind.name] ?? [] {
      guard let value = payload[field.name] else { continue }
      for name in (value.arrayValue ?? [value]).compactMap(\.stringValue) {
        if field.introduces {
          introduced[field.reference, default: []].insert(name)
        } else {
          uses[Use(reference: field.reference, kind: kind.name), default: []].append((name, row))
        }
      }
    }
  }

  /// Sorted by sort of id and kind.
  func unknown() -> [Unknown] {
    var found: [Unknown] = []
    for (use, all) in uses {
      let known = introduced[use.reference] ?? []
      var names: [String] = []
      var rows: [Int] = []
      for (name, row) in all where !known.contains(name) {
        if names.count < Finding.largestPlaceCount, !names.contains(name) { names.append(name) }
        if rows.last != row { rows.append(row) }
      }
      if !rows.isEmpty { found.append(Unknown(reference: use.reference, kind: use.kind, names: names, rows: rows)) }
    }
    return found.sorted { ($0.reference.rawValue, $0.kind) < ($1.reference.rawValue, $1.kind) }
  }
}
