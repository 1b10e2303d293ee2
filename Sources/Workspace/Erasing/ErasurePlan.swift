import Cryptography
import EventLog
import Identity
import Merge
import Vocabulary

/// What an erasure would take away, before it is decided.
public struct ErasurePlan: Sendable {
  /// How many facts of a kind go.
  public let counts: [(kind: String, count: Int)]
  /// The facts that go, by the log that the decision has to be written to.
  public let targets: [Audience: [Reference]]
  /// Facts of others, which only their writer, the founder or a beheerder can erase.
  public let notOurs: [Reference]
  /// Attachments that no other fact names, with their sizes in bytes; those that are here.
  public let attachments: [Digest: Int]
  /// Interviews with others: what was said there stays, unless it is asked for.
  public let sharedInterviews: [String]
  /// Facts that stay, and that mention one of the codes in a text.
  public let mentions: [Reference]
  /// Live facts that stay, and that took the place of one that goes.
  public let successors: [Reference]
  /// Files in the workspace's folder that are not the workspace's, and may say the same: exports, rejected rows.
  public let otherFiles: [String]
  /// Whom it is about.
  public let codes: Set<PersonCode>

  public var targetCount: Int { targets.values.reduce(0) { $0 + $1.count } }

  init(_ selection: ErasureSelection, in workspace: Workspace, _ state: MergedState) throws {
    let table = state.table
    var byAudience: [Audience: [Int]] = [:]
    for row in selection.rows.sorted() { byAudience[workspace.audience(of: row, in: table), default: []].append(row) }
    var targets: [Audience: Set<Reference>] = [:]
    var notOurs: Set<Reference> = []
    for (audience, rows) in byAudience {
      var rest = Set(rows.map(table.reference))
      // By those who may read the facts alone; else in the shared log, which a beheerder's word reaches all from.
      let order: [Audience] = audience == .regio ? [.regio, .gedeeld] : [audience]
      for deciding in order {
        guard !rest.isEmpty, let log = workspace.settings.logs[deciding] else { continue }
        let inForce = state.inForce(rest.sorted(), decidedIn: log)
        if inForce.isEmpty { continue }
        targets[deciding, default: []].formUnion(inForce)
        rest.subtract(inForce)
      }
      notOurs.formUnion(rest)
    }
    self.targets = targets.mapValues { $0.sorted() }
    self.notOurs = notOurs.sorted()
    let gone = Set(targets.values.joined())
    let going = selection.rows.filter { gone.contains(table.reference($0)) }
    let byKind = Dictionary(grouping: going) { table.kindName($0) }
    counts = byKind.map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    attachments = try Self.attachments(of: going, Attachments(workspace), table)
    sharedInterviews = selection.sharedInterviews.sorted()
    mentions = selection.mentions.map(table.reference)
    successors = (0..<table.rowCount).filter { row in
      state.isLive[row] && !gone.contains(table.reference(row))
        && table.replacements(of: row).contains(where: gone.contains)
    }.map(table.reference)
    otherFiles = try workspace.files.names(in: workspace.root).filter { !Erasing.ownNames.contains($0) }
    codes = selection.codes
  }

  /// The attachments that facts which go name and no other.
  private static func attachments(
    of rows: Set<Int>, _ attachments: Attachments, _ table: LineTable
  ) throws -> [Digest: Int] {
    let going = Set(rows.compactMap { NamedAttachment($0, in: table)?.sha256 })
    if going.isEmpty { return [:] }
    let staying = NamedAttachment.all(in: table, except: rows)
    return try attachments.held().filter { going.contains($0.key) && !staying.contains($0.key) }
  }
}
