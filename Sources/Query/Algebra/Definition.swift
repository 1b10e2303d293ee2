import CivilTime

/// What a fact of kind `definitie` says, before it is checked.
public struct Definition: Sendable, Equatable {
  public var indicator: String
  public var variant: String?
  public var text: String?
  public var table: String
  public var filter: String?
  public var numerator: String?
  public var denominator: String?
  public var measure: String?
  public var value: String?
  public var direction: String?
  public var smallestShown: Int?
  public var from: CivilDate?
  public var source: String?

  /// - Parameter member: The text of a field of the fact, and nil where it is absent.
  /// - Returns: nil for a definition in words alone, without `tabel`.
  public init?(_ member: (String) -> String?) {
    guard let table = member("tabel"), let indicator = member("indicator") else { return nil }
    self.table = table
    self.indicator = indicator
    variant = member("variant")
    text = member("tekst")
    filter = member("filter")
    numerator = member("teller")
    denominator = member("noemer")
    measure = member("maat")
    value = member("waarde")
    direction = member("richting")
    smallestShown = member("minimum_n").flatMap { Int($0) }
    from = member("geldig_van").flatMap { CivilDate(iso: $0) }
    source = member("bron")
  }

  /// The texts of its fields that are there, which `init` reads back.
  var members: [(field: String, text: String)] {
    let texts = [
      ("indicator", indicator), ("variant", variant), ("tekst", text), ("tabel", table), ("filter", filter),
      ("teller", numerator), ("noemer", denominator), ("maat", measure), ("waarde", value), ("richting", direction),
      ("minimum_n", smallestShown.map(String.init)), ("geldig_van", from?.iso), ("bron", source),
    ]
    return texts.compactMap { field, text in text.map { (field, $0) } }
  }

  /// As a question names it.
  public var id: String { ([indicator] + (variant.map { [$0] } ?? [])).joined(separator: "_").lowercased() }
}
