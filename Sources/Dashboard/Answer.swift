import Query
import Statistics
import Words

/// A question with its answer.
public struct Answer: Sendable {
  /// One figure of it, with all that it is about.
  struct Cell {
    let indicator: Indicator
    /// Nil for an indicator that is not per informant.
    let informant: String?
    /// Nil for an indicator that has none, and where nobody answered.
    let scale: ClosedRange<Double>?
    /// On each of the answer's dimensions; nil where it is not known.
    let keys: [String?]
    let figure: Figure
    /// The question whose one answer the figure is.
    let query: Query

    /// Whether it is about the same as the other, of another group.
    func isLike(_ other: Cell) -> Bool {
      indicator.id == other.indicator.id && informant == other.informant && scale == other.scale
    }
  }

  public let query: Query
  public let result: QueryResult

  /// By indicator, then in the order of the answer's rows.
  var cells: [Cell] {
    let place = result.dimensions.firstIndex(of: .informant)
    return result.indicators.enumerated().flatMap { column, indicator in
      result.rows.map { row in
        Cell(
          indicator: indicator, informant: indicator.has(.informant) ? place.flatMap { row.keys[$0] } : nil,
          scale: indicator.has(.schaal) ? row.scale : nil, keys: row.keys, figure: row.figures[column],
          query: query.narrowed(to: row, of: result).for(indicator))
      }
    }
  }

  func with(_ intervals: [[Interval?]]) -> Answer { Answer(query: query, result: result.with(intervals)) }
}

extension Indicator {
  /// How a figure is drawn that is above, or below, what it is held against.
  func style(isAbove: Bool) -> Style { isHighGood.map { $0 == isAbove ? .good : .bad } ?? .strong }

  /// What it is called in a narrow column, with who answered: `Tevredenheid ouder`.
  func label(_ informant: String?, _ look: Look) -> String {
    let whose = informant.map { " " + look.say(DashboardWords.informant($0)) } ?? ""
    return look.say(words.shortTitle) + whose
  }
}
