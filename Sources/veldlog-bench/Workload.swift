#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Darwin
#endif
import CanonicalJSON
import CivilTime
import EventLog
import Platform

/// Invented trajecten in the proportions of a region's records: to every start 0.9 ends, 2 goals and 0.9 answers.
struct Workload {
  static let kinds = ["traject_gestart", "traject_beeindigd", "doelscore", "tevredenheid"]

  /// One fact: the index of its kind, and its fields.
  struct Fact {
    let kind: Int
    let payload: JSONObject

    init(_ kind: Int, _ members: KeyValuePairs<String, JSONValue>) {
      var payload: JSONObject = JSONObject()
      for (name, value) in members { payload[name] = value }
      payload["herkomst_data"] = "verzonnen"
      self.kind = kind
      self.payload = payload
    }
  }

  private let trajectCount: Int
  private let seed: UInt64
  private var prefix = "B-"
  private var random: SplitMix

  init(facts: Int, seed: UInt64) { self.init(trajectCount: max(1, facts * 10 / 48), seed: seed) }

  private init(trajectCount: Int, seed: UInt64) {
    self.trajectCount = trajectCount
    self.seed = seed
    random = SplitMix(seed: seed)
  }

  /// One of so many parts, which are about other trajecten and together as many.
  func part(_ number: Int, of count: Int) -> Workload {
    var part = Workload(trajectCount: max(1, trajectCount * 20 / 21 / count), seed: seed &+ UInt64(number))
    part.prefix = "L\(number)-"
    return part
  }

  /// Another fact about the same thing; nil for kinds that need not be contradicted here.
  static func contradiction(of draft: Draft) -> Draft? {
    var payload = draft.payload
    switch draft.kind {
    case "traject_beeindigd": payload["reden"] = payload["reden"] == "03" ? "01" : "03"
    case "doelscore": payload["score"] = payload["score"] == 1 ? -1 : 1
    case "tevredenheid": payload["score"] = payload["score"] == 7 ? 6 : 7
    default: return nil
    }
    return Draft(kind: draft.kind, payload: payload)
  }

  /// The same facts about other trajecten.
  func renamed(_ prefix: String) -> Workload {
    var other = self
    other.prefix = prefix
    return other
  }

  /// Calls `body` with each fact, traject by traject.
  mutating func forEachFact(_ body: (Fact) throws -> Void) rethrows {
    let regions: [JSONValue] = ["zeeland", "twente", "ijsselland", "utrecht-stad"]
    let reasons: [JSONValue?] = ["01", "01", "01", "01", "01", "01", "02", "03", "04", "05", nil]
    for number in 1...trajectCount {
      let traject = JSONValue.string(prefix + "\(number)")
      let provider = random.below(60)
      let start = CivilDate(days: 16_436 + Int32(random.below(900)))
      try body(
        Fact(
          0,
          [
            "traject": traject, "aanbieder": .string("aan-\(100 + provider)"), "regio": regions[provider % 4],
            "datum": .string(start.iso),
          ]))
      if random.below(10) < 9 {
        let end = CivilDate(days: start.days + 20 + Int32(random.below(400)))
        var members: KeyValuePairs<String, JSONValue> = ["traject": traject, "datum": .string(end.iso)]
        if let reason = reasons[random.below(reasons.count)] {
          members = ["traject": traject, "datum": .string(end.iso), "reden": reason]
        }
        try body(Fact(1, members))
      }
      for goal in 1...2 {
        let score = JSONValue.integer(Int64(random.below(5) - 2))
        try body(Fact(2, ["traject": traject, "doel_nr": .integer(Int64(goal)), "moment": "eind", "score": score]))
      }
      for (informant, share) in [("jeugdige", 4), ("ouder", 5)] where random.below(10) < share {
        let tenths = Double(40 + random.below(61))
        try body(
          Fact(
            3,
            [
              "traject": traject, "informant": .string(informant), "instrument": "exit",
              "score": JSONValue(tenths / 10), "schaal_min": 1, "schaal_max": 10,
            ]))
      }
    }
  }
}
