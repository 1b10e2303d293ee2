/// One thing said in both languages. It cannot be made with one of them missing.
///
///     let greeting = Phrase(nl: "dag \(name)", en: "hello \(name)")
///     greeting[.dutch]
public struct Phrase: Sendable, Equatable {
  public let dutch: String
  public let english: String

  public init(nl dutch: String, en english: String) {
    self.dutch = dutch
    self.english = english
  }

  /// The same in both languages: a name, a code, a number.
  public init(same text: String) {
    self.init(nl: text, en: text)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .dutch: dutch
    case .english: english
    }
  }

  /// One phrase after another, without anything between.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(nl: left.dutch + right.dutch, en: left.english + right.english)
  }
}

extension Sequence<Phrase> {
  /// The phrases with `separator` between them.
  public func joined(by separator: String) -> Phrase {
    Phrase(nl: map(\.dutch).joined(separator: separator), en: map(\.english).joined(separator: separator))
  }
}
