import CanonicalJSON
import Cryptography
import EventLog
import Platform
import Vocabulary
import Words

/// Reads a file of facts into an instance's logs.
///
/// Rows are recorded in batches, each with one write and one `fdatasync`; what was recorded stays whatever happens
/// after it, and importing the same file again records the rest.
public final class FactImport {
  /// How far an import has come.
  public struct Progress: Sendable {
    /// Rows read.
    public let rowCount: Int
    /// Facts on disk.
    public let recordedCount: Int
  }

  /// Rows in a batch, at most, and bytes of payloads after which it is written.
  static let largestBatchRowCount = 1000
  static let largestBatchByteCount = 512 * 1024

  private let request: ImportRequest
  private let opened: Workspace
  /// Nil on a dry run, which must not even take the lock.
  private let recording: Recording?
  private let facts: KnownFacts
  private var report: ImportReport
  private var rejects: RejectsFile
  private var batch = ImportBatch()
  /// With `--update` only: without it, a row that differs is not recorded.
  private var slots = FileSlots()
  /// The line in the file of each added fact, in order.
  private var linesOfAdded: [Int32] = []
  private let firstAdded: Int
  private var spans: [Audience: (first: Reference, last: Reference)] = [:]

  /// Reads `request.path` and records what is in it.
  ///
  /// - Parameter progress: Called after every batch, when it is on disk.
  /// - Throws: `ImportError` and `WorkspaceError` where the file as a whole is refused, before anything is written;
  ///   `ImportError.interrupted` where writing fails; `FileError`.
  public static func run(
    _ request: ImportRequest, into workspace: Workspace, progress: (Progress) -> Void = { _ in }
  ) throws -> ImportReport {
    if let prefix = request.prefix, !FieldType.Reference.traject.accepts(prefix) || Bsn.isIn(prefix) {
      throw ImportError.badPrefix(prefix)
    }
    let kind = try request.kind.map { try workspace.recordableKind(named: $0) }
    let bytes = try workspace.files.contents(ofFile: request.path)
    let name = request.path.lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      let source = try LinesSource(bytes, request, kind: kind, vocabulary: workspace.vocabulary)
      return try FactImport(request, workspace, source).run(source, bytes, progress)
    }
    guard [".csv", ".tsv", ".txt", ".tab"].contains(where: name.hasSuffix) else {
      throw ImportError.notAnImportFile(path: request.path)
    }
    let source = try TableSource(bytes, request, kind: kind, vocabulary: workspace.vocabulary)
    let run = try FactImport(request, workspace, source)
    run.report.encoding = source.encoding
    run.report.hasReplacements = source.hasReplacements
    run.report.leftOutColumns = source.leftOut
    return try run.run(source, bytes, progress)
  }

  private init(_ request: ImportRequest, _ workspace: Workspace, _ source: some ImportSource) throws {
    self.request = request
    opened = workspace
    report = ImportReport(isUpdating: request.isUpdating, isDryRun: request.isDryRun)
    rejects = RejectsFile(header: source.rejectsHeader, separator: source.separator, language: request.language)
    recording = request.isDryRun ? nil : try Recording(workspace)
    facts = try recording?.facts() ?? KnownFacts(try workspace.ownState())
    firstAdded = facts.state.table.rowCount
  }

  /// As it stands now: a write may have begun a log in the place of another.
  private var workspace: Workspace { recording?.workspace ?? opened }

  /// Who may read a new fact of a kind.
  private func audience(of kind: Kind) -> Audience { request.audience ?? kind.audience }

  private func run(_ rows: some ImportSource, _ bytes: [UInt8], _ progress: (Progress) -> Void) throws -> ImportReport {
    var rows = rows
    while let row = rows.next() {
      report.rowCount += 1
      switch row.content {
      case .refused(let problems): reject(row, rows, problems)
      case .fact(let kind, let payload, let replaces):
        if let refusal = try take(row, kind, payload, replaces) { reject(row, rows, [refusal]) }
      }
      if batch.isFull { try flush() }
      if report.rowCount % Self.largestBatchRowCount == 0 { tell(progress) }
    }
    try flush()
    tell(progress)
    try finish(bytes, rows)
    return report
  }

  private func tell(_ progress: (Progress) -> Void) {
    progress(Progress(rowCount: report.rowCount, recordedCount: report.recordedCount))
  }

  // MARK: Rows

  private func reject(_ row: ImportRow, _ source: some ImportSource, _ problems: [Phrase]) {
    report.rejectedCount += 1
    if report.rejects.count < ImportReport.largestListCount { report.rejects.append((row.line, problems)) }
    if !request.isDryRun { rejects.add(source.rejectedCells(of: row), line: row.line, problems) }
  }

  /// - Returns: Why the row is rejected after all.
  private func take(_ row: ImportRow, _ kind: Kind, _ payload: JSONObject, _ replaces: [String]) throws -> Phrase? {
    let comparable = facts.comparable(payload, kind: kind)
    // Else two rows of one file would replace each other by turns, whenever the file is imported.
    if request.isUpdating, let line = slots.lineThatDiffers(from: comparable) { return ImportWords.sameSlot(line) }
    let match = facts.match(comparable)
    if case .same = match {
      report.duplicateCount += 1
      hold(comparable, row)
      return nil
    }
    if !replaces.isEmpty {
      switch targets(replaces, of: kind) {
      case .success(let targets):
        return add(row, comparable, draft(kind, payload, comparable, replaces: targets), audience(of: kind))
      case .failure(let refusal):
        // A line that was recorded before and corrected since is no error, but a difference.
        guard refusal.isReplaced, case .other = match else { return refusal.phrase }
      }
    }
    guard case .other(let number) = match else {
      return add(row, comparable, draft(kind, payload, comparable), audience(of: kind))
    }
    return try takeDifferent(row, kind, payload, comparable, from: number)
  }

  private func takeDifferent(
    _ row: ImportRow, _ kind: Kind, _ payload: JSONObject, _ comparable: ComparablePayload, from number: Int
  ) throws -> Phrase? {
    guard request.isUpdating else {
      note(change(row, kind, payload, differsFrom: number))
      return nil
    }
    if recording != nil, facts.reference(number) == nil { try flush() }
    switch place(for: number, kind) {
    case .success(let (audience, targets)):
      let known = change(row, kind, payload, differsFrom: number)
      if let refusal = add(row, comparable, draft(kind, payload, comparable, replaces: targets), audience) {
        return refusal
      }
      note(known)
      return nil
    case .failure(let refusal): return refusal.phrase
    }
  }

  private func draft(
    _ kind: Kind, _ payload: JSONObject, _ comparable: ComparablePayload, replaces: [Reference] = []
  ) -> Draft {
    // What facts are compared by is the whole payload, unless there is a note.
    let bytes = payload["toelichting"] == nil ? comparable.bytes : nil
    return Draft(kind: kind.name, payload: payload, replaces: replaces, payloadBytes: bytes)
  }

  /// - Returns: Why the row is rejected after all; it is not added then.
  private func add(
    _ row: ImportRow, _ comparable: ComparablePayload, _ draft: Draft, _ audience: Audience
  ) -> Phrase? {
    // Facts are compared without their notes, but a line holds them.
    let byteCount =
      draft.payload["toelichting"] == nil
      ? comparable.bytes.count : JSONValue.object(draft.payload).canonicalBytes.count
    if !Self.fits(byteCount, draft.replaces) { return ImportWords.tooLong }
    hold(comparable, row)
    let number = facts.add(comparable, replacing: draft.replaces, reference: nil)
    linesOfAdded.append(Int32(clamping: row.line))
    batch.add(draft, number, audience, byteCount: byteCount)
    return nil
  }

  /// What a line holds beside its payload and what it replaces, at most.
  private static let lineMargin = 512

  private static func fits(_ byteCount: Int, _ replaces: [Reference]) -> Bool {
    let others = replaces.reduce(lineMargin) { $0 + $1.text.utf8.count + 3 }
    return byteCount <= LineView.largestByteCount - others
  }

  private func hold(_ comparable: ComparablePayload, _ row: ImportRow) {
    if request.isUpdating { slots.add(comparable, line: row.line) }
  }

  private func note(_ change: ImportReport.Change?) {
    report.changedCount += 1
    if let change { report.changes.append(change) }
  }

  /// Nil where the report lists enough of them.
  private func change(
    _ row: ImportRow, _ kind: Kind, _ payload: JSONObject, differsFrom number: Int
  ) -> ImportReport.Change? {
    guard report.changes.count < ImportReport.largestListCount else { return nil }
    let known = facts.payload(number) ?? JSONObject()
    let names = Set(known.keys + payload.keys).subtracting(["toelichting"])
    let fields = names.sorted().filter { known[$0] != payload[$0] }.map { ($0, known[$0], payload[$0]) }
    let place: ImportReport.Known
    if facts.isAdded(number) {
      place = .line(Int(linesOfAdded[number - firstAdded]))
    } else {
      place = .fact(facts.state.table.reference(number))
    }
    return .init(line: row.line, kind: kind.name, known: place, fields: fields)
  }

  // MARK: What is replaced

  /// Why a row cannot replace what it would.
  private struct Refusal: Error {
    let phrase: Phrase
    /// Whether it is because something else did already.
    var isReplaced = false
  }

  /// The live facts that a line says it replaces.
  private func targets(_ texts: [String], of kind: Kind) -> Result<[Reference], Refusal> {
    let state = facts.state
    var targets: [Reference] = []
    for text in texts {
      let row: Int
      do throws(WorkspaceError) { row = try state.row(named: text, own: workspace.log) } catch {
        return .failure(Refusal(phrase: ErrorWords.noSuchReference(text)))
      }
      let target = state.table.reference(row)
      if workspace.vocabulary.kind(named: state.table.kindName(row))?.isStructural == true {
        return .failure(Refusal(phrase: ErrorWords.structural(text, state.table.kindName(row))))
      }
      if !state.isLive[row] || facts.isReplaced(target) {
        let other = state.replacement(of: row)?.text
        return .failure(Refusal(phrase: ErrorWords.notLive(text, by: other), isReplaced: true))
      }
      let audience = workspace.audience(of: row, in: state.table)
      let wanted = self.audience(of: kind)
      if audience < wanted {
        return .failure(Refusal(phrase: ErrorWords.audienceTooWide(wanted.rawValue, text)))
      }
      if audience > wanted {
        return .failure(Refusal(phrase: ImportWords.audienceTooNarrow(audience.rawValue, text)))
      }
      targets.append(target)
    }
    return .success(targets)
  }

  /// The log that a correction of a known fact goes to, and all that it replaces: the fact, and those in conflict
  /// with it.
  private func place(for number: Int, _ kind: Kind) -> Result<(Audience, [Reference]), Refusal> {
    if facts.isAdded(number) {
      // On a dry run there is none.
      guard let reference = facts.reference(number) else { return .success((self.audience(of: kind), [])) }
      let audience = workspace.settings.audience(of: reference.log) ?? self.audience(of: kind)
      return .success((audience, [reference]))
    }
    let table = facts.state.table
    let rivals = facts.rivals(of: number)
    let rows = rivals.isEmpty ? [number] : rivals
    let audience = rows.map { workspace.audience(of: $0, in: table) }.max() ?? .gedeeld
    if let row = rows.first(where: { workspace.audience(of: $0, in: table) < audience }) {
      return .failure(
        Refusal(phrase: ErrorWords.audienceTooWide(audience.rawValue, table.reference(row).text)))
    }
    return .success((audience, rows.map(table.reference)))
  }

  // MARK: Writing

  private func flush() throws {
    let waiting = batch.take()
    for (audience, facts) in waiting {
      guard let recording else {
        report.recordedCount += facts.count
        continue
      }
      do {
        let references = try recording.writer(for: audience).append(facts.map(\.draft))
        for (fact, reference) in zip(facts, references) { self.facts.settle(fact.number, reference) }
        if let first = references.first, let last = references.last {
          spans[audience] = (spans[audience]?.first ?? first, last)
        }
        report.recordedCount += references.count
      } catch {
        throw ImportError.interrupted(recorded: report.recordedCount, error)
      }
    }
  }

  private func finish(_ bytes: [UInt8], _ source: some ImportSource) throws {
    if request.isDryRun { return }
    if rejects.rowCount > 0 {
      do {
        let path = try rejects.write(beside: request.path, fallback: workspace.root, files: workspace.files)
        report.rejectsPath = path
        report.isRejectsElsewhere = path != request.path + ".rejected.csv"
      } catch {
        try recordImport(bytes, source)
        throw ImportError.interrupted(recorded: report.recordedCount, error)
      }
    }
    try recordImport(bytes, source)
  }

  /// Records the import itself in every log that facts went to, each with its own first and last.
  private func recordImport(_ bytes: [UInt8], _ source: some ImportSource) throws {
    guard let recording, !spans.isEmpty else { return }
    let hash = SHA256.hash(bytes).hexadecimal
    for (audience, span) in spans.sorted(by: { $0.key < $1.key }) {
      let payload = importPayload(hash, source, span)
      do {
        let reference = try recording.append(
          [Draft(kind: "import", payload: payload)], to: audience, closing: true)[0]
        report.reference = report.reference ?? reference
      } catch {
        throw ImportError.interrupted(recorded: report.recordedCount, error)
      }
    }
  }

  private func importPayload(
    _ hash: String, _ source: some ImportSource, _ span: (first: Reference, last: Reference)
  ) -> JSONObject {
    var payload = JSONObject()
    payload["sha256"] = .string(hash)
    payload["soort"] = .string(source.sort)
    if source.kinds.count == 1 { payload["kind"] = .string(source.kinds[0]) }
    payload["rijen"] = .integer(Int64(report.rowCount))
    payload["vastgelegd"] = .integer(Int64(report.recordedCount))
    payload["bekend"] = .integer(Int64(report.duplicateCount))
    payload["gewijzigd"] = .integer(Int64(report.changedCount))
    payload["geweigerd"] = .integer(Int64(report.rejectedCount))
    payload["eerste"] = .string(span.first.text)
    payload["laatste"] = .string(span.last.text)
    let name = NormalForm.composed(Spelling.trimmed(Path.name(of: request.path)))
    var named = payload
    named["bestand"] = .string(name)
    // A file may be called after a BSN; its hash says enough then.
    if let kind = workspace.vocabulary.kind(named: "import"),
      workspace.vocabulary.problems(in: named, kind: kind).isEmpty
    {
      return named
    }
    return payload
  }
}
