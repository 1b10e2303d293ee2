import Query
import Words

/// The facts behind a figure, by the numbers of their lines.
public struct FactList: Sendable, Equatable {
  /// One fact as a person reads it.
  public struct Row: Sendable, Equatable {
    public let kind: String
    /// The day it is about, or an empty text.
    public let day: String
    /// As a command takes it.
    public let reference: String
    /// Who wrote it.
    public let author: String
    public let contents: String

    public init(kind: String, day: String, reference: String, author: String, contents: String) {
      self.kind = kind
      self.day = day
      self.reference = reference
      self.author = author
      self.contents = contents
    }
  }

  public let figure: ScreenFigure
  public let provenance: Provenance

  public init(_ figure: ScreenFigure, _ provenance: Provenance) {
    self.figure = figure
    self.provenance = provenance
  }

  var count: Int { Provenance.Place.allCases.reduce(0) { $0 + provenance.lines($1).count } }
}

extension Provenance.Place {
  /// What the figure does with them, for an indicator.
  func title(_ count: String, _ indicator: Indicator) -> Phrase {
    let words = indicator.words
    return switch self {
    case .counted: BrowserWords.counted(count, words.numerator)
    case .notCounted: BrowserWords.notCounted(count, words.denominator)
    case .missing: BrowserWords.missing(count, words.missing)
    }
  }
}
