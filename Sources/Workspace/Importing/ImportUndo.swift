import CanonicalJSON
import EventLog
import Merge
import Identity
import Vocabulary

/// What came of undoing an import.
public struct ImportUndo: Sendable {
  /// The last line written, which retracts the import itself.
  public let reference: Reference
  /// Facts that hold no longer.
  public let retractedCount: Int
  /// Corrections whose earlier facts hold again.
  public let restoredCount: Int
  /// Facts that someone corrected since, which stay.
  public let leftCount: Int

  /// The document of `import --undo --format json`.
  public var json: JSONValue {
    [
      "ref": .string(reference.text), "retracted": .integer(Int64(retractedCount)),
      "restored": .integer(Int64(restoredCount)), "left": .integer(Int64(leftCount)),
    ]
  }
}

extension Recording {
  /// Lines that one retraction names, at most.
  private static let largestRetractionCount = 1000
  /// Lines in one write, at most.
  private static let largestUndoBatch = 500

  /// Takes back all facts of an import that still hold; what it corrected holds again as it was.
  ///
  /// The import itself is retracted last, so an undo that was interrupted can be done again.
  ///
  /// - Parameters:
  ///   - reference: Of the fact of kind `import`.
  ///   - reason: The `reden` of the retractions.
  /// - Throws: `WorkspaceError.notAnImport`, `notLive`, or the errors of logs and files.
  public func undoImport(_ reference: String, reason: String) throws -> ImportUndo {
    let state = try facts().state
    let row = try state.row(named: reference, own: workspace.log)
    let line = state.table.reference(row)
    guard state.table.kindName(row) == "import" else { throw WorkspaceError.notAnImport(line) }
    guard state.isLive[row] else { throw WorkspaceError.notLive(line, by: state.replacement(of: row)) }
    let plan = ImportUndoPlan(
      of: state.importParts(row, own: workspace.ownPublic.union(workspace.ownPrivate)), in: state)
    defer { forgetFacts() }
    var last = line
    // The part that was asked for goes last, since its retraction says that all is done.
    for part in plan.parts.reversed() {
      last = try undo(part, of: state, reason: reason)
    }
    return ImportUndo(
      reference: last, retractedCount: plan.parts.reduce(0) { $0 + $1.retracted.count },
      restoredCount: plan.parts.reduce(0) { $0 + $1.restored.count }, leftCount: plan.leftCount)
  }

  private func undo(_ part: ImportUndoPlan.Part, of state: MergedState, reason: String) throws -> Reference {
    let table = state.table
    let audience = workspace.audience(of: part.importRow, in: table)
    var (drafts, targets) = try restore(part, from: audience, state)
    var payload = JSONObject()
    payload["reden"] = .string(reason)
    while !targets.isEmpty {
      drafts.append(
        Draft(
          kind: "intrekking", payload: payload,
          replaces: targets.prefix(Self.largestRetractionCount).map(table.reference)))
      targets = targets.dropFirst(Self.largestRetractionCount)
    }
    drafts.append(Draft(kind: "intrekking", payload: payload, replaces: [table.reference(part.importRow)]))
    var last = table.reference(part.importRow)
    var waiting = drafts[...]
    while !waiting.isEmpty {
      let batch = Array(waiting.prefix(Self.largestUndoBatch))
      waiting = waiting.dropFirst(batch.count)
      last = try writer(for: audience).append(batch, closing: waiting.isEmpty).last ?? last
    }
    return last
  }

  /// Lets what an import took the place of hold again, each fact for the readers that it had.
  ///
  /// A fact for fewer readers than the row that replaced it cannot be told in the row's log, and from its own log it
  /// cannot act on the row: it is recorded there before the row is retracted, once however often that is done.
  ///
  /// - Returns: What is to be written to the part's own log, and the rows to be retracted there.
  private func restore(
    _ part: ImportUndoPlan.Part, from audience: Audience, _ state: MergedState
  ) throws -> (drafts: [Draft], retracted: ArraySlice<Int>) {
    let table = state.table
    var drafts: [Draft] = []
    var retracted = part.retracted
    for (row, earlier) in part.restored {
      var isReplaced = false
      for old in earlier {
        let payload = table.payloadObject(old) ?? JSONObject()
        let readers = workspace.audience(of: old, in: table)
        if readers == audience {
          isReplaced = true
          drafts.append(
            Draft(kind: table.kindName(old), payload: payload, replaces: [table.reference(row)]))
        } else if readers > audience, try !isKnown(payload, kind: table.kindName(old)) {
          try append([Draft(kind: table.kindName(old), payload: payload)], to: readers)
        }
      }
      if !isReplaced { retracted.append(row) }
    }
    return (drafts, retracted[...])
  }

