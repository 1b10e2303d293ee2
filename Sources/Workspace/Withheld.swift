import EventLog
import Merge
import Platform
import Projection
import Vocabulary

/// Facts that count here and stay out of everything that leaves, but for level `intern`.
///
/// Those of a young person who objected or whose consent was withdrawn and not given again, with all about their
/// trajecten and what a respondent said who withdrew; those of a source that is confidential; those of private logs.
public struct Withheld: Sendable {
  /// By row.
  public let isWithheld: [Bool]
  /// Young people and respondents who objected or withdrew.
  public let personCount: Int
  /// Facts about them.
  public let ofPersonsCount: Int
  public let confidentialCount: Int
  public let privateCount: Int

  /// - Complexity: O(*n*) in facts; reads their payloads only where there is something to withhold.
  public init(in state: MergedState, isPrivate: (Int) -> Bool) {
    let table = state.table
    let (people, respondents) = Self.objectors(in: state)
    let sources = Self.confidential(in: state)
    var withheld = [Bool](repeating: false, count: table.rowCount)
    var (ofPersons, ofSources, ofPrivate) = (0, 0, 0)
    let trajecten = people.isEmpty ? [] : Self.trajecten(of: people, in: state)
    let sourceFields = table.kindNames.map { name in
      ["bron"]
        + (state.vocabulary.kind(named: name)?.fields ?? []).filter { $0.type == .reference(.bron) }.map(\.name)
    }
    let looksInside = !people.isEmpty || !respondents.isEmpty || !sources.isEmpty
    for row in 0..<table.rowCount where state.isUsed[row] {
      if isPrivate(row) {
        withheld[row] = true
        ofPrivate += 1
        continue
      }
      guard looksInside, let kind = table.kind(row), let payload = table.payloadObject(row) else { continue }
      func names(_ field: String, _ known: Set<String>) -> Bool {
        payload[field]?.stringValue.map(known.contains) ?? false
      }
      if names("pseudoniem", people) || names("traject", trajecten) || names("respondent", respondents) {
        withheld[row] = true
        ofPersons += 1
      } else if sourceFields[kind].contains(where: { names($0, sources) }) {
        withheld[row] = true
        ofSources += 1
      }
    }
    isWithheld = withheld
    personCount = people.count + respondents.count
    ofPersonsCount = ofPersons
    confidentialCount = ofSources
    privateCount = ofPrivate
  }

  private static func facts(_ name: String, in state: MergedState) -> [JSONFact] {
    state.used(name).map { _, payload in
      { payload[$0].flatMap { $0.stringValue ?? ($0 == .bool(true) ? "ja" : nil) } }
    }
  }

  /// The texts of a fact's fields.
  private typealias JSONFact = (String) -> String?

  /// Who objected or withdrew: pseudonyms and codes of respondents.
  public static func objectors(in state: MergedState) -> (people: Set<String>, respondents: Set<String>) {
    var people = Set(facts("bezwaar", in: state).compactMap { $0("pseudoniem") })
    var respondents = Set<String>()
    var given: [String: String] = [:]
    func subject(_ fact: JSONFact) -> String {
      [fact("pseudoniem"), fact("respondent"), fact("waarvoor")].map { $0 ?? "" }.joined(separator: "\u{0}")
    }
    for consent in facts("toestemming", in: state) {
      let known = given[subject(consent)] ?? ""
      given[subject(consent)] = max(known, consent("datum") ?? "")
    }
    for withdrawal in facts("toestemming_ingetrokken", in: state) {
      // Given again on a later day it holds again; on the same day the withdrawal does.
      if let again = given[subject(withdrawal)], again > withdrawal("datum") ?? "" { continue }
      if let person = withdrawal("pseudoniem") { people.insert(person) }
      if let respondent = withdrawal("respondent") { respondents.insert(respondent) }
    }
    return (people, respondents)
  }

  private static func confidential(in state: MergedState) -> Set<String> {
    Set(facts("bron", in: state).filter { $0("vertrouwelijk") == "ja" }.compactMap { $0("bron") })
  }

  private static func trajecten(of people: Set<String>, in state: MergedState) -> Set<String> {
    Set(
      facts("traject_gestart", in: state).filter { $0("pseudoniem").map(people.contains) ?? false }
        .compactMap { $0("traject") })
  }
}

extension Workspace {
  /// The facts that figures which leave are made of, and which were kept out of them.
  ///
  /// - Throws: `FileError`.
  public func releasableFacts(only columns: [String: Set<String>]) throws(FileError) -> (facts: Facts, Withheld) {
    let logs = try readLogs(only: columns)
    let state = state(of: logs)
    let withheld = Withheld(in: state) { self.audience(of: $0, in: logs.table) == .prive }
    let isUsed = zip(state.isUsed, withheld.isWithheld).map { $0 && !$1 }
    return (
      Facts(state: state, projection: Projection(logs.parts, JoinedTexts(of: logs.parts), isUsed: isUsed)), withheld
    )
  }
}
