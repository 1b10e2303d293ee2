import CanonicalJSON
import CivilTime
import EventLog
import Merge
import Vocabulary

/// How long facts may be kept, and which are kept longer than that. Nothing is ever erased by itself.
///
/// A retention term (`bewaartermijn`) is about the facts of an import, about a source or of a kind, within one region
/// or everywhere; where it says several of these, a fact must fit all. Of several terms that a fact falls under, the
/// one that ends last counts.
public struct Retention: Sendable {
  /// A term that holds.
  public struct Term: Sendable {
    /// Of its fact, in the state that was asked.
    public let row: Int
    /// What it is about: the fields that say so, in the order of the kind.
    public let about: JSONObject
    /// The last day on which facts may be kept, as `2026-12-31`.
    public let until: String
    public let ground: String
    /// Days from the day that was asked about to the last day; negative once it has passed.
    public let daysLeft: Int
    /// Facts that fall under it and still have their contents, live and replaced ones.
    public fileprivate(set) var rows: [Int] = []
    /// Those of them that no other term lets be kept; empty while the term has not passed.
    public fileprivate(set) var rowsPast: [Int] = []

    /// Whether its last day is over.
    public var isPast: Bool { daysLeft < 0 }
  }

  /// Days before the end of a term from which it is named as coming.
  public static let warningDays = 90

  /// By their last day, the earliest first.
  public private(set) var terms: [Term]
  /// Facts about persons that fall under no term, by kind.
  public private(set) var withoutTerm: [(kind: String, count: Int)] = []

  /// - Parameter date: As `2026-11-21`.
  /// - Complexity: O(*n*) in rows, times the terms; reads the payloads that a term has to look into.
  public init(of state: MergedState, asOf date: String) {
    let today = CivilDate(iso: date)?.days ?? 0
    let table = state.table
    var terms: [Term] = []
    for (row, payload) in state.used(Kind.bewaartermijnName) {
      guard let until = payload["bewaren_tot"]?.stringValue, let last = CivilDate(iso: until) else { continue }
      var about = JSONObject()
      for field in ["import", "over_bron", "soort_feit", "regio"] { about[field] = payload[field] }
      terms.append(
        Term(
          row: row, about: about, until: until, ground: payload["grond"]?.stringValue ?? "",
          daysLeft: Int(last.days - today)))
    }
    terms.sort { ($0.until, $0.row) < ($1.until, $1.row) }
    self.terms = terms
    sortFacts(state)
  }

  public init(of workspace: Workspace, asOf date: String? = nil) throws {
    let today = Instant(milliseconds: workspace.surroundings.clock.now()).date.iso
    self.init(of: try workspace.ownState(), asOf: date ?? today)
  }

  /// Puts each fact under the terms that it falls under.
  private mutating func sortFacts(_ state: MergedState) {
    let table = state.table
    let scopes = terms.map { Scope($0.about, in: state) }
    let kinds = table.kindNames.map { state.vocabulary.kind(named: $0) }
    var without: [String: Int] = [:]
    for row in 0..<table.rowCount {
      guard let index = table.kind(row), table.hasPayload(row), kinds[index]?.isSystem != true,
        table.kindNames[index] != Kind.bewaartermijnName, !LineView.structuralKinds.contains(table.kindNames[index])
      else { continue }
      var found: [Int] = []
      for (term, scope) in scopes.enumerated() where scope.holds(row, in: table) { found.append(term) }
      for term in found { terms[term].rows.append(row) }
      // The terms are in order of their last day.
      if let last = found.last, terms[last].isPast {
        for term in found { terms[term].rowsPast.append(row) }
      }
      if found.isEmpty, kinds[index]?.fields.contains(where: \.isPersonal) == true {
        without[table.kindNames[index], default: 0] += 1
      }
    }
    withoutTerm = without.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// What a term is about.
  private struct Scope {
    let kind: Int?
    let wantsKind: Bool
    let imported: [Range<Int>]?
    let source: String?
    let region: String?
    /// For each kind of the table its fields that name a source.
    let sourceFields: [[String]]

    init(_ about: JSONObject, in state: MergedState) {
      let table = state.table
      wantsKind = about["soort_feit"] != nil
      kind = about["soort_feit"]?.stringValue.flatMap(table.kindIndex)
      source = about["over_bron"]?.stringValue
      region = about["regio"]?.stringValue
      imported = about["import"]?.stringValue.map { text in
        Reference(text).map { table.rows($0).map(state.importedRows) } ?? []
      }
      sourceFields = table.kindNames.map { name in
        ["bron"]
          + (state.vocabulary.kind(named: name)?.fields ?? []).filter { $0.type == .reference(.bron) }.map(\.name)
      }
    }

    func holds(_ row: Int, in table: LineTable) -> Bool {
      if wantsKind, table.kind(row) != kind { return false }
      if let imported, !imported.contains(where: { $0.contains(row) }) { return false }
      if source == nil, region == nil { return true }
      guard let payload = table.payloadObject(row), let index = table.kind(row) else { return false }
      if let region {
        // A fact that names no region is of its writer's.
        let own = payload["regio"]?.stringValue ?? table.branch(at: row).header?.regio
        if own != region { return false }
      }
      guard let source else { return true }
      return sourceFields[index].contains { payload[$0]?.stringValue == source }
    }
  }
}
