import CanonicalJSON
import CivilTime
import Projection
import Query
import Testing
import Vocabulary

/// Facts as a workspace would hold them, to ask questions of.
struct Facts {
  private var facts: [(kind: String, payload: JSONValue)] = []
  private var count = 0

  var projection: Projection {
    let builder = ProjectionBuilder(ProjectionPlan(vocabulary: .standard, only: Query.neededColumns))
    for (line, fact) in facts.enumerated() {
      fact.payload.canonicalBytes.withUnsafeBufferPointer {
        builder.add(kind: fact.kind, payload: $0, row: line)
      }
    }
    return builder.finish()
  }

  func kind(ofLine line: Int) -> String { facts[line].kind }

  /// A day so many days before another.
  func day(_ iso: String, before days: Int) -> String {
    CivilDate(iso: iso).map { CivilDate(days: $0.days - Int32(days)).iso } ?? ""
  }

  mutating func add(_ kind: String, _ members: [String: JSONValue]) {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    facts.append((kind, .object(object)))
  }

  /// Takes out every fact of a traject.
  mutating func remove(_ traject: String) {
    facts.removeAll { $0.payload["traject"]?.stringValue == traject }
  }

  /// Adds a traject that started and ended.
  @discardableResult
  mutating func addTraject(
    _ aanbieder: String = "zee-003",
    regio: String = "zeeland",
    start: String = "2016-01-10",
    end: String? = "2016-05-20",
    reden: String? = "01",
    jeugdige: String? = nil
  ) -> String {
    count += 1
    let traject = "T-\(count)"
    add(
      "traject_gestart",
      [
        "traject": .string(traject), "aanbieder": .string(aanbieder), "regio": .string(regio), "datum": .string(start),
        "pseudoniem": .string(jeugdige ?? "P-\(count)"),
      ])
    if let end { addEnd(traject, end, reden: reden) }
    return traject
  }

  mutating func addEnd(_ traject: String, _ end: String, reden: String?) {
    var members: [String: JSONValue] = ["traject": .string(traject), "datum": .string(end)]
    if let reden { members["reden"] = .string(reden) }
    add("traject_beeindigd", members)
  }

  mutating func addGoals(_ traject: String, _ scores: [Int64], moment: String = "eind") {
    for (index, score) in scores.enumerated() {
      add(
        "doelscore",
        [
          "traject": .string(traject), "doel_nr": .integer(Int64(index + 1)), "moment": .string(moment),
          "score": .integer(score),
        ])
    }
  }

  mutating func addAnswer(
    _ traject: String?,
    _ score: JSONValue,
    informant: String = "ouder",
    scale: ClosedRange<Int64> = 1...10,
    more: [String: JSONValue] = [:]
  ) {
    var members: [String: JSONValue] = [
      "informant": .string(informant), "instrument": "exit", "score": score, "schaal_min": .integer(scale.lowerBound),
      "schaal_max": .integer(scale.upperBound),
    ]
    if let traject { members["traject"] = .string(traject) }
    members.merge(more) { _, new in new }
    add("tevredenheid", members)
  }

  func answer(_ question: String) throws -> QueryResult {
    try Query(parsing: question).evaluate(on: projection, vocabulary: .standard)
  }

  /// The one row of an answer that has one, by indicator.
  func figure(_ question: String, _ indicator: String? = nil, row: Int = 0) throws -> Figure {
    let result = try answer(question)
    return try #require(result.figure(indicator ?? result.indicators[0].id, row: row))
  }
}

extension QueryResult {
  /// The keys of each row, `-` for what is not known.
  var keys: [[String]] { rows.map { $0.keys.map { $0 ?? "-" } } }
}