  private func isKnown(_ payload: JSONObject, kind: String) throws -> Bool {
    guard let kind = workspace.vocabulary.kind(named: kind) else { return false }
    if case .same = try facts().standing(of: payload, kind: kind) { return true }
    return false
  }
}

/// What undoing an import comes down to.
struct ImportUndoPlan {
  /// The facts of an import in one log.
  struct Part {
    let importRow: Int
    var retracted: [Int] = []
    /// Live corrections, with the rows of what they took the place of, in the order that makes the one that figures
    /// used the newest again.
    var restored: [(row: Int, earlier: [Int])] = []
  }

  private(set) var parts: [Part] = []
  private(set) var leftCount = 0

  /// - Parameter imports: The rows of an import and of its parts in other logs, with the rows of their facts.
  init(of imports: [(importRow: Int, facts: Range<Int>)], in state: MergedState) {
    let table = state.table
    let ranges = imports.map(\.facts)
    let corrected = Self.corrected(ranges, in: state)
    for (importRow, rows) in imports {
      var part = Part(importRow: importRow)
      for row in rows where Self.isFact(row, state) {
        if !state.isLive[row] {
          if corrected.contains(row) { leftCount += 1 }
          continue
        }
        let earlier = Self.origins(of: row, outside: ranges, table)
        if earlier.isEmpty { part.retracted.append(row) } else { part.restored.append((row, earlier)) }
      }
      parts.append(part)
    }
  }

  private static func isFact(_ row: Int, _ state: MergedState) -> Bool {
    guard state.table.isReadable(row) else { return false }
    return state.vocabulary.kind(named: state.table.kindName(row))?.isStructural != true
  }

  /// The rows of the ranges that a line outside them replaced with another fact.
  private static func corrected(_ ranges: [Range<Int>], in state: MergedState) -> Set<Int> {
    let table = state.table
    let retraction = table.kindIndex(named: "intrekking")
    var rows: Set<Int> = []
    for (row, target) in table.replacements where state.counts[Int(row)] && table.kind(Int(row)) != retraction {
      guard let replaced = table.row(target), ranges.contains(where: { $0.contains(replaced) }),
        !ranges.contains(where: { $0.contains(Int(row)) })
      else { continue }
      rows.insert(replaced)
    }
    return rows
  }

  /// What a row took the place of, directly or through rows of the same import; oldest first.
  private static func origins(of row: Int, outside ranges: [Range<Int>], _ table: LineTable) -> [Int] {
    var found: Set<Int> = []
    var waiting = [row]
    var seen: Set<Int> = []
    while let next = waiting.popLast() {
      for target in table.replacements(of: next) {
        guard let old = table.row(target), table.hasPayload(old), seen.insert(old).inserted else { continue }
        if ranges.contains(where: { $0.contains(old) }) { waiting.append(old) } else { found.insert(old) }
      }
    }
    return found.sorted { (table.time($0), table.reference($0)) < (table.time($1), table.reference($1)) }
  }
}

extension MergedState {
  /// The rows of an import's facts, and those of its parts in other logs of the same writer: an import of facts for
  /// several audiences records itself in each of their logs, with the same counts.
  func importParts(_ row: Int, own logs: some Collection<LogID>) -> [(importRow: Int, facts: Range<Int>)] {
    var parts = [(importRow: row, facts: importedRows(row))]
    let log = table.reference(row).log
    guard logs.contains(log) else { return parts }
    for branch in table.branches where branch.log != log && logs.contains(branch.log) {
      let nearest = branch.rows.filter { isPart($0, ofImport: row) }
        .min { abs(table.time($0) - table.time(row)) < abs(table.time($1) - table.time(row)) }
      if let nearest { parts.append((nearest, importedRows(nearest))) }
    }
    return parts
  }

  private func isPart(_ other: Int, ofImport row: Int) -> Bool {
    guard isLive[other], table.kind(other) == table.kind(row), var left = table.payloadObject(row),
      var right = table.payloadObject(other)
    else { return false }
    for field in ["eerste", "laatste", "toelichting"] {
      left[field] = nil
      right[field] = nil
    }
    return left == right
  }

  func importedRows(_ row: Int) -> Range<Int> {
    let payload = table.payloadObject(row)
    guard let first = payload?["eerste"]?.stringValue.flatMap({ Reference($0) }).flatMap(table.row),
      let last = payload?["laatste"]?.stringValue.flatMap({ Reference($0) }).flatMap(table.row), first <= last,
      table.branchIndex(of: first) == table.branchIndex(of: row),
      table.branchIndex(of: last) == table.branchIndex(of: row)
    else { return row..<row }
    return first..<last + 1
  }
}
