import CanonicalJSON
import CivilTime
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// What a data protection impact assessment (AVG art. 35) and a register of processing (art. 30) ask of a workspace, as
/// far as its own facts and files say it.
///
/// What no fact can say, such as who is responsible, is among the `gaps` as something to decide.
public struct Privacy: Sendable {
  /// One kind of fact that is held.
  public struct Category: Sendable {
    public let kind: Kind
    /// Facts that have their contents, live and replaced ones.
    public let count: Int
    /// Of them, how many count in figures.
    public let usedCount: Int
    /// Fields that say something about one person and occur.
    public let personalFields: [String]
    /// Fields that hold whatever somebody typed, and occur.
    public let freeTextFields: [String]

    /// Whether its facts are about persons, be it under a pseudonym.
    public var isPersonal: Bool { !personalFields.isEmpty }
  }

  public struct Export: Sendable {
    public let reference: Reference
    /// The writer's day.
    public let day: String
    public let table: String
    public let level: String
    public let recipient: String?
    public let hash: String?
    public let rowCount: Int?
    public let suppressedCount: Int?
  }

  /// How a fact about a young person stands to a ground.
  public struct Ungrounded: Sendable {
    public let kind: String
    public let count: Int
  }

  /// Something that is missing, or that somebody should decide.
  public enum Gap: Sendable, Equatable {
    case withoutGround(kind: String, count: Int)
    case withoutTerm(kind: String, count: Int)
    case overdue(count: Int)
    /// Consent by one who may not give it alone: below 16 without a parent (Jeugdwet 7.3.5, 7.3.15).
    case consentTooYoung(count: Int)
    case exportWithoutRecipient(count: Int)
    case erasureWaiting(count: Int)
    case unsealedNames(count: Int)
    case openPermissions([String])
    case freeText(kind: String, count: Int)
    /// Not in any fact: the purpose, who is responsible, agreements with processors, encryption of the disk, who to tell
    /// of a breach.
    case decide(Decision)
  }

  public enum Decision: String, Sendable, CaseIterable {
    case purpose = "doel"
    case responsible = "verantwoordelijke"
    case processors = "verwerkers"
    case disk = "schijf"
    case breach = "datalek"
  }

  public let categories: [Category]
  /// By code of the ground, how many young people are enrolled on it.
  public let grounds: [(ground: String, count: Int)]
  public let ungrounded: [Ungrounded]
  public let retention: Retention
  /// Who gets shared logs.
  public let members: [MemberList.Entry]
  public let exports: [Export]
  public let erasures: ErasureOverview
  /// Young people and respondents who objected or withdrew.
  public let objectorCount: Int
  public let isLocked: Bool
  public let regio: String
  public let gaps: [Gap]

  /// - Parameter day: As `2026-11-21`; what is overdue on it.
  /// - Throws: `FileError`.
  /// - Complexity: O(*n*) in facts; reads the payloads of those about persons.
  public init(of workspace: Workspace, asOf day: String) throws {
    let state = try workspace.ownState()
    retention = Retention(of: state, asOf: day)
    members = MemberList(of: state, own: workspace.ownPublic).entries
    exports = ReleaseRecord.all(in: state).map { record in
      Export(
        reference: record.reference, day: Instant(milliseconds: record.at).date.iso, table: record.table,
        level: record.level, recipient: record.recipient, hash: record.hash, rowCount: record.rowCount,
        suppressedCount: record.suppressedCount)
    }
    erasures = ErasureOverview(of: state, in: workspace)
    let objectors = Withheld.objectors(in: state)
    objectorCount = objectors.people.count + objectors.respondents.count
    isLocked = try workspace.isLocked()
    regio = workspace.settings.regio
    let survey = PrivacySurvey(state)
    categories = survey.categories
    grounds = survey.grounds
    ungrounded = survey.ungrounded
    let openPaths = try workspace.openPaths()
    var gaps: [Gap] = ungrounded.map { .withoutGround(kind: $0.kind, count: $0.count) }
    gaps += retention.withoutTerm.map { .withoutTerm(kind: $0.kind, count: $0.count) }
    func add(_ count: Int, _ gap: (Int) -> Gap) {
      if count > 0 { gaps.append(gap(count)) }
    }
    add(Set(retention.terms.flatMap(\.rowsPast)).count) { .overdue(count: $0) }
    add(survey.tooYoungCount) { .consentTooYoung(count: $0) }
    add(exports.count { $0.recipient == nil && $0.level != "publiek" }) { .exportWithoutRecipient(count: $0) }
    add(erasures.decisions.count { !$0.waiting.isEmpty || $0.payloadCount > 0 }) { .erasureWaiting(count: $0) }
    let names = categories.first { $0.kind.name == "respondent_naam" }?.count ?? 0
    if !isLocked { add(names) { .unsealedNames(count: $0) } }
    if !openPaths.isEmpty { gaps.append(.openPermissions(openPaths)) }
    for category in categories where category.isPersonal && !category.freeTextFields.isEmpty {
      gaps.append(.freeText(kind: category.kind.name, count: category.count))
    }
    self.gaps = gaps + Decision.allCases.map { .decide($0) }
  }
}

extension Workspace {
  /// Folders and files of the truth that others on this machine may read.
  func openPaths() throws(FileError) -> [String] {
    var open: [String] = []
    func look(at path: String, _ depth: Int) throws(FileError) {
      guard let entry = try files.entry(at: path) else { return }
      let allowed: UInt16 = entry.kind == .folder ? 0o700 : 0o600
      if let mode = entry.permissions, mode & 0o777 & ~allowed != 0 { open.append(path) }
      guard entry.kind == .folder, depth > 0 else { return }
      for name in try files.names(in: path).sorted() { try look(at: path + "/" + name, depth - 1) }
    }
    for folder in ["logs", "keys", "attachments"] { try look(at: root + "/" + folder, 2) }
    return open
  }
}
