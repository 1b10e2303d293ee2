import PlainText

/// How the columns of a table that others made are matched to fields and kinds.
extension Kind {
  /// The field that a column's heading means: its name, else its label in either language; capitals, accents, spaces
  /// and punctuation make no difference. Nil where none does, or where a label is that of several fields.
  ///
  ///     traject_gestart.field(matching: "Prijs vooraf")?.name  // "prijs_vooraf_cent"
  public func field(matching heading: String) -> Field? {
    let wanted = Spelling.folded(heading)
    if wanted.isEmpty { return nil }
    if let field = fields.first(where: { Spelling.folded($0.name) == wanted }) { return field }
    let labelled = fields.filter {
      Spelling.folded($0.label.dutch) == wanted || Spelling.folded($0.label.english) == wanted
    }
    return labelled.count == 1 ? labelled[0] : nil
  }

  /// The names of the fields whose name or label comes nearest to `heading`: at most three, nearest first.
  public func nearestFields(to heading: String) -> [String] {
    let spellings = fields.flatMap { [($0.name, $0.name), ($0.label.dutch, $0.name), ($0.label.english, $0.name)] }
    return EditDistance.nearest(to: heading, among: spellings.map { (spelling: $0.0, name: $0.1) })
  }
}

extension Vocabulary {
  /// The kind that a cell means: its name, else its label in either language.
  public func kind(matching text: String) -> Kind? {
    if let kind = kind(named: text) { return kind }
    let wanted = Spelling.folded(text)
    if wanted.isEmpty { return nil }
    return kinds.first { Spelling.folded($0.name) == wanted }
      ?? kinds.first { Spelling.folded($0.label.dutch) == wanted || Spelling.folded($0.label.english) == wanted }
  }
}

extension Spelling {
  /// Whether two headings are the same but for capitals, accents, spaces and punctuation.
  public static func isSameHeading(_ left: String, _ right: String) -> Bool {
    let folded = folded(left)
    return folded.isEmpty ? trimmed(left) == trimmed(right) : folded == Self.folded(right)
  }

  /// The names among `names` that a mistyped one may have meant: at most three, nearest first.
  public static func nearest(to text: String, among names: [String]) -> [String] {
    EditDistance.nearest(to: text, among: names.map { (spelling: $0, name: $0) })
  }
}
