import Projection
import Query
import Words

/// Draws the screen of a place, and says which questions its figures answer.
public struct PageDrawing {
  private let material: Material

  /// The fields that the screens need, for `ProjectionBuilder.init(vocabulary:only:)`.
  public static let neededColumns = Query.neededColumns.merging(InterviewsScreen.neededColumns) { $0.union($1) }

  public init(_ material: Material) {
    self.material = material
  }

  /// - Throws: `QueryError` when a condition has a value that its dimension does not have, or one that the screen's
  ///   indicators do not have; its position is that in the text of the filter.
  public func drawn(_ place: Place, _ look: Look) throws(QueryError) -> Screen {
    switch place.page {
    case .overzicht: try overview(place).drawn(look)
    case .aanbieders: try aanbieders(place).drawn(look)
    case .aanbieder: try aanbieder(place).drawn(look)
    case .stromen: try stromen(place).drawn(look)
    case .budget: try budget(place).drawn(look)
    case .methoden: try methoden(place).drawn(look)
    case .kwaliteit: try kwaliteit(place).drawn(look)
    case .interviews: interviews.drawn(look)
    }
  }

  /// The questions that give the screen's figures; none without facts, and for a screen that has no indicators.
  ///
  /// - Throws: `QueryError` as `drawn`.
  public func questions(_ place: Place) throws(QueryError) -> [Query] {
    switch place.page {
    case .overzicht: try overview(place).questions()
    case .aanbieders: [try aanbieders(place).question()].compactMap { $0 }
    case .aanbieder: try aanbieder(place).questions()
    case .stromen: try stromen(place).questions()
    case .budget: try budget(place).questions()
    case .methoden: try methoden(place).questions()
    case .kwaliteit: try kwaliteit(place).questions()
    case .interviews: []
    }
  }

  /// The figures of the screen.
  ///
  /// - Throws: `QueryError` as `drawn`.
  public func results(_ place: Place) throws(QueryError) -> [(query: Query, result: QueryResult)] {
    var results: [(query: Query, result: QueryResult)] = []
    for query in try questions(place) {
      results.append((query, try query.evaluate(on: material.projection, vocabulary: material.vocabulary)))
    }
    return results
  }

  /// The providers that facts name, in alphabetical order.
  public func aanbieders() throws(QueryError) -> [String] {
    let query = Query(Indicator.named("instroom") + Indicator.named("uitstroom"), per: [.aanbieder])
    let result = try query.evaluate(on: material.projection, vocabulary: material.vocabulary)
    return result.rows.compactMap { $0.keys[0] }
  }

  private func overview(_ place: Place) -> OverviewScreen {
    OverviewScreen(
      material.projection, vocabulary: material.vocabulary, context: material.context,
      where: place.filter.conditions, period: place.period)
  }

  /// The indicator of that name, built in or recorded; nil when there is none that can be counted.
  public func indicator(_ name: String) -> Indicator? {
    Indicator.named(name).first
      ?? RecordedDefinitions(material.projection, material.vocabulary).catalogue.named(name).first
  }

  private func aanbieders(_ place: Place) -> AanbiedersScreen {
    AanbiedersScreen(
      indicator(place.indicator) ?? Indicator.all[0], on: material.projection,
      vocabulary: material.vocabulary, context: material.context, where: place.filter.conditions, period: place.period)
  }

  private func aanbieder(_ place: Place) -> AanbiederScreen {
    AanbiederScreen(place.aanbieder ?? "", material, where: place.filter.conditions, period: place.period)
  }

  private func stromen(_ place: Place) -> StromenScreen {
    StromenScreen(material, where: place.filter.conditions, period: place.period)
  }

  private func budget(_ place: Place) -> BudgetScreen {
    BudgetScreen(material, where: place.filter.conditions, period: place.period)
  }

  private func methoden(_ place: Place) -> MethodenScreen {
    MethodenScreen(material, where: place.filter.conditions, period: place.period)
  }

  private func kwaliteit(_ place: Place) -> KwaliteitScreen {
    KwaliteitScreen(material, where: place.filter.conditions, period: place.period)
  }

  private var interviews: InterviewsScreen {
    InterviewsScreen(material.projection, vocabulary: material.vocabulary, context: material.context)
  }
}
