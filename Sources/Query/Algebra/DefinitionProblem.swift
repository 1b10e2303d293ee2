import Words

/// Why a `definitie` cannot be counted.
public struct DefinitionProblem: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// The name is of an indicator that is built in.
    case isBuiltIn
    /// The name has something else than letters, digits and `_`.
    case badName
    case unknownTable(String, nearest: String?)
    /// A rule that cannot be read.
    case badRule(field: String, QueryError)
    case unknownField(String, of: String, nearest: String?)
    case unknownValue(String, of: String, nearest: String?)
    /// `<` and the like on something that has no order, or with a value that is no number or date.
    case notComparable(String, value: String)
    case needsNumerator
    case needsValue
    /// The field of the value is no number.
    case notANumber(String)
    case hasNoJeugdigen(String)
    /// A later rule of the same indicator counts something else.
    case changesMeasure
  }

  /// The name of the indicator.
  public let id: String
  public let reason: Reason

  public init(id: String, reason: Reason) {
    self.id = id
    self.reason = reason
  }

  /// What is wrong, and what would be right.
  public var phrase: Phrase {
    Phrase(same: id + ": ") + reason.phrase
  }
}

extension DefinitionProblem.Reason {
  var phrase: Phrase {
    switch self {
    case .isBuiltIn: DefinitionWords.isBuiltIn
    case .badName: DefinitionWords.badName
    case .unknownTable(let name, let nearest):
      DefinitionWords.unknownTable(name, nearest: nearest, all: CountTable.allCases.map(\.rawValue))
    case .badRule(let field, let error): DefinitionWords.badRule(field, error.phrase)
    case .unknownField(let name, let table, let nearest):
      DefinitionWords.unknownField(name, of: table, nearest: nearest)
    case .unknownValue(let value, let field, let nearest):
      DefinitionWords.unknownValue(value, of: field, nearest: nearest)
    case .notComparable(let field, let value): DefinitionWords.notComparable(field, value: value)
    case .needsNumerator: DefinitionWords.needsNumerator
    case .needsValue: DefinitionWords.needsValue
    case .notANumber(let field): DefinitionWords.notANumber(field)
    case .hasNoJeugdigen(let table): DefinitionWords.hasNoJeugdigen(table)
    case .changesMeasure: DefinitionWords.changesMeasure
    }
  }
}
