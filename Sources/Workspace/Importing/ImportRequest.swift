import Vocabulary
import Words

/// What a person asks of an import.
public struct ImportRequest: Sendable {
  /// A column of the file, and what to do with it.
  public struct Mapping: Sendable, Equatable {
    public let column: String
    /// The name of a field; nil to leave the column out.
    public let field: String?

    public init(column: String, field: String?) {
      self.column = column
      self.field = field
    }
  }

  /// An absolute path.
  public var path: String
  /// The kind of every row that does not name its own.
  public var kind: String?
  public var mappings: [Mapping] = []
  /// Put before the ids of trajecten, jeugdigen, interviews and respondenten.
  public var prefix: String?
  /// Who may read what is recorded; nil for each kind's own.
  public var audience: Audience?
  /// Whether rows that differ from what is known are recorded as corrections.
  public var isUpdating = false
  /// Whether to write nothing at all.
  public var isDryRun = false
  /// In which the reasons of rejected rows are written.
  public var language: Language

  public init(path: String, kind: String? = nil, language: Language) {
    self.path = path
    self.kind = kind
    self.language = language
  }
}
