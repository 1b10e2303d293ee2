import PlainText
import CanonicalJSON
import CivilTime

extension Vocabulary {
  /// Everything that is wrong with a payload of that kind; empty when it is right.
  ///
  /// Only the payload itself is looked at: a reference to something not known yet is right. A fact that is already in
  /// a log is kept whatever is found here.
  ///
  /// - Complexity: O(size of the payload), by hash look-up of each member.
  public func problems(in payload: JSONObject, kind: Kind) -> [Problem] {
    var problems: [Problem] = []
    for member in payload.members {
      check(member, kind: kind, into: &problems)
    }
    return problems + problemsOfWhole(payload, kind: kind)
  }

  /// What is wrong with a payload as a whole: fields that lack, and values that do not fit each other.
  ///
  /// Enough for a payload whose values all come from `Field.value(reading:)`, which checked each of them.
  public func problemsOfWhole(_ payload: JSONObject, kind: Kind) -> [Problem] {
    var problems: [Problem] = []
    for name in kind.requiredNames where payload[name] == nil {
      problems.append(.missing(alternatives: [[name]], absent: [[name]]))
    }
    for requirement in kind.requirements where !requirement.isMet(by: payload) {
      let absent = requirement.alternatives.map { names in names.filter { payload[$0] == nil } }
      problems.append(.missing(alternatives: requirement.alternatives, absent: absent))
    }
    for rule in kind.rules {
      if let problem = Self.problem(in: payload, breaking: rule) { problems.append(problem) }
    }
    return problems
  }

  private func check(_ member: JSONObject.Member, kind: Kind, into problems: inout [Problem]) {
    guard let type = kind.type(ofFieldNamed: member.key) else {
      if Bsn.isFieldName(member.key) {
        problems.append(.bsnField(name: member.key))
      } else {
        let nearest = EditDistance.nearest(to: member.key, among: kind.fields.map { ($0.name, $0.name) })
        problems.append(.unknownField(name: member.key, kind: kind.name, nearest: nearest))
      }
      return
    }
    let checker = ValueChecker(field: member.key, vocabulary: self, screensForBsn: !kind.isStructural)
    if let problem = checker.problem(in: member.value, type: type) { problems.append(problem) }
  }

  private static func problem(in payload: JSONObject, breaking rule: Kind.Rule) -> Problem? {
    switch rule {
    case .within(let value, let low, let high):
      guard let number = payload[value]?.doubleValue, let least = payload[low]?.doubleValue,
        let most = payload[high]?.doubleValue, least <= most, number < least || number > most
      else { return nil }
      return .outsideScale(
        field: value,
        value: text(payload[value]),
        low: text(payload[low]),
        high: text(payload[high])
      )
    case .ordered(let first, let second):
      guard let left = payload[first], let right = payload[second] else { return nil }
      if let left = left.doubleValue, let right = right.doubleValue, left > right {
        return .outOfOrder(first: first, second: second)
      }
      if let left = left.stringValue.flatMap(CivilDate.init(iso:)),
        let right = right.stringValue.flatMap(CivilDate.init(iso:)), left > right
      {
        return .outOfOrder(first: first, second: second)
      }
      return nil
    }
  }

  private static func text(_ value: JSONValue?) -> String { value?.canonicalText ?? "" }
}

extension Kind.Requirement {
  /// Whether all fields of one alternative are there.
  func isMet(by payload: JSONObject) -> Bool {
    alternatives.contains { names in names.allSatisfy { payload[$0] != nil } }
  }
}
