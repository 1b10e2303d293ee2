import Projection
import Query
import Words

/// Draws the screen of a place, and gives the answers that its figures come from.
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
    case .overzicht: return try overview(place).drawn(look)
    case .aanbieders:
      var screen = try aanbieders(place).drawn(look)
      screen.choices = material.catalogue.all.filter { $0.has(.aanbieder) }.map(\.id)
      return screen
    case .aanbieder: return try aanbieder(place).drawn(look)
    case .stromen: return try stromen(place).drawn(look)
    case .budget: return try budget(place).drawn(look)
    case .methoden: return try methoden(place).drawn(look)
    case .kwaliteit: return try kwaliteit(place).drawn(look)
    case .interviews: return interviews.drawn(look)
    }
  }

  /// A figure of an earlier drawing with the facts of this one: as the screen has it where it asks the same, else the
  /// answer to its question, without what it was compared with.
  ///
  /// - Throws: `QueryError` as `drawn`.
  public func again(_ figure: ScreenFigure, on screen: Screen) throws(QueryError) -> ScreenFigure {
    if let same = screen.figures.first(where: { $0.identity == figure.identity && $0.query == figure.query }) {
      return same
    }
    let now = try material.answer(figure.query).result.rows.first?.figures.first
    return figure.with(now ?? Figure(value: nil, numerator: 0, n: 0))
  }

  /// The figures of the screen, for other programs.
  ///
  /// - Throws: `QueryError` as `drawn`.
  public func file(_ place: Place) throws(QueryError) -> ScreenFile {
    switch place.page {
    case .aanbieders: ScreenFile(try answers(place), try aanbieders(place).sides())
    case .aanbieder: ScreenFile(try answers(place), try aanbieder(place).sides())
    case .budget: ScreenFile(try answers(place), try budget(place).sides())
    case .kwaliteit: ScreenFile(try answers(place), kwaliteit(place).sides)
    case .interviews: ScreenFile([], interviews.sides)
    default: ScreenFile(try answers(place))
    }
  }

  /// By the questions that they answer; none without facts, and for a screen that has no indicators.
  private func answers(_ place: Place) throws(QueryError) -> [Answer] {
    switch place.page {
    case .overzicht: try overview(place).answers()
    case .aanbieders: try aanbieders(place).answers()
    case .aanbieder: try aanbieder(place).answers()
    case .stromen: try stromen(place).answers()
    case .budget: try budget(place).answers()
    case .methoden: try methoden(place).answers()
    case .kwaliteit: try kwaliteit(place).answers()
    case .interviews: []
    }
  }

  /// The providers that facts name, in alphabetical order.
  public func aanbieders() throws(QueryError) -> [String] {
    let query = Query(Indicator.named("instroom") + Indicator.named("uitstroom"), per: [.aanbieder])
    return try material.answer(query).result.rows.compactMap { $0.keys[0] }
  }

  /// The indicator of that name, built in or recorded; nil when there is none that can be counted.
  public func indicator(_ name: String) -> Indicator? { material.catalogue.named(name).first }

  private func overview(_ place: Place) -> OverviewScreen {
    OverviewScreen(material, where: place.filter.conditions, period: place.period)
  }

  private func aanbieders(_ place: Place) -> AanbiedersScreen {
    AanbiedersScreen(
      indicator(place.indicator) ?? Indicator.all[0], material, where: place.filter.conditions, period: place.period)
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

  private var interviews: InterviewsScreen { InterviewsScreen(material) }
}
