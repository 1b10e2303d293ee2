import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Query
import Vocabulary

/// The right to write in an instance: holds its lock for as long as it lives.
public final class Recording {
  /// As it stands now: a write may have begun a log in the place of another.
  public internal(set) var workspace: Workspace
  private let lock: any FileLock
  var writers: [Audience: LogWriter] = [:]
  private var hasToldOfLock = false
  private(set) var loadedFacts: KnownFacts?

  /// Takes the lock.
  ///
  /// - Throws: `WorkspaceError.busy` where another process has it; `FileError` on a disk that cannot be written.
  public init(_ workspace: Workspace) throws {
    guard let lock = try workspace.files.lock(workspace.root + "/.lock") else {
      throw WorkspaceError.busy(path: workspace.root)
    }
    self.lock = lock
    // Another process may have begun a log since the workspace was opened.
    self.workspace = try workspace.readAgain()
  }

  /// What came of recording a fact.
  public enum Outcome: Sendable, Equatable {
    case recorded(Reference)
    /// The same was known already; nothing was written.
    case known(Reference)

    public var reference: Reference {
      switch self {
      case .recorded(let reference), .known(let reference): reference
      }
    }
  }

  /// What is known, read at first use.
  public func facts() throws -> KnownFacts {
    if let loadedFacts { return loadedFacts }
    let facts = KnownFacts(try workspace.ownState())
    loadedFacts = facts
    return facts
  }

  /// The writer of the log for an audience, opened at first use.
  ///
  /// A log that may be continued elsewhere is left then, and another is begun, which `Workspace.tell` hears of; the
  /// regional log is begun at its first use.
  ///
  /// - Throws: `LogError`, `FileError`, or `WorkspaceError.noKey`.
  public func writer(for audience: Audience) throws -> LogWriter {
    if let writer = writers[audience] { return writer }
    var begun: [Succession] = []
    defer { if !begun.isEmpty { workspace.tell?(.begunAnew(begun)) } }
    let writer = try settledWriter(for: audience, &begun)
    if begun.contains(where: \.reason.isOfFolder) {
      // What was seen of one log goes for the folder, so that people are told once.
      for other in Audience.allCases where workspace.settings.logs[other] != nil {
        _ = try? settledWriter(for: other, leavingDamaged: false, &begun)
      }
    }
    return writer
  }

  /// Records one fact, durable when this returns.
  ///
  /// - Parameters:
  ///   - replaces: Facts that it takes the place of; it is then not held against what stands in its slot.
  ///   - audience: Nil for the kind's own.
  /// - Throws: `WorkspaceError.payload` for a payload that breaks the vocabulary's rules, `slotTaken` where the slot
  ///   holds something else; `noSuchReference`, `structural`, `notLive` or `audienceTooWide` for a fact that it cannot
  ///   take the place of; or the errors of logs and files. Nothing was written then.
  public func record(
    _ kind: String, _ payload: JSONObject, replaces: [Reference] = [], audience: Audience? = nil
  ) throws -> Outcome {
    let definition = try checkedKind(kind)
    try check(payload, definition)
    let audience = audience ?? definition.audience
    for target in replaces { try checkReplaceable(target, from: audience) }
    if replaces.isEmpty {
      switch try facts().standing(of: payload, kind: definition) {
      case .new: break
      case .same(let reference): return .known(reference)
      case .other(let reference, let known):
        throw WorkspaceError.slotTaken(
          kind: kind, slot: definition.slotValues(of: payload), known: reference, payload: known)
      }
    }
    return .recorded(
      try append([Draft(kind: kind, payload: payload, replaces: replaces)], to: audience)[0])
  }

  /// Checks that a line for an audience takes the place of a fact if it says so.
  private func checkReplaceable(_ target: Reference, from audience: Audience) throws {
    // What was recorded since the facts were read is on disk.
    if try facts().state.table.row(target) == nil { forgetFacts() }
    let state = try facts().state
    guard let row = state.table.row(target) else { throw WorkspaceError.noSuchReference(target.text) }
    let kind = state.table.kindName(row)
    if workspace.vocabulary.kind(named: kind)?.isStructural == true {
      throw WorkspaceError.structural(target, kind: kind)
    }
    if try workspace.lockedRows(in: state).contains(row) { throw WorkspaceError.factIsLocked(target) }
    if try !state.isLive[row] || facts().isReplaced(target) {
      throw WorkspaceError.notLive(target, by: state.replacement(of: row))
    }
    if workspace.audience(of: row, in: state.table) < audience {
      throw WorkspaceError.audienceTooWide(wanted: audience, of: target)
    }
  }

  /// Writes drafts to a log in one batch and takes them among the known facts.
  @discardableResult
  func append(_ drafts: [Draft], to audience: Audience, closing: Bool = false) throws -> [Reference] {
    let isPrivate = audience == .prive && !drafts.isEmpty
    let isLocked = try isPrivate && !hasToldOfLock && workspace.isLocked()
    let references = try writer(for: audience).append(drafts, closing: closing)
    if isLocked {
      hasToldOfLock = true
      workspace.tell?(.privateIsLocked)
    }
    if let loadedFacts {
      for (draft, reference) in zip(drafts, references) { loadedFacts.add(draft, reference) }
    }
    return references
  }

  /// Lets go of the logs' files, which are opened again when they are next written: after they were written anew.
  func releaseLogs() {
    writers = [:]
    loadedFacts = nil
  }

  /// Forgets what is known, so that it is read again when it is next asked for.
  func forgetFacts() { loadedFacts = nil }

  /// The kind, if a person may record it.
  func checkedKind(_ name: String) throws(WorkspaceError) -> Kind { try workspace.recordableKind(named: name) }

  /// A definition that says what it counts must be one that can be counted.
  private func checkDefinition(_ payload: JSONObject) throws(WorkspaceError) {
    let definition = Definition { field in
      payload[field].flatMap { $0.stringValue ?? $0.integerValue.map(String.init) }
    }
    guard let definition else { return }
    do throws(DefinitionProblem) {
      _ = try DefinitionCheck(workspace.vocabulary).indicator([definition])
    } catch {
      throw .payload(kind: "definitie", [error.phrase])
    }
  }

  func check(_ payload: JSONObject, _ kind: Kind) throws(WorkspaceError) {
    let problems = workspace.vocabulary.problems(in: payload, kind: kind)
    if !problems.isEmpty { throw .payload(kind: kind.name, problems.map(\.phrase)) }
    if kind.name == "definitie" { try checkDefinition(payload) }
  }
}

extension Workspace {
  /// The kind, if a person may record it.
  func recordableKind(named name: String) throws(WorkspaceError) -> Kind {
    guard let kind = vocabulary.kind(named: name) else {
      throw .unknownKind(name, nearest: vocabulary.nearestKinds(to: name))
    }
    if kind.isReserved { throw .reservedKind(name) }
    return kind
  }
}

extension Kind {
  /// Whether only the program itself records facts of this kind.
  var isReserved: Bool {
    isStructural || name == "import" || name == "wissing_uitgevoerd" || name == "intrekking"
  }

  /// The fields of the slot with the payload's values; empty where the kind has no slot.
  public func slotValues(of payload: JSONObject) -> JSONObject {
    var values = JSONObject()
    for field in slot ?? [] { values[field] = payload[field] }
    return values
  }
}
