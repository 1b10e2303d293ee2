import CanonicalJSON

/// The answer to a question as it leaves, with what has to be remembered of it.
public struct Release: Sendable {
  public struct Row: Sendable, Equatable {
    public let keys: [String?]
    public let figures: [ReleasedFigure]
  }

  public let question: String
  public let policy: ReleasePolicy
  public let dimensions: [Dimension]
  public let indicators: [Indicator]
  /// In alphabetical order of their keys, whatever the question says: an order by figures would tell hidden ones.
  public let rows: [Row]
  public let notes: [QueryNote]
  /// What the question asked for and a release does not do: sorting by a figure, the first so many.
  public let isReordered: Bool
  /// The earlier exports that the figures were compared with.
  public let comparedWith: [String]
  let cells: [EarlierRelease.Cell]
  let definitions: [Definition]

  /// How many figures are not given, by reason.
  public var suppressedCounts: [SuppressionReason: Int] {
    rows.flatMap(\.figures).reduce(into: [:]) { counts, figure in
      if let reason = figure.reason { counts[reason, default: 0] += 1 }
    }
  }

  /// What the fact of the export holds of the figures (`EarlierRelease`); nil where all are hidden.
  public var recordedCells: JSONValue? { cells.isEmpty ? nil : EarlierRelease.json(cells) }

  /// What it holds of the recorded definitions that they were made with.
  public var recordedDefinitions: JSONValue? {
    definitions.isEmpty ? nil : EarlierRelease.json(definitions)
  }
}
