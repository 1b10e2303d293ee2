import Vocabulary

/// Where the rows of a table have a field that a rule names: of their own, or of their traject.
///
/// What a rule may name and what is counted by it are found here alike.
struct FieldPlace {
  enum Source {
    case own(Field, FieldForm)
    case derived(DerivedField)
  }

  /// The table itself, or the one that each row looks it up in: of its traject the end, else the start.
  let table: CountTable
  let source: Source

  /// Nil when neither the rows nor their trajecten have such a field, or none that can be counted with.
  init?(_ name: String, of table: CountTable, _ vocabulary: Vocabulary) {
    for table in Self.tables(of: table) {
      if let derived = DerivedField(rawValue: name), derived.tables.contains(table) {
        (self.table, source) = (table, .derived(derived))
        return
      }
      guard let field = Self.kind(table, vocabulary)?.field(named: name), DefinitionFields.isCountable(field),
        let form = FieldForm(field.type)
      else { continue }
      (self.table, source) = (table, .own(field, form))
      return
    }
    return nil
  }

  /// The names of all fields that its rows have.
  static func names(of table: CountTable, _ vocabulary: Vocabulary) -> [String] {
    tables(of: table).flatMap { table in
      (kind(table, vocabulary)?.fields ?? []).filter(DefinitionFields.isCountable).map(\.name)
        + DerivedField.allCases.filter { $0.tables.contains(table) }.map(\.rawValue)
    }
  }

  private static func tables(of table: CountTable) -> [CountTable] {
    guard table.isOfTraject else { return [table] }
    return [table] + [.ended, .started].filter { $0 != table }
  }

  private static func kind(_ table: CountTable, _ vocabulary: Vocabulary) -> Kind? {
    vocabulary.kind(named: table.rawValue)
  }
}
