/// The place that a published figure was taken from.
struct PublishedSource: Sendable, Equatable {
  /// A table or an appendix of the thesis.
  let place: String

  static func table(_ number: Int) -> PublishedSource { PublishedSource(place: "tabel \(number)") }
  static func appendix(_ number: Int) -> PublishedSource { PublishedSource(place: "bijlage \(number)") }

  /// What `bron` says of the fact.
  var text: String { "scriptie inkoopmethoden specialistische jeugdhulp, 2016, \(place)" }
}
