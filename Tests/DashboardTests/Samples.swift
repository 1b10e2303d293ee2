import CanonicalJSON
import CivilTime
import Projection
import Query
import Testing
import Vocabulary
import Words

@testable import Dashboard

/// Invented facts of a small region over two quarters.
struct Sample {
  private let builder = ProjectionBuilder(ProjectionPlan(vocabulary: .standard))
  private var line = 0

  var projection: Projection { builder.finish() }
  var material: Material { Material(Cases(projection, .standard), context: context) }

  mutating func add(_ kind: String, _ members: [String: JSONValue]) {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    JSONValue.object(object).canonicalBytes.withUnsafeBufferPointer {
      builder.add(kind: kind, payload: $0, row: line)
    }
    line += 1
  }

  /// Adds `count` trajecten of which `uitval` end with reden 03 and the others as planned, each with one goal reached.
  mutating func addTrajecten(_ aanbieder: String, _ count: Int, uitval: Int, end: String, origin: String? = nil) {
    for index in 0..<count {
      let traject = JSONValue.string("\(aanbieder)/\(end)/\(index)")
      var start: [String: JSONValue] = [
        "traject": traject, "aanbieder": .string(aanbieder), "regio": "zeeland", "datum": "2016-01-04",
      ]
      if let origin { start["herkomst_data"] = .string(origin) }
      add("traject_gestart", start)
      add("traject_beeindigd", ["traject": traject, "datum": .string(end), "reden": index < uitval ? "03" : "01"])
      add("doelscore", ["traject": traject, "doel_nr": 1, "moment": "eind", "score": 0])
      if index % 3 == 0 {
        add(
          "tevredenheid",
          [
            "traject": traject, "informant": "ouder", "instrument": "exit", "schaal_min": 1, "schaal_max": 10,
            "score": .integer(Int64(6 + index % 4)),
          ])
      }
    }
  }

  /// Where nothing is as it should be.
  static let quality = Quality(
    logs: [
      Quality.Log(
        name: "zeeland, laptop 1", lineCount: 1204, lastHeard: CivilDate(iso: "2016-06-30"), isOwn: true, counts: true),
      Quality.Log(
        name: "twente, een laptop met een erg lange naam", lineCount: 7, lastHeard: CivilDate(iso: "2016-01-04"),
        isOwn: false, counts: false),
      Quality.Log(name: "ijsselland", lineCount: 0, lastHeard: nil, isOwn: false, counts: true),
    ],
    late: [
      Quality.Late(kind: "traject_beeindigd", count: 267, lateCount: 30, arrivedLateCount: 4, medianDays: 41),
      Quality.Late(kind: "traject_gestart", count: 1267, lateCount: 0, medianDays: 3),
    ], heldBundleCount: 1, quarantineCount: 2, faultCount: 3)

  static var usual: Sample {
    var sample = Sample()
    sample.addTrajecten("zee-001", 60, uitval: 6, end: "2016-03-20")
    sample.addTrajecten("zee-001", 60, uitval: 6, end: "2016-05-20")
    sample.addTrajecten("zee-002", 80, uitval: 8, end: "2016-05-21")
    sample.addTrajecten("zee-003", 60, uitval: 24, end: "2016-05-22")
    sample.addTrajecten("zee-004", 7, uitval: 1, end: "2016-05-23")
    return sample
  }
}

let context = Context(
  workspaceName: "Proef", heardLogCount: 2, knownLogCount: 3, oldestHeard: CivilDate(iso: "2016-06-28"),
  today: CivilDate(iso: "2016-06-30"), conflictCount: 1)

/// Every look that a screen must survive.
let looks = [60, 80, 100, 140].flatMap { width in
  Language.allCases.flatMap { language in
    [true, false].map { Look(width: width, language: language, isASCII: $0) }
  }
}

func overview(_ sample: Sample, _ look: Look = Look(width: 100)) throws -> Screen {
  try OverviewScreen(sample.material).drawn(look)
}

func aanbieders(_ sample: Sample, _ id: String = "uitval_breed", _ look: Look = Look(width: 100)) throws -> Screen {
  try AanbiedersScreen(Indicator.named(id)[0], sample.material).drawn(look)
}

extension Screen {
  /// The lines that hold all of the texts.
  func lines(with texts: String...) -> [String] {
    lines.map(\.text).filter { line in texts.allSatisfy { line.contains($0) } }
  }
}
