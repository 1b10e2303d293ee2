import CanonicalJSON
import EventLog
import Tabular
import Words

/// What came of an import.
public struct ImportReport: Sendable {
  /// A row that differs from what is known in a slot that is taken.
  public struct Change: Sendable {
    /// In the file, from 1.
    public let line: Int
    public let kind: String
    public let known: Known
    /// The fields whose values differ; nil for an absent value.
    public let fields: [(name: String, known: JSONValue?, found: JSONValue?)]
  }

  /// Where the fact that a row differs from came from.
  public enum Known: Sendable, Equatable {
    case fact(Reference)
    /// An earlier line of the same file.
    case line(Int)
  }

  /// The fact of kind `import`; nil where nothing was recorded.
  public internal(set) var reference: Reference?
  /// Rows with content: recorded, duplicates, rejected, and those that differed and were not recorded.
  public internal(set) var rowCount = 0
  /// Facts recorded, corrections among them; durable.
  public internal(set) var recordedCount = 0
  /// Rows equal to what is known.
  public internal(set) var duplicateCount = 0
  /// Rows that differ from what is known; with `--update` they are recorded too.
  public internal(set) var changedCount = 0
  public internal(set) var rejectedCount = 0

  /// The first changes, at most `largestListCount`.
  public internal(set) var changes: [Change] = []
  /// The first rejected rows, at most `largestListCount`.
  public internal(set) var rejects: [(line: Int, problems: [Phrase])] = []
  /// Where the rejected rows stand; nil without any, or on a dry run.
  public internal(set) var rejectsPath: String?
  /// Whether that is another folder than the file's, which could not be written.
  public internal(set) var isRejectsElsewhere = false
  /// How the file was read, where it is a table.
  public internal(set) var encoding: TextEncoding?
  /// Whether half a character was found.
  public internal(set) var hasReplacements = false
  public internal(set) var leftOutColumns: [String] = []
  public let isUpdating: Bool
  public let isDryRun: Bool

  public static let largestListCount = 20

  /// Whether rows were set aside: rejected, or different and not recorded.
  public var hasSetAside: Bool { rejectedCount > 0 || (changedCount > 0 && !isUpdating) }

  /// The document of `import --format json`.
  public var json: JSONValue {
    [
      "ref": reference.map { .string($0.text) } ?? .null, "rows": .integer(Int64(rowCount)),
      "recorded": .integer(Int64(recordedCount)), "duplicates": .integer(Int64(duplicateCount)),
      "changed": .integer(Int64(changedCount)), "rejected": .integer(Int64(rejectedCount)),
    ]
  }
}
