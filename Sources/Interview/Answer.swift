import CanonicalJSON

/// What was answered to one question.
public enum Answer: Sendable, Equatable {
  case text(String)
  /// A number in the question's unit, and the period it holds for where that is known.
  case number(JSONValue, period: String?)
  case missing(MissingReason)
}

/// Why a question has no answer, as `reden_ontbreekt` names it.
public enum MissingReason: String, Sendable, CaseIterable {
  /// Nog niet bekend: the respondent does not know.
  case unknown = "nnb"
  case refused = "geweigerd"
  case notApplicable = "nvt"
}

/// A question of the interviewer's own, asked on from one of the list.
public struct FollowUp: Sendable, Equatable {
  /// The number of the question it was asked from and a letter: `4.2a`.
  public let number: String
  public let text: String

  public init(number: String, text: String) {
    self.number = number
    self.text = text
  }

  /// The number that follows from how many there are already: `4.2a` to `4.2z`, then `4.2za`.
  static func number(from question: String, taken: (String) -> Bool) -> String {
    var prefix = question
    while true {
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        let number = prefix + String(letter)
        if !taken(number) { return number }
      }
      prefix += "z"
    }
  }

  /// The list's own question that a number belongs to: `4.2` of `4.2a`.
  static func question(of number: String) -> String {
    String(number.prefix { $0.isASCII && $0.isNumber || $0 == "." })
  }
}
