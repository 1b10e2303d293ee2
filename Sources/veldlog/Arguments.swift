import PlainText
import Words

/// A command's words, sorted into options and the rest.
struct Arguments {
  /// An option that a command knows.
  struct Option: Sendable {
    let name: String
    /// What stands for its value in help; nil for a switch.
    let value: String?
    let note: Phrase

    init(_ name: String, _ value: String? = nil, _ note: Phrase) {
      self.name = name
      self.value = value
      self.note = note
    }
  }

  private(set) var words: [String] = []
  private var values: [String: [String]] = [:]
  private var switches: Set<String> = []

  /// - Throws: `UsageError` for an option that is not known, or has no value.
  init(_ arguments: [String], options: [Option]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      guard argument.hasPrefix("-"), argument.count > 1, !Self.isNumber(argument) else {
        words.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1)
      let name = String(parts[0])
      guard let option = options.first(where: { $0.name == name || ($0.name == "--output" && name == "-o") }) else {
        throw .unknownOption(name, nearest: EditDistance.nearest(to: name, among: options.map(\.name)))
      }
      if option.value == nil {
        switches.insert(option.name)
      } else if parts.count == 2 {
        values[option.name, default: []].append(String(parts[1]))
      } else if let value = rest.popFirst() {
        values[option.name, default: []].append(value)
      } else {
        throw .missingValue(name)
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.dropFirst().first.map { $0.isNumber } ?? false
  }

  func has(_ name: String) -> Bool { switches.contains(name) }
  func value(_ name: String) -> String? { values[name]?.last }
  func values(_ name: String) -> [String] { values[name] ?? [] }
}

/// A command that was typed wrong.
enum UsageError: Error {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case missingValue(String)
  case missingWord(Phrase)
  case tooManyWords(String)
  case badValue(option: String, value: String, allowed: [String])
  case notAField(String)
  case fieldTwice(String)
  case notText(String)
  /// Options that do not go together, or one that says nothing.
  case conflicting(Phrase)
  case notAMapping(String)
  /// `--file` with a kind that has none.
  case notForKind(String)
}
