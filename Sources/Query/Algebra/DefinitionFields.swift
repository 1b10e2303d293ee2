import Vocabulary

/// The fields of a `definitie` that make an indicator, and which fields of other facts its rules may use.
public enum DefinitionFields {
  static let all = [
    "indicator", "variant", "tekst", "tabel", "filter", "teller", "noemer", "maat", "waarde", "richting", "minimum_n",
    "geldig_van", "bron",
  ]

  /// Whether a column can hold it, and so a rule or an indicator can use it.
  static func isCountable(_ field: Field) -> Bool {
    FieldForm(field.type) != nil && !["toelichting", "bron", "regel"].contains(field.name)
  }
}
