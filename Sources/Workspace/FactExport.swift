import CanonicalJSON
import CivilTime
import EventLog
import Merge
import Vocabulary

/// The facts of one kind that count, as a table for other programs.
///
/// Of facts that disagree the one that figures use is in it. Facts in private logs are left out unless asked for.
public struct FactExport {
  public let kind: Kind
  /// `ref`, `at`, `log`, and the kind's fields; a field of one of those names has the kind's name before it.
  public let columns: [String]
  /// Facts left out because they stand in a private log.
  public let privateCount: Int
  /// Facts that are asked for and left out because they are locked.
  public let lockedCount: Int
  private let rows: [Int]
  private let state: MergedState

  /// How many facts.
  public var rowCount: Int { rows.count }

  /// - Parameter includesPrivate: Whether facts in this instance's private log are in it.
  /// - Throws: `WorkspaceError.unknownKind`, or `privateKind` for a kind that is kept from others by default; `FileError`.
  public init(of name: String, in workspace: Workspace, includesPrivate: Bool = false) throws {
    guard let kind = workspace.vocabulary.kind(named: name) else {
      throw WorkspaceError.unknownKind(name, nearest: workspace.vocabulary.nearestKinds(to: name))
    }
    if kind.audience == .prive, !includesPrivate { throw WorkspaceError.privateKind(name) }
    self.kind = kind
    let head = ["ref", "at", "log"]
    columns = head + kind.fields.map { head.contains($0.name) ? kind.name + "." + $0.name : $0.name }
    let state = try workspace.state()
    self.state = state
    let index = state.table.kindIndex(named: name)
    let used = state.isUsed.indices.filter { state.isUsed[$0] && state.table.kind($0) == index }
    let shown = used.filter { includesPrivate || state.table.audience(of: $0) != .prive }
    privateCount = used.count - shown.count
    lockedCount = includesPrivate ? try workspace.lockedRows(in: state).count { state.table.kind($0) == index } : 0
    rows = Self.sorted(shown, kind, state.table)
  }

  /// By the values of the slot's fields, numbers as numbers, and then by reference.
  private static func sorted(_ rows: [Int], _ kind: Kind, _ table: LineTable) -> [Int] {
    let keyed = rows.map { row in
      let payload = table.payloadObject(row)
      return (row: row, line: table.reference(row), key: (kind.slot ?? []).map { payload?[$0] })
    }
    return keyed.sorted { left, right in
      for (one, other) in zip(left.key, right.key) where one != other { return precedes(one, other) }
      return (left.line.log, left.line.seq) < (right.line.log, right.line.seq)
    }.map(\.row)
  }

  private static func precedes(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return left == nil }
    if let one = left.doubleValue, let other = right.doubleValue { return one < other }
    return text(left).utf8.lexicographicallyPrecedes(text(right).utf8)
  }

  /// Gives each row's values, in the order of `columns`; nil for a field that is absent.
  public func forEachRow(_ body: ([JSONValue?]) throws -> Void) rethrows {
    for row in rows {
      let line = state.table.reference(row)
      let payload = state.table.payloadObject(row)
      var values: [JSONValue?] = [
        .string(line.text), .string(Instant(milliseconds: state.table.time(row)).iso), .string(line.log.text),
      ]
      for field in kind.fields { values.append(payload?[field.name]) }
      try body(values)
    }
  }

  /// A value in a cell: numbers with a decimal dot, lists parted by `|`.
  public static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .array(let values): values.map(text).joined(separator: "|")
    default: value.canonicalText
    }
  }

  /// A value in a cell of a file that a spreadsheet may open: a text that it would take for a formula gets an
  /// apostrophe before it.
  public static func cell(_ value: JSONValue?) -> String {
    guard let value else { return "" }
    let text = text(value)
    guard value.doubleValue == nil, let first = text.utf8.first else { return text }
    let opensFormula = [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D]
    return opensFormula.contains(first) ? "'" + text : text
  }
}
