import CanonicalJSON
import EventLog
import Merge
import Vocabulary

/// Goes once through the facts of a workspace, for `Privacy`.
struct PrivacySurvey {
  private(set) var categories: [Privacy.Category] = []
  private(set) var grounds: [(ground: String, count: Int)] = []
  private(set) var ungrounded: [Privacy.Ungrounded] = []
  /// Young people below 16 who are said to have agreed alone.
  private(set) var tooYoungCount = 0

  private let state: MergedState
  private var table: LineTable { state.table }

  /// What is counted of one kind.
  private struct Count {
    var all = 0
    var used = 0
    var fields = Set<String>()
  }

  init(_ state: MergedState) {
    self.state = state
    let table = state.table
    let kinds = table.kindNames.map { state.vocabulary.kind(named: $0) }
    var counts = [Count](repeating: Count(), count: kinds.count)
    var enrolled = Set<String>()
    var groundCounts: [String: Int] = [:]
    for row in 0..<table.rowCount {
      guard let index = table.kind(row), table.hasPayload(row), let kind = kinds[index], !kind.isStructural else {
        continue
      }
      counts[index].all += 1
      if state.isUsed[row] { counts[index].used += 1 }
      let looked = kind.fields.filter { $0.isPersonal || $0.type.isFreeText }
      guard !looked.isEmpty, let payload = table.payloadObject(row) else { continue }
      for field in looked where payload[field.name] != nil { counts[index].fields.insert(field.name) }
      guard state.isUsed[row], kind.name == "jeugdige_ingeschreven" else { continue }
      if let person = payload["pseudoniem"]?.stringValue { enrolled.insert(person) }
      groundCounts[payload["grondslag"]?.stringValue ?? "", default: 0] += 1
      if payload["toestemming_door"]?.stringValue == "jeugdige", Self.isBelowSixteen(payload) { tooYoungCount += 1 }
    }
    grounds = groundCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    categories = zip(kinds, counts).compactMap { kind, count in
      guard let kind, count.all > 0 else { return nil }
      func names(_ fields: [Field]) -> [String] { fields.map(\.name).filter(count.fields.contains) }
      return Privacy.Category(
        kind: kind, count: count.all, usedCount: count.used, personalFields: names(kind.fields.filter(\.isPersonal)),
        freeTextFields: names(kind.fields.filter { $0.type.isFreeText && !$0.isPersonal && $0.name != "bron" }))
    }.sorted { ($1.count, $0.kind.name) < ($0.count, $1.kind.name) }
    ungrounded = Self.ungrounded(state, kinds, enrolled)
  }

  /// Groups of ages of whom nobody is 16, as the code list has them, and years of birth are not looked at: on which day
  /// consent was given is not known.
  private static func isBelowSixteen(_ payload: JSONObject) -> Bool {
    guard let group = payload["leeftijdsgroep"]?.stringValue else { return false }
    let numbers = group.split { !$0.isNumber }.compactMap { Int($0) }
    return numbers.last.map { $0 < 16 } ?? false
  }

  /// Facts about a young person, or a traject of one, who is not enrolled on any ground.
  private static func ungrounded(
    _ state: MergedState,
    _ kinds: [Kind?],
    _ enrolled: Set<String>
  ) -> [Privacy.Ungrounded] {
    let table = state.table
    var personOfTraject: [String: String] = [:]
    for (_, payload) in state.used("traject_gestart") {
      guard let traject = payload["traject"]?.stringValue else { continue }
      personOfTraject[traject] = payload["pseudoniem"]?.stringValue
    }
    let looksInside = kinds.map { kind in
      kind?.fields.contains { $0.type == .reference(.jeugdige) || $0.type == .reference(.traject) } ?? false
    }
    var counts: [String: Int] = [:]
    for row in 0..<table.rowCount where state.isUsed[row] {
      guard let index = table.kind(row), looksInside[index], kinds[index]?.isSystem == false,
        let payload = table.payloadObject(row)
      else { continue }
      let (person, traject) = (payload["pseudoniem"]?.stringValue, payload["traject"]?.stringValue)
      guard person != nil || traject != nil else { continue }
      let known = person ?? traject.flatMap { personOfTraject[$0] }
      if known.map(enrolled.contains) != true { counts[table.kindNames[index], default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Privacy.Ungrounded(kind: $0.key, count: $0.value) }
  }
}

extension FieldType {
  /// Whether somebody typed what it holds in words of their own.
  var isFreeText: Bool {
    switch self {
    case .text: true
    case .list(let element): element.isFreeText
    default: false
    }
  }
}
