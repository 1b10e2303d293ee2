import Words

/// One code of a list.
public struct Code: Sendable, Equatable {
  /// What stands in the payload.
  public let value: String
  public let label: Phrase
  /// Other ways in which sources write it.
  public let aliases: [String]
  public let note: Phrase?

  public init(_ value: String, label: Phrase, aliases: [String] = [], note: Phrase? = nil) {
    self.value = value
    self.label = label
    self.aliases = aliases
    self.note = note
  }

  /// How the tables of code lists write one down: value, Dutch label, English label.
  init(_ value: String, _ dutch: String, _ english: String, _ aliases: [String] = [], note: Phrase? = nil) {
    self.init(value, label: Phrase(nl: dutch, en: english), aliases: aliases, note: note)
  }

  /// How surely a spelling stands for a code, strongest first.
  enum Strength: CaseIterable {
    case value, alias, label
  }

  func spellings(_ strength: Strength) -> [String] {
    switch strength {
    case .value: isTwoDigitsFromZero ? [value, String(value.dropFirst())] : [value]
    case .alias: aliases
    case .label: [label.dutch, label.english]
    }
  }

  /// A spreadsheet makes `1` of `01`.
  private var isTwoDigitsFromZero: Bool {
    value.utf8.count == 2 && value.utf8.first == UInt8(ascii: "0")
  }
}
