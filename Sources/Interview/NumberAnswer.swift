import CanonicalJSON
import CivilTime

/// An answer to a question that asks a number: the number, perhaps its unit, perhaps the period it holds for.
///
///     5,6 fte 2016      € 85.770.879 over 2015      12 %  2016k2      141 -
///
/// A hyphen in the place of the period says that it is not known. `5 tot 6` is kept as text.
enum NumberAnswer: Equatable {
  case number(JSONValue, GivenPeriod)
  /// Two numbers with the words of a range between them, kept as they were typed.
  case range
  case problem(NumberProblem)

  enum GivenPeriod: Equatable {
    case known(String)
    case unknown
    case notGiven
  }

  init(_ line: String, unit: Unit) {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if let first = words.first, ["€", "eur"].contains(first.lowercased()), unit.code == Unit.euro.code {
      words.removeFirst()
    }
    guard let first = words.first else {
      self = .problem(.notANumber)
      return
    }
    if Self.isRange(words, unit) {
      self = .range
      return
    }
    let (number, attached) = Self.cut(first, unit)
    let rest = (attached.map { [$0] } ?? []) + words.dropFirst()
    switch NumberReading(number, of: unit) {
    case .none: self = .problem(.notANumber)
    case .broken: self = .problem(.broken(number))
    case .unclear(let readings): self = .problem(.unclear(number, readings))
    case .exact(let value):
      var rest = rest.filter { !unit.matches($0) }
      let period = Self.takePeriod(from: &rest)
      self = rest.isEmpty ? .number(value, period) : .problem(.extraWords(rest.joined(separator: " ")))
    }
  }

  /// A period, as it is written in a record; nil for what is none.
  static func period(_ text: String) -> String? { Period(text)?.text }

  private static func takePeriod(from words: inout [String]) -> GivenPeriod {
    guard let last = words.last else { return .notGiven }
    let given: GivenPeriod
    if let period = period(last) {
      given = .known(period)
    } else if last == "-" {
      given = .unknown
    } else {
      return .notGiven
    }
    words.removeLast()
    if let before = words.last?.lowercased(), ["in", "over", "for"].contains(before) { words.removeLast() }
    return given
  }

  /// `12%` is a number and a unit.
  private static func cut(_ word: String, _ unit: Unit) -> (String, String?) {
    let number = word.prefix { "0123456789.,/-€".contains($0) }
    let rest = String(word[number.endIndex...])
    return !number.isEmpty && unit.matches(rest) ? (String(number), rest) : (word, nil)
  }

  private static func isRange(_ words: [String], _ unit: Unit) -> Bool {
    func isNumber(_ text: some StringProtocol) -> Bool {
      if case .exact = NumberReading(String(text), of: unit) { true } else { false }
    }
    if words.count >= 3, ["tot", "à", "to", "-", "–"].contains(words[1].lowercased()), isNumber(words[0]) {
      // `5 - 2016` may as well be a number without and a number with a period.
      let isDashBeforePeriod = period(words[2]) != nil && ["-", "–"].contains(words[1])
      return isNumber(words[2]) && !isDashBeforePeriod
    }
    let halves = words[0].split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    return halves.count == 2 && halves.allSatisfy { !$0.isEmpty && isNumber($0) }
  }
}

/// Why an answer is not recorded as a number.
public enum NumberProblem: Error, Sendable, Equatable {
  case notANumber
  case broken(String)
  /// The readings, each in a form that is understood when typed.
  case unclear(String, [String])
  case extraWords(String)
}
