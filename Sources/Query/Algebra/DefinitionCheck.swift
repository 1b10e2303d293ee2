import PlainText
import Vocabulary

/// Makes indicators of definitions, or says what is wrong with them.
public struct DefinitionCheck {
  private let vocabulary: Vocabulary

  public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// One indicator of all definitions with its id, in any order.
  ///
  /// - Throws: The first problem that is found; the order of definitions does not matter to which.
  public func indicator(_ definitions: [Definition]) throws(DefinitionProblem) -> Indicator? {
    let ordered = definitions.sorted { ($0.from?.days ?? .min) < ($1.from?.days ?? .min) }
    guard let last = ordered.last else { return nil }
    func problem(_ reason: DefinitionProblem.Reason) -> DefinitionProblem {
      DefinitionProblem(id: last.id, reason: reason)
    }
    if !IndicatorCatalogue.standard.named(last.id).isEmpty { throw problem(.isBuiltIn) }
    let isName = last.id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } && !last.id.isEmpty
    guard isName, last.id.first?.isLetter == true else { throw problem(.badName) }
    var rules: [Indicator.Rule] = []
    for definition in ordered {
      do throws(Fault) {
        rules.append(try rule(definition, isFirst: rules.isEmpty))
      } catch {
        throw problem(error.reason)
      }
    }
    let isOneMeasure = zip(ordered, rules).allSatisfy { definition, rule in
      definition.table == last.table && Self.kind(rule.measure) == Self.kind(rules[0].measure)
    }
    guard isOneMeasure, let table = CountTable(rawValue: last.table) else { throw problem(.changesMeasure) }
    return Indicator(
      id: last.id, version: String(rules.count), kind: Self.kind(rules[0].measure),
      unit: rules[0].measure == .jeugdigen ? .jeugdigen : table.unit,
      isHighGood: last.direction.map { $0 == "hoog_goed" },
      table: table, rules: rules, missingRule: .uncounted, smallestShown: last.smallestShown ?? Figure.smallestShown,
      breaks: [], source: last.source ?? "", description: last.text)
  }

  private struct Fault: Error {
    let reason: DefinitionProblem.Reason
  }

  private static func kind(_ measure: Measure) -> Indicator.Kind {
    switch measure {
    case .share: .rate
    case .mean: .mean
    case .median: .duration
    case .sum: .sum
    default: .count
    }
  }

  private func rule(_ definition: Definition, isFirst: Bool) throws(Fault) -> Indicator.Rule {
    guard let table = CountTable(rawValue: definition.table) else {
      let names = CountTable.allCases.map(\.rawValue)
      let nearest = EditDistance.nearest(to: definition.table, among: names)
      throw Fault(reason: .unknownTable(definition.table, nearest: nearest))
    }
    let filter = try predicate(definition.filter, "filter", of: table)
    let counted = try predicate(definition.denominator, "noemer", of: table)
    let numerator = try definition.numerator.map { text throws(Fault) in try predicate(text, "teller", of: table) }
    let measure: Measure
    switch definition.measure ?? (numerator != nil ? "aandeel" : definition.value != nil ? "gemiddelde" : "aantal") {
    case "aandeel":
      guard let numerator else { throw Fault(reason: .needsNumerator) }
      measure = .share(numerator)
    case "gemiddelde": measure = .mean(try value(definition, of: table))
    case "mediaan": measure = .median(try value(definition, of: table))
    case "som": measure = .sum(try value(definition, of: table), per: 1)
    case "jeugdigen":
      guard table.isOfTraject else { throw Fault(reason: .hasNoJeugdigen(table.rawValue)) }
      measure = .jeugdigen
    default: measure = .count
    }
    var all = [filter]
    // Without a share there is nothing above the line: the rule of the numerator narrows what is counted.
    if case .share = measure {} else if let numerator { all.append(numerator) }
    // A row without the value is not in the figure, and so it is missing.
    var needed = [counted]
    switch measure {
    case .mean(let field), .median(let field), .sum(let field, _): needed.append(.known(field))
    default: break
    }
    return Indicator.Rule(
      from: isFirst ? nil : definition.from, filter: Self.all(all), counted: Self.all(needed), measure: measure,
      description: definition.text)
  }

  private static func all(_ rules: [Predicate]) -> Predicate {
    let rules = rules.filter { $0 != .always }
    return rules.count < 2 ? rules.first ?? .always : .all(rules)
  }

  private func value(_ definition: Definition, of table: CountTable) throws(Fault) -> String {
    guard let name = definition.value else { throw Fault(reason: .needsValue) }
    guard case .number = try form(name, of: table) else { throw Fault(reason: .notANumber(name)) }
    return name
  }

  private func predicate(_ text: String?, _ member: String, of table: CountTable) throws(Fault) -> Predicate {
    guard let text else { return .always }
    let predicate: Predicate
    do throws(QueryError) {
      predicate = try Predicate(parsing: text)
    } catch {
      throw Fault(reason: .badRule(field: member, error))
    }
    try check(predicate, of: table)
    return predicate
  }

  private func check(_ predicate: Predicate, of table: CountTable) throws(Fault) {
    switch predicate {
    case .always: break
    case .known(let field): _ = try form(field, of: table)
    case .not(let part): try check(part, of: table)
    case .all(let parts), .any(let parts): for part in parts { try check(part, of: table) }
    case .compared(let field, _, let value):
      switch try form(field, of: table) {
      case .number where Double(value) != nil: break
      case .day where DayRange(value) != nil: break
      default: throw Fault(reason: .notComparable(field, value: value))
      }
    case .among(let field, let values):
      let form = try form(field, of: table)
      for value in values { try check(value, of: field, form) }
    }
  }

  private func check(_ value: String, of field: String, _ form: Form) throws(Fault) {
    switch form {
    case .text: break
    case .number where Double(value) != nil: break
    case .day where DayRange(value) != nil: break
    case .number, .day: throw Fault(reason: .notComparable(field, value: value))
    case .codes(let values, let isOpen):
      if values.contains(value) || isOpen { break }
      throw Fault(
        reason: .unknownValue(value, of: field, nearest: EditDistance.nearest(to: value, among: values) ?? values.first)
      )
    }
  }

  private enum Form {
    case text
    case number
    case day
    case codes([String], isOpen: Bool)
  }

  /// What a field of the table's rows can be: its own, a derived one, or one of its traject.
  private func form(_ name: String, of table: CountTable) throws(Fault) -> Form {
    switch FieldPlace(name, of: table, vocabulary)?.source {
    case nil:
      let nearest = EditDistance.nearest(to: name, among: FieldPlace.names(of: table, vocabulary))
      throw Fault(reason: .unknownField(name, of: table.rawValue, nearest: nearest))
    case .derived(let field): return field.values.map { .codes($0, isOpen: false) } ?? .number
    case .own(_, .numbers): return .number
    case .own(_, .days): return .day
    case .own(let field, .codes):
      if case .boolean = field.type { return .codes(["ja", "nee"], isOpen: false) }
      guard case .code(let name) = field.type, let list = vocabulary.codeList(named: name) else { return .text }
      return .codes(list.codes.map(\.value), isOpen: list.isOpen)
    }
  }
}
