/// Fields that say how a fact came to be, on every kind that a person records.
enum CommonFields {
  static let toelichting = Field.text("toelichting", "toelichting", "note")

  static let all: [Field] = [
    .code("reden_ontbreekt", "reden_ontbreekt", "waarom een waarde ontbreekt", "why a value is missing"),
    .code("herkomst_data", "herkomst_data", "herkomst van de gegevens", "origin of the data"),
    .text("bron", "bron", "source"),
    toelichting,
  ]

  /// A payload of any kind may hold a note, which is left out when payloads are compared.
  static let ofSystemKinds: [Field] = [toelichting]
}
