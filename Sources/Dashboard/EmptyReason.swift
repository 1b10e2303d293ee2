import Query
import Words

/// Which condition left nothing over.
struct EmptyReason {
  private let cases: Cases

  init(_ cases: Cases) { self.cases = cases }

  /// A sentence for each condition without which there would be ended trajecten, else one for all of them together; nil
  /// when conditions are not what it is about, because there is nothing without them either, or something with them.
  func phrases(_ conditions: [Condition]) throws(QueryError) -> [Phrase]? {
    let conditions = conditions.filter { $0.dimension != .informant && $0.dimension != .schaal }
    guard !conditions.isEmpty, try count(conditions) == 0 else { return nil }
    let all = try count([])
    guard all > 0 else { return nil }
    var phrases: [Phrase] = []
    for index in conditions.indices {
      var others = conditions
      let left = others.remove(at: index)
      let count = try count(others)
      if count > 0 { phrases.append(ScreenWords.emptiedBy(left.text, counted(count))) }
    }
    if phrases.isEmpty {
      phrases.append(ScreenWords.emptiedTogether(conditions.map(\.text), counted(all)))
    }
    return phrases
  }

  private func count(_ conditions: [Condition]) throws(QueryError) -> Int {
    let query = Query(Indicator.named("uitstroom"), where: conditions)
    return try query.evaluate(on: cases).rows.first?.figures.first?.n ?? 0
  }

  private func counted(_ count: Int) -> Phrase {
    Phrase(nl: NumberText(.dutch).count(count), en: NumberText(.english).count(count))
  }
}
