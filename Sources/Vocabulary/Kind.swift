import CanonicalJSON
import Words

/// A kind of fact: what its payload holds, and which facts of the kind are about the same thing.
public struct Kind: Sendable {
  /// The `head.kind` of its lines.
  public let name: String
  public let label: Phrase
  public let explanation: Phrase
  public let group: Group
  /// Its own fields first, in reading order, then those that many kinds share (`CommonFields`).
  public let fields: [Field]
  /// How many of `fields` are its own.
  public let ownFieldCount: Int
  /// What must be there beyond `Field.isRequired`.
  public let requirements: [Requirement]
  /// What the values must be to each other.
  public let rules: [Rule]
  /// The fields whose values say what a fact is about; an absent field compares as absent. Two live facts of one
  /// slot that differ are a conflict. Nil: every fact stands alone. Empty: a workspace has one such fact.
  public let slot: [String]?
  /// The log that a fact of this kind goes to unless the writer says otherwise.
  public let audience: Audience
  /// Whether it steers the log itself, and so is never replaced, retracted or erased.
  public let isStructural: Bool
  /// Whether the program writes it by itself.
  public let isSystem: Bool

  /// The names of the fields that every payload holds.
  let requiredNames: [String]
  private let exampleText: String
  private let positions: [String: Int]

  public var ownFields: ArraySlice<Field> { fields[..<ownFieldCount] }

  /// - Complexity: O(1).
  public func field(named name: String) -> Field? {
    positions[name].map { fields[$0] }
  }

  /// The type of a field, without a copy of the rest of it.
  func type(ofFieldNamed name: String) -> FieldType? {
    positions[name].map { fields[$0].type }
  }

  /// A payload that the checker accepts, with invented values.
  public var example: JSONObject {
    (try? JSONValue(parsing: exampleText))?.objectValue ?? JSONObject()
  }

  /// What of a payload must be there: all fields of at least one of the alternatives.
  public struct Requirement: Sendable, Equatable {
    public let alternatives: [[String]]

    public init(_ alternatives: [[String]]) {
      self.alternatives = alternatives
    }

    /// At least one of the fields.
    static func any(_ names: String...) -> Requirement { Requirement(names.map { [$0] }) }
  }

  /// What two or three values of a payload must be to each other; not looked at while one of them is absent.
  public enum Rule: Sendable, Equatable {
    /// The number of the first field lies from that of the second to that of the third, both included.
    case within(value: String, low: String, high: String)
    /// The first, a date or a number, is not after or above the second.
    case ordered(String, String)
  }
}

extension Kind {
  /// How a table of kinds writes one down.
  ///
  /// - Parameter example: A JSON object.
  init(
    _ name: String,
    _ dutch: String,
    _ english: String,
    explained: Phrase,
    in group: Group,
    fields own: [Field],
    needs requirements: [Requirement] = [],
    rules: [Rule] = [],
    slot: [String]?,
    audience: Audience = .gedeeld,
    origin: Origin = .person,
    example: String
  ) {
    self.name = name
    label = Phrase(nl: dutch, en: english)
    explanation = explained
    self.group = group
    let taken = Set(own.map(\.name))
    let common = origin == .person ? CommonFields.all : CommonFields.ofSystemKinds
    fields = own + common.filter { !taken.contains($0.name) }
    ownFieldCount = own.count
    self.requirements = requirements
    self.rules = rules
    self.slot = slot
    self.audience = audience
    isStructural = origin == .structure
    isSystem = origin != .person
    exampleText = example
    requiredNames = own.filter(\.isRequired).map(\.name)
    positions = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Who or what writes facts of a kind.
  enum Origin {
    case person
    case program
    case structure
  }
}
