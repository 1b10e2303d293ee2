import Words

/// What a reason for ending in an iJw stop message (codelijst JZ588, message JW307) says in CBS's five codes.
///
/// iJw `02` (death) is another code than CBS `02`, so a reason of a stop message goes into `reden_bron`, and `reden`
/// holds what it maps to. The mapping of 02, 20 and 36 to 39 is Veldlog's own choice; of the others it follows from
/// the descriptions.
public enum IJwMapping: Sendable, Equatable {
  /// The CBS code of list `reden`.
  case reden(String)
  /// The trajectory goes on, or the message is administrative: nothing ended.
  case notAnEnding
  /// Only a person can say; the CBS codes that it may be.
  case ask([String])

  /// The mapping in words, as the codebook shows it.
  public var phrase: Phrase {
    switch self {
    case .reden(let code): Phrase(nl: "wordt reden \(code)", en: "becomes reden \(code)")
    case .notAnEnding: Phrase(nl: "geen einde van het traject", en: "not an end of the trajectory")
    case .ask(let codes) where codes.isEmpty:
      Phrase(nl: "vraag naar de werkelijke reden", en: "ask for the real reason")
    case .ask(let codes):
      Phrase(nl: "vraag na: " + codes.joined(separator: " of "), en: "ask which: " + codes.joined(separator: " or "))
    }
  }
}

struct IJwReason: Sendable {
  let value: String
  let label: Phrase
  let mapping: IJwMapping

  private init(_ value: String, _ dutch: String, _ english: String, _ mapping: IJwMapping) {
    self.value = value
    label = Phrase(nl: dutch, en: english)
    self.mapping = mapping
  }

  var code: Code { Code(value, label: label, note: mapping.phrase) }

  static let all: [IJwReason] = [
    IJwReason("02", "overlijden", "death", .reden("05")),
    IJwReason("20", "tijdelijk beëindigd", "ended for the time being", .notAnEnding),
    IJwReason("31", "volgens plan beëindigd", "ended as planned", .reden("01")),
    IJwReason("32", "voortijdig, eenzijdig door de cliënt", "early, by the client alone", .reden("03")),
    IJwReason("33", "voortijdig, eenzijdig door de aanbieder", "early, by the provider alone", .reden("04")),
    IJwReason("34", "voortijdig, in overeenstemming", "early, by agreement", .reden("02")),
    IJwReason("35", "voortijdig, wegens externe omstandigheden", "early, through outside circumstances", .reden("05")),
    IJwReason("36", "geïnitieerd door de gemeente", "at the municipality's initiative", .ask([])),
    IJwReason("37", "wegens een wijzigingsverzoek", "because of a change request", .notAnEnding),
    IJwReason("38", "overstap naar een andere aanbieder", "change to another provider", .ask(["03", "02"])),
    IJwReason("39", "uitstroom naar een ander domein", "transfer to another domain", .reden("01")),
  ]
}

extension Vocabulary {
  /// What an iJw code means for `reden`; nil for a code that JZ588 does not have.
  public static func reden(forIJw code: String) -> IJwMapping? { IJwReason.all.first { $0.value == code }?.mapping }
}
