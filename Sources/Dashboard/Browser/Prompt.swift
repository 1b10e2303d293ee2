import Query
import Words

/// A question at the foot of the screen, with what is typed behind it.
public struct Prompt: Sendable, Equatable {
  public enum Subject: Sendable, Equatable {
    case filter
    case period
    /// The name of a file for what is shown.
    case export
  }

  public let subject: Subject
  public internal(set) var line: LineEditor
  /// What is wrong with it, and from which character on; nil where no place is to be shown.
  public internal(set) var problem: Problem?

  public struct Problem: Sendable, Equatable {
    public let text: Phrase
    public let position: Int?

    public init(_ text: Phrase, position: Int? = nil) {
      self.text = text
      self.position = position
    }

    /// What is wrong with a filter.
    public init(_ error: QueryError) {
      self.init(error.phrase, position: error.position)
    }
  }

  init(_ subject: Subject, _ text: String) {
    self.subject = subject
    line = LineEditor(text)
  }

  var label: Phrase {
    switch subject {
    case .filter: BrowserWords.filter
    case .period: BrowserWords.period
    case .export: BrowserWords.file
    }
  }

  var hint: Phrase {
    switch subject {
    case .filter: BrowserWords.filterHint
    case .period: BrowserWords.periodHint
    case .export: BrowserWords.exportHint
    }
  }
}
