import Statistics

/// The figures that answer a question, with what a reader needs to know of them.
public struct QueryResult: Sendable, Equatable {
  /// One group: its value on each of the result's dimensions, and a figure for each of its indicators.
  public struct Row: Sendable, Equatable {
    /// Nil where it is not known, or where the dimension does not apply.
    public let keys: [String?]
    public let figures: [Figure]
    /// The ends of the scale that satisfaction is measured on; nil where there is no answer.
    public let scale: ClosedRange<Double>?

    public init(keys: [String?], figures: [Figure], scale: ClosedRange<Double>? = nil) {
      self.keys = keys
      self.figures = figures
      self.scale = scale
    }
  }

  /// Those asked for, then `informant` and `schaal` where they came in by themselves.
  public let dimensions: [Dimension]
  public let indicators: [Indicator]
  /// In alphabetical order of their keys unless the question says otherwise; what is not known stands last.
  public let rows: [Row]
  public let notes: [QueryNote]
  /// The version of the vocabulary that the figures were made with.
  public let vocabularyVersion: String

  public init(
    dimensions: [Dimension],
    indicators: [Indicator],
    rows: [Row],
    notes: [QueryNote],
    vocabularyVersion: String
  ) {
    self.dimensions = dimensions
    self.indicators = indicators
    self.rows = rows
    self.notes = notes
    self.vocabularyVersion = vocabularyVersion
  }

  /// The definitions that the figures follow: `uitval_breed@1`.
  public var definitions: [String] { indicators.map(\.definition) }

  /// The figure of an indicator in a row; nil when the result does not have it.
  public func figure(_ indicator: String, row: Int) -> Figure? {
    guard let column = indicators.firstIndex(where: { $0.id == indicator }), rows.indices.contains(row) else {
      return nil
    }
    return rows[row].figures[column]
  }

  /// The same with what open conflicts may make of each figure, by row and column.
  public func with(_ intervals: [[Interval?]]) -> QueryResult {
    let rows = zip(rows, intervals).map { row, intervals in
      let figures = zip(row.figures, intervals).map { figure, interval in
        var figure = figure
        figure.open = interval
        return figure
      }
      return Row(keys: row.keys, figures: figures, scale: row.scale)
    }
    return QueryResult(
      dimensions: dimensions, indicators: indicators, rows: rows, notes: notes, vocabularyVersion: vocabularyVersion)
  }
}
