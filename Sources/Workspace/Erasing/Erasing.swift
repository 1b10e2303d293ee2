import CanonicalJSON
import CivilTime
import EventLog
import Identity
import Merge
import Vocabulary

/// Decides to erase facts, and carries out what was decided here or elsewhere (SyncSpecs/erasure.md).
///
///     let erasing = Erasing(recording)
///     let plan = try erasing.plan(request)          // what would go; nothing is written
///     let erased = try erasing.erase(plan, ground: "verzoek van de betrokkene")
///
/// The decision is a line of its own that never goes; the payloads go from every file of the workspace, on this instance
/// at once and on every other one when the decision arrives. Nothing brings them back.
public struct Erasing {
  let recording: Recording
  var workspace: Workspace { recording.workspace }

  public init(_ recording: Recording) {
    self.recording = recording
  }

  /// What came of an erasure.
  public struct Erased: Sendable {
    /// The lines that say so.
    public let decisions: [Reference]
    public let carriedOut: CarriedOut
  }

  /// Works out what an erasure would take away.
  ///
  /// - Throws: `ErasureError.nothingFound`, or why a fact cannot be erased; `LockError.mustBeOpen`; `WorkspaceError` for a reference that names
  ///   no line; `FileError`.
  public func plan(_ request: ErasureRequest) throws -> ErasurePlan { try Self.plan(request, in: workspace) }

  /// The same without the right to write.
  public static func plan(_ request: ErasureRequest, in workspace: Workspace) throws -> ErasurePlan {
    let state = try workspace.ownState()
    // What is about a person may be among what is locked.
    if try !workspace.lockedRows(in: state).isEmpty { throw LockError.mustBeOpen }
    let today = Instant(milliseconds: workspace.surroundings.clock.now()).date.iso
    let selection = try ErasureSelection(request, in: state, own: workspace.log, today: today)
    if selection.rows.isEmpty { throw ErasureError.nothingFound }
    return try ErasurePlan(selection, in: workspace, state)
  }

  /// The longest part of a decision's line that its list of lines takes.
  private static let largestListByteCount = LineView.largestByteCount - 8192

  /// Records the decision, and carries it out. There is no way back.
  ///
  /// - Parameter ground: Why; it stays, and everyone may read it.
  /// - Throws: `ErasureError` before anything is written; else the errors of logs and files. Once the decision is
  ///   recorded, what was not carried out goes on with the next `carryOut()`.
  public func erase(_ plan: ErasurePlan, ground: String) throws -> Erased {
    let ground = NormalForm.composed(Spelling.trimmed(ground))
    try Self.check(ground, plan)
    var marks: [JSONValue]? = plan.codes.filter { $0.sort != .interview }
      .map { .string($0.mark(in: workspace.settings.workspace)) }
    marks?.sort { ($0.stringValue ?? "") < ($1.stringValue ?? "") }
    var decisions: [Reference] = []
    for (audience, targets) in plan.targets.sorted(by: { $0.key < $1.key }) {
      var drafts: [Draft] = []
      for part in Self.parts(of: targets) {
        var payload = JSONObject()
        payload["doelen"] = .array(part.map { .string($0.text) })
        payload["grond"] = .string(ground)
        // In the first line alone, which is the one that most read.
        if let known = marks, !known.isEmpty { payload["kenmerken"] = .array(known) }
        marks = nil
        drafts.append(Draft(kind: "wissing", payload: payload))
      }
      decisions += try recording.append(drafts, to: audience, closing: true)
    }
    return Erased(decisions: decisions, carriedOut: try carryOut())
  }

  private static func check(_ ground: String, _ plan: ErasurePlan) throws(ErasureError) {
    if ground.isEmpty { throw .noGround }
    if plan.targets.isEmpty { throw plan.notOurs.isEmpty ? .nothingFound : .notOurs(plan.notOurs) }
    for code in plan.codes where ground.holdsWord(code.code) { throw .groundNames(code.code) }
    if Bsn.isIn(ground) { throw .groundNames("BSN") }
  }

  /// The lines in pieces that each fit in one line.
  private static func parts(of targets: [Reference]) -> [[Reference]] {
    var parts: [[Reference]] = []
    var byteCount = largestListByteCount
    for target in targets {
      let size = target.text.utf8.count + 3
      if byteCount + size > largestListByteCount {
        parts.append([])
        byteCount = 0
      }
      parts[parts.count - 1].append(target)
      byteCount += size
    }
    return parts
  }
}
