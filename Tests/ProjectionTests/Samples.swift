import CanonicalJSON
import Projection
import Vocabulary

/// A projection of facts given as kind and JSON, in that order; their line numbers count from 0.
func projection(
  _ facts: [(String, String)],
  vocabulary: Vocabulary = .standard,
  only columns: [String: Set<String>]? = nil
) -> Projection {
  let builder = ProjectionBuilder(ProjectionPlan(vocabulary: vocabulary, only: columns))
  for (line, fact) in facts.enumerated() {
    Array(fact.1.utf8).withUnsafeBufferPointer {
      builder.add(kind: fact.0, payload: $0, row: line)
    }
  }
  return builder.finish()
}

private let plan = ProjectionPlan(vocabulary: .standard)

/// Whether the projection takes the payload.
func isTaken(_ kind: String, _ payload: [UInt8]) -> Bool {
  let builder = ProjectionBuilder(plan)
  payload.withUnsafeBufferPointer { builder.add(kind: kind, payload: $0, row: 0) }
  return builder.finish().invalidLines.isEmpty
}

/// The places of those payloads, one after another, that the projection does not take.
func refused(_ kind: String, _ payloads: [[UInt8]]) -> [Int] {
  let builder = ProjectionBuilder(plan)
  for (place, payload) in payloads.enumerated() {
    payload.withUnsafeBufferPointer { builder.add(kind: kind, payload: $0, row: place) }
  }
  return builder.finish().invalidLines.map { Int($0) }
}

/// Whether the vocabulary's own checker takes it.
func isGood(_ kind: String, _ payload: [UInt8]) -> Bool {
  guard let kind = Vocabulary.standard.kind(named: kind),
    let object = (try? JSONValue(parsing: payload, rules: .line))?.objectValue
  else { return false }
  return Vocabulary.standard.problems(in: object, kind: kind).isEmpty
}

/// An object as a log holds it.
func canonical(_ object: JSONObject) -> [UInt8] {
  JSONValue.object(object).canonicalBytes
}
