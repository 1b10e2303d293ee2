import CivilTime
import Projection
import Vocabulary

/// The indicators that people recorded, and what keeps others from being counted.
public struct RecordedDefinitions: Sendable {
  /// In alphabetical order of their ids.
  public let indicators: [Indicator]
  /// One for each id that is refused, in alphabetical order.
  public let problems: [DefinitionProblem]

  /// By id, what each of the indicators is made of.
  let definitions: [String: [Definition]]

  /// Reads the used facts of kind `definitie`.
  public init(_ projection: Projection, _ vocabulary: Vocabulary) {
    let table = projection.table("definitie")
    let strings = projection.strings
    var byID: [String: [Definition]] = [:]
    let columns = Dictionary(uniqueKeysWithValues: DefinitionFields.all.map { ($0, table.codes($0)) })
    let (days, smallest) = (table.days("geldig_van"), table.numbers("minimum_n"))
    for row in 0..<table.rowCount {
      let definition = Definition { field in
        switch field {
        case "geldig_van": days[row] == FactTable.noDay ? nil : CivilDate(days: days[row]).iso
        case "minimum_n": Int(exactly: smallest[row]).map(String.init)
        default: columns[field].flatMap { $0[row] < 0 ? nil : strings.string($0[row]) }
        }
      }
      if let definition { byID[definition.id, default: []].append(definition) }
    }
    self.init(byID, vocabulary)
  }

  /// Those that an export was made with, and for what it did not name those of today.
  init(_ own: [Definition], otherwise others: RecordedDefinitions, _ vocabulary: Vocabulary) {
    let byID = Dictionary(grouping: own, by: \.id)
    self.init(others.definitions.merging(byID) { _, own in own }, vocabulary)
  }

  private init(_ byID: [String: [Definition]], _ vocabulary: Vocabulary) {
    let check = DefinitionCheck(vocabulary)
    var (indicators, problems): ([Indicator], [DefinitionProblem]) = ([], [])
    for id in byID.keys.sorted() {
      do throws(DefinitionProblem) {
        if let indicator = try check.indicator(byID[id] ?? []) { indicators.append(indicator) }
      } catch {
        problems.append(error)
      }
    }
    (self.indicators, self.problems) = (indicators, problems)
    let counted = Set(indicators.map(\.id))
    definitions = byID.filter { counted.contains($0.key) }
  }

  public var catalogue: IndicatorCatalogue { .standard.adding(indicators) }
}
