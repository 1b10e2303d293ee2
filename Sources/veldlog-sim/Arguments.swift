import Simulation
import Words

/// What the command was asked to do.
struct Arguments {
  private(set) var seed: UInt64 = 1
  private(set) var seedCount = 1
  private(set) var stepCount = 200
  private(set) var without: Rule?
  private(set) var jobCount = 2
  private(set) var language = Language.english
  private(set) var isTelling = false
  private(set) var isTellingAll = false
  private(set) var isListingRules = false
  private(set) var isListingSlots = false
  /// How many sets of logs to print; nil to run histories.
  private(set) var setCount: Int?
  private(set) var isShrinking = true
  private(set) var isHelp = false
  /// The first argument that is not understood.
  private(set) var mistake: String?

  init(_ arguments: [String], environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    language = locale.flatMap { Language(locale: $0) } ?? .english
    var rest = arguments[...]
    while let name = rest.popFirst() {
      switch name {
      case "--story": isTelling = true
      case "--all": isTellingAll = true
      case "--no-shrink": isShrinking = false
      case "--rules": isListingRules = true
      case "--slots": isListingSlots = true
      case "--help", "-h", "help": isHelp = true
      default:
        guard let value = rest.popFirst(), set(name, value) else {
          mistake = mistake ?? name
          continue
        }
      }
    }
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--seed": return UInt64(value).map { seed = $0 } != nil
    case "--seeds": return Int(value).map { seedCount = max(1, $0) } != nil
    case "--steps": return Int(value).map { stepCount = max(0, $0) } != nil
    case "--sets": return Int(value).map { setCount = max(0, $0) } != nil
    case "--jobs": return Int(value).map { jobCount = max(1, $0) } != nil
    case "--without": return Rule(rawValue: value).map { without = $0 } != nil
    case "--lang": return Language(rawValue: value).map { language = $0 } != nil
    default: return false
    }
  }
}
