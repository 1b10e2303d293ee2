import CivilTime
import Projection
import Vocabulary

/// The indicators that people recorded, and what keeps others from being counted.
public struct RecordedDefinitions: Sendable {
  /// In alphabetical order of their ids.
  public let indicators: [Indicator]
  /// One for each id that is refused, in alphabetical order.
  public let problems: [DefinitionProblem]

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
  }

  public var catalogue: IndicatorCatalogue { .standard.adding(indicators) }
}
