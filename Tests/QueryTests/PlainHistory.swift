import CanonicalJSON
import CivilTime
import Platform
import Query
import Vocabulary

/// Facts that nobody chose, from a seed: few trajecten of few jeugdigen, so that whatever can meet does, with gaps,
/// wrong orders and facts that break the vocabulary's rules.
struct PlainHistory {
  static let regios = ["zeeland", "twente", "flevoland"]
  static let aanbieders = ["zee-001", "zee-002", "twe-001", "twe-002"]
  /// Of each dimension on which a question may set a condition, values that occur, and one that does not.
  static let values: [(dimension: Dimension, values: [String])] = [
    (.regio, regios + ["eemland"]), (.gemeente, gemeenten + ["0599"]), (.aanbieder, aanbieders + ["zee-009"]),
    (.inkoopmethode, ["inspanning", "output", "taak"]), (.beginsel, ["profijt", "solidariteit", "mengvorm"]),
    (.hulpvorm, ["01", "02", "11", "12"]), (.profiel, ["1", "2", "3"]),
    (.intensiteit, ["perspectief", "acuut", "duurzaam"]), (.verwijzer, ["01", "02", "08"]),
    (.leeftijdsgroep, ["0-3", "12-17", "18-22"]), (.reden, redenen), (.informant, ["jeugdige", "ouder"]),
    (.schaal, ["1-10", "1-5"]), (.log, logs),
  ]
  private static let gemeenten = ["0687", "0715"]
  static let logs = ["a1b2c3", "d4e5f6", "0718aa"]
  private static let redenen = ["01", "02", "03", "04", "05"]
  private static let periods = ["2014", "2015", "2016", "2015h2", "2016h1", "2015k4", "2016k1", "2016k2", "2016-05"]

  /// One of each slot, as the merge leaves them.
  private(set) var facts: [PlainFact] = []
  private var random: SplitMix
  private var slots: Set<String> = []
  private let trajectCount: Int

  /// - Parameter most: Trajecten at most.
  init(seed: UInt64, most: Int = 14) {
    random = SplitMix(seed: seed)
    trajectCount = 1 + random.below(most)
    addReferences()
    for number in 1...trajectCount { addTraject("T-\(number)") }
    for _ in 0..<random.below(8) { addReferral() }
    for _ in 0..<random.below(6) { addAnswerOfPeriod() }
    for _ in 0..<random.below(10) { addBudget() }
    for _ in 0..<random.below(10) { addSpending() }
    for _ in 0..<random.below(6) { addReport() }
    for index in facts.indices.reversed() {
      facts.swapAt(index, random.below(index + 1))
    }
    var log = 0
    for index in facts.indices {
      if chance(1, in: 4) { log = random.below(Self.logs.count) }
      facts[index].line = index
      facts[index].log = Self.logs[log]
    }
  }

  /// In which log each of the facts stands.
  var origins: LogOrigins {
    LogOrigins(
      names: Self.logs,
      runs: facts.map { fact in
        (Int32(fact.line), Int32(Self.logs.firstIndex { $0 == fact.log } ?? 0))
      })
  }

  /// Those that follow the vocabulary's rules, which are the only ones that figures are made of.
  var right: [PlainFact] {
    facts.filter { fact in
      guard let kind = Vocabulary.standard.kind(named: fact.kind) else { return false }
      return Vocabulary.standard.problems(in: fact.payload, kind: kind).isEmpty
    }
  }

  // MARK: Chance

  private mutating func one<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }

  private mutating func chance(_ part: Int, in whole: Int) -> Bool { random.below(whole) < part }

  private mutating func maybe(_ value: JSONValue) -> JSONValue? {
    chance(4, in: 5) ? value : nil
  }

  /// A day from 2010 to 2017, mostly in 2015 and 2016.
  private mutating func day() -> CivilDate {
    let years = chance(1, in: 6) ? 2010...2017 : 2015...2016
    let first = Period("\(years.lowerBound)")?.start.days ?? 0
    return CivilDate(days: first + Int32(random.below(years.count * 365)))
  }

  private mutating func add(_ kind: String, _ members: [String: JSONValue?]) {
    var payload = JSONObject()
    for (name, value) in members { if let value { payload[name] = value } }
    let fields = Vocabulary.standard.kind(named: kind)?.slot ?? payload.keys
    let slot = kind + " " + fields.map { payload[$0]?.canonicalText ?? "-" }.joined(separator: " ")
    guard slots.insert(slot).inserted else { return }
    facts.append(PlainFact(kind: kind, payload: payload))
  }

  // MARK: Facts

  private mutating func addReferences() {
    for regio in Self.regios where chance(2, in: 3) {
      add(
        "regio",
        [
          "regio": .string(regio), "inkoopmethode": maybe(.string(one(["inspanning", "output", "taak"]))),
          "beginsel": maybe(.string(one(["profijt", "solidariteit"]))),
        ])
    }
    for aanbieder in Self.aanbieders where chance(1, in: 2) {
      add("aanbieder", ["aanbieder": .string(aanbieder), "regio": maybe(.string(one(Self.regios)))])
    }
    for number in 0..<4 where chance(1, in: 2) {
      add(
        "jeugdige_ingeschreven",
        [
          "pseudoniem": .string("P-\(number)"), "grondslag": "toestemming",
          "gemeente": maybe(.string(one(Self.gemeenten))), "leeftijdsgroep": maybe(.string(one(["0-3", "12-17"]))),
        ])
    }
    for number in 1...3 where chance(2, in: 3) {
      add(
        "contract",
        [
          "contract": .string("C-\(number)"), "aanbieder": .string(one(Self.aanbieders)),
          "regio": maybe(.string(one(Self.regios))),
        ])
    }
    for instrument in ["sdq", "sdq", "cbcl"] where chance(4, in: 5) {
      add(
        "instrument",
        [
          "instrument": .string(instrument), "versie": chance(1, in: 3) ? .string(one(["1", "9", "10"])) : nil,
          "informant": chance(1, in: 3) ? .string(one(["jeugdige", "ouder"])) : nil,
          "standaarddeviatie": maybe(.integer(Int64(random.below(8)))),
          "betrouwbaarheid": maybe(JSONValue(Double(random.below(21)) / 20)),
          "schaal_min": chance(1, in: 2) ? 0 : nil, "schaal_max": chance(1, in: 2) ? one([20, 40]) : nil,
          "richting": .string(one(["laag_goed", "hoog_goed"])), "afkap": maybe(17),
        ])
    }
  }

  private mutating func addTraject(_ name: String) {
    let traject = JSONValue.string(name)
    let start = day()
    if chance(9, in: 10) {
      add(
        "traject_gestart",
        [
          "traject": traject, "aanbieder": .string(one(Self.aanbieders)), "regio": maybe(.string(one(Self.regios))),
          "datum": .string(start.iso), "pseudoniem": maybe(.string("P-\(random.below(4))")),
          "hulpvorm": maybe(.string(one(["01", "02", "11"]))), "zorgvraag": maybe(.string(one(["angst", "gedrag"]))),
          "gemeente": chance(1, in: 3) ? .string(one(Self.gemeenten)) : nil,
          "leeftijdsgroep": chance(1, in: 3) ? .string(one(["0-3", "12-17"])) : nil,
          "profiel": maybe(.string(one(["1", "2"]))), "verwijzer": maybe(.string(one(["01", "02"]))),
          "intensiteit": maybe(.string(one(["perspectief", "acuut"]))),
        ])
    }
    if chance(4, in: 5) {
      let end = chance(1, in: 12) ? day() : CivilDate(days: start.days + Int32(random.below(300)))
      let reden = chance(1, in: 25) ? "99" : one(Self.redenen)
      add("traject_beeindigd", ["traject": traject, "datum": .string(end.iso), "reden": maybe(.string(reden))])
    }
    if chance(1, in: 2) { addWait(traject, before: start) }
    for number in 0..<random.below(4) { addGoal(traject, number + 1) }
    for _ in 0..<random.below(4) { addAnswer(traject) }
    for informant in ["jeugdige", "ouder"] where chance(1, in: 2) {
      add(
        "zonder_hulp_verder",
        ["traject": traject, "informant": .string(informant)].merging(
          chance(1, in: 6) ? ["reden_ontbreekt": "geweigerd"] : ["antwoord": .string(one(["01", "02", "03", "04"]))]
        ) { $1 })
    }
    for moment in ["begin", "eind", "tussen"] where chance(2, in: 3) { addMeasurement(traject, moment) }
    for number in 0..<random.below(4) {
      add(
        "afspraak",
        [
          "traject": traject, "datum": .string(day().iso), "afspraak_nr": .integer(Int64(number + 1)),
          "status": .string(one(["nagekomen", "afgezegd_tijdig", "afgezegd_laat", "no_show"])),
        ])
    }
  }

  private mutating func addWait(_ traject: JSONValue, before start: CivilDate) {
    let referral = CivilDate(days: start.days - Int32(random.below(150)) + 10)
    let intake = CivilDate(days: referral.days + Int32(random.below(80)) - 5)
    if chance(4, in: 5) { add("intake", ["traject": traject, "datum": .string(intake.iso)]) }
    for extra in 0..<random.below(3) {
      add(
        "aanmelding",
        ["traject": traject, "datum": .string(CivilDate(days: referral.days + Int32(extra * 7)).iso)])
    }
  }

  private mutating func addReferral() {
    add(
      "aanmelding",
      [
        "pseudoniem": .string("P-\(random.below(4))"), "aanbieder": maybe(.string(one(Self.aanbieders))),
        "traject": chance(1, in: 6) ? .string("T-\(1 + random.below(trajectCount + 2))") : nil,
        "datum": .string(day().iso), "verwijzer": maybe(.string(one(["01", "02"]))),
      ])
  }

  private mutating func addGoal(_ traject: JSONValue, _ number: Int) {
    let number = JSONValue.integer(Int64(number))
    if chance(1, in: 2) {
      add(
        "doel_gesteld",
        ["traject": traject, "doel_nr": number, "gewicht": maybe(.integer(Int64(random.below(4))))])
    }
    for moment in ["tussen", "eind", "eind", "follow_up"] where chance(1, in: 2) {
      var members: [String: JSONValue?] = ["traject": traject, "doel_nr": number, "moment": .string(moment)]
      switch random.below(5) {
      case 0: members["reden_ontbreekt"] = "nnb"
      case 1, 2:
        if chance(1, in: 4) { members["score"] = .integer(Int64(random.below(5) - 2)) }
        members["oordeel"] = .string(one(["behaald", "deels", "niet", "vervallen"]))
      default: members["score"] = .integer(Int64(random.below(chance(1, in: 20) ? 9 : 5) - 2))
      }
      add("doelscore", members)
    }
  }

  private mutating func addAnswer(_ traject: JSONValue) {
    var members = answer()
    members["traject"] = traject
    if chance(1, in: 8) { members["periode"] = .string(one(Self.periods)) }
    add("tevredenheid", members)
  }

  private mutating func addAnswerOfPeriod() {
    var members = answer()
    members["aanbieder"] = maybe(.string(one(Self.aanbieders)))
    members["periode"] = maybe(.string(one(Self.periods)))
    add("tevredenheid", members)
  }

  private mutating func answer() -> [String: JSONValue?] {
    var members: [String: JSONValue?] = [
      "informant": .string(one(["jeugdige", "ouder"])), "instrument": .string(one(["exit", "jtvo"])),
      "vraag": maybe(.string(one(["nut", "totaal"]))),
      "herkomst": chance(1, in: 5) ? .string(one(["ceo", "exit"])) : nil,
    ]
    if chance(1, in: 7) {
      members["reden_ontbreekt"] = "geweigerd"
      return members
    }
    let most = chance(1, in: 5) ? 5 : 10
    members["schaal_min"] = 1
    members["schaal_max"] = .integer(Int64(most))
    members["score"] = JSONValue(Double(2 + random.below(2 * most + (chance(1, in: 20) ? 3 : -1))) / 2)
    if chance(1, in: 6) { members["antwoorden"] = .integer(Int64(random.below(5))) }
    return members
  }

  private mutating func addMeasurement(_ traject: JSONValue, _ moment: String) {
    var members: [String: JSONValue?] = [
      "traject": traject, "instrument": .string(one(["sdq", "sdq", "sdq", "cbcl", "onbekend"])),
      "moment": .string(moment), "informant": chance(1, in: 2) ? .string("ouder") : nil,
    ]
    members[chance(7, in: 8) ? "score" : "reden_ontbreekt"] =
      chance(7, in: 8) ? .integer(Int64(random.below(40))) : "nnb"
    add("meting", members)
  }

  private mutating func amount() -> [String: JSONValue?] {
    chance(1, in: 8) ? ["reden_ontbreekt": "nnb"] : ["bedrag_cent": .integer(Int64(random.below(100_000)))]
  }

  private mutating func addBudget() {
    add(
      "budget",
      [
        "regio": maybe(.string(one(Self.regios))), "aanbieder": chance(1, in: 4) ? .string(one(Self.aanbieders)) : nil,
        "gemeente": chance(1, in: 4) ? .string(one(Self.gemeenten)) : nil,
        "jaar": .integer(Int64(2014 + random.below(4))),
        "soort": .string(one(["rijksbudget", "rijksbudget", "plafond", "pgb", "uitvoering"])),
        "grondslag": maybe(
          .string(
            one(["meicirculaire_2014", "decembercirculaire_2015", "objectief_verdeelmodel", "raming", "afspraak"]))),
      ].merging(amount()) { $1 })
  }

  private mutating func addSpending() {
    add(
      "uitgave",
      [
        "regio": chance(1, in: 2) ? .string(one(Self.regios)) : nil,
        "aanbieder": chance(1, in: 3) ? .string(one(Self.aanbieders)) : nil,
        "contract": chance(1, in: 2) ? .string("C-\(1 + random.below(4))") : nil,
        "periode": .string(one(Self.periods)), "post": chance(1, in: 3) ? "vervoer" : nil,
      ].merging(amount()) { $1 })
  }

  private mutating func addReport() {
    add(
      "kwartaaloverzicht",
      [
        "aanbieder": .string(one(Self.aanbieders)), "regio": maybe(.string(one(Self.regios))),
        "kwartaal": .string(one(Self.periods)), "telt": .string(one(["trajecten", "trajecten", "jeugdigen"])),
        "begin": maybe(.integer(Int64(random.below(90)))), "instroom": maybe(.integer(Int64(random.below(90)))),
        "doorstroom": maybe(.integer(Int64(random.below(90)))), "uitstroom": maybe(.integer(Int64(random.below(90)))),
        "eind": maybe(.integer(Int64(random.below(90)))), "wachtend": maybe(.integer(Int64(random.below(90)))),
      ])
    add(
      "formatie",
      [
        "regio": maybe(.string(one(Self.regios))), "aanbieder": chance(1, in: 4) ? .string(one(Self.aanbieders)) : nil,
        "gemeente": chance(1, in: 4) ? .string(one(Self.gemeenten)) : nil,
        "functie": .string(one(["inkoopteam", "frontlinie"])), "peildatum": maybe(.string(day().iso)),
        "fte": maybe(JSONValue(Double(random.below(80)) / 4)),
        "reden_ontbreekt": chance(1, in: 2) ? "nnb" : nil,
      ])
    for kenmerk in ["aanbieders", "jeugdigen", "inwoners"] {
      add(
        "regiokenmerk",
        [
          "regio": .string(one(Self.regios)),
          "periode": .string(one(["2014", "2015", "2016", "2016h2", "2016k4", "2016k1"])),
          "kenmerk": .string(kenmerk), "aantal": maybe(.integer(Int64(random.below(5000)))),
          "reden_ontbreekt": chance(1, in: 2) ? "nnb" : nil,
        ])
    }
  }
}
