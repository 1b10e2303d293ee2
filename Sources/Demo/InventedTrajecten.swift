import CanonicalJSON
import CivilTime
import Platform

/// Makes up trajecten of 2015 and 2016, the same for the same seed. Each fact says that it is invented.
struct InventedTrajecten {
  /// The traject that two regions will disagree about: it starts here, and how it ended is for the story to tell.
  static let disputed = "zee-T063"

  private var numbers: SplitMix
  private var facts: [Fact] = []

  private static let firstStart = CivilDate(year: 2015, month: 1, day: 5) ?? CivilDate(days: 16_440)
  private static let lastDay = CivilDate(year: 2016, month: 12, day: 31) ?? CivilDate(days: 17_166)
  /// The day on which the disputed traject starts.
  private static let disputedStart = CivilDate(year: 2015, month: 11, day: 2) ?? CivilDate(days: 16_741)

  /// The aanbieders of a region, and all that happened in their trajecten.
  ///
  /// - Parameter seed: With the usual one, the aanbieder that loses many clients stands out in the last year, and the
  ///   others do not.
  static func facts(of regio: String, seed: UInt64 = 84) -> [Fact] {
    // Each region has its own row of numbers, so that one does not change with another.
    var maker = InventedTrajecten(numbers: SplitMix(seed: regio.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) }))
    var number = 1
    for aanbieder in InventedAanbieder.all where aanbieder.regio == regio {
      maker.facts.append(
        .invented(
          "aanbieder",
          [
            "aanbieder": .string(aanbieder.code), "regio": .string(regio), "grootte": .string(aanbieder.grootte),
            "gevestigd_in_regio": true,
          ]))
      for _ in 0..<aanbieder.trajectCount {
        maker.add(aanbieder.mark + "T" + padded(number), at: aanbieder)
        number += 1
      }
    }
    return maker.facts + InventedSpending.facts(of: regio)
  }

  private init(numbers: SplitMix) {
    self.numbers = numbers
  }

  private static func padded(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
  }

  // MARK: One traject

  private mutating func add(_ traject: String, at aanbieder: InventedAanbieder) {
    if traject == Self.disputed {
      start(traject, at: aanbieder, on: Self.disputedStart)
      return
    }
    let startDay = Self.workday(CivilDate(days: Self.firstStart.days + Int32(numbers.below(715))))
    start(traject, at: aanbieder, on: startDay)
    let reason = reason(at: aanbieder)
    // Who leaves early has been there for about half as long.
    let typical = reason == "03" ? aanbieder.typicalDays / 2 : aanbieder.typicalDays
    let length = 20 + numbers.below(typical) + numbers.below(typical)
    let endDay = Self.workday(CivilDate(days: startDay.days + Int32(length)))
    guard endDay <= Self.lastDay else { return }
    end(traject, on: endDay, reason: reason)
    addGoals(of: traject, at: aanbieder, reason: reason)
    addAnswers(about: traject, at: aanbieder, reason: reason)
  }

  /// From its number alone, so that nothing else of the traject depends on it.
  private mutating func addWaiting(_ traject: String, at aanbieder: InventedAanbieder, until start: CivilDate) {
    let number = Int32(traject.suffix(3)) ?? 0
    let referral = CivilDate(days: start.days - 21 - number * 13 % 90)
    let intake = CivilDate(days: min(start.days, referral.days + 7 + number * 7 % 35))
    facts.append(
      .invented(
        "aanmelding",
        ["traject": .string(traject), "aanbieder": .string(aanbieder.code), "datum": .string(referral.iso)]))
    // Of some the first meeting was not noted.
    if number % 11 != 0 {
      facts.append(.invented("intake", ["traject": .string(traject), "datum": .string(intake.iso)]))
    }
  }

  /// Every sixth traject is of somebody who had another one.
  private static func pseudonym(_ traject: String) -> String {
    let number = Int(traject.suffix(3)) ?? 0
    return traject.prefix(3) + "-p" + padded(number % 6 == 0 && number > 9 ? number - 9 : number)
  }

  private mutating func start(_ traject: String, at aanbieder: InventedAanbieder, on day: CivilDate) {
    addWaiting(traject, at: aanbieder, until: day)
    let ages = ["4-11", "4-11", "12-17", "12-17", "12-17", "0-3", "18-22"]
    let referrers = ["01", "01", "01", "02", "02", "02", "03", "04", "05", "08"]
    facts.append(
      .invented(
        "traject_gestart",
        [
          "traject": .string(traject), "aanbieder": .string(aanbieder.code), "regio": .string(aanbieder.regio),
          "datum": .string(day.iso), "pseudoniem": .string(Self.pseudonym(traject)),
          "hulpvorm": .string(pick(aanbieder.hulpvormen)),
          "verwijzer": .string(pick(referrers)), "leeftijdsgroep": .string(pick(ages)),
          "crisis": .bool(numbers.below(100) < 6),
        ]))
  }

  private mutating func end(_ traject: String, on day: CivilDate, reason: String?) {
    let results = reason == "01" ? ["gerealiseerd", "gerealiseerd", "deels"] : ["deels", "niet"]
    facts.append(
      .invented(
        "traject_beeindigd",
        [
          "traject": .string(traject), "datum": .string(day.iso), "reden": reason.map(JSONValue.string),
          "resultaat": reason == nil ? nil : .string(pick(results)), "reden_ontbreekt": reason == nil ? "nnb" : nil,
        ]))
  }

  private mutating func reason(at aanbieder: InventedAanbieder) -> String? {
    let chances = aanbieder.reasons
    var drawn = numbers.below(100)
    let rows: [(String?, Int)] = [
      ("02", chances.agreed), ("03", chances.client), ("04", chances.provider), ("05", chances.outside),
      (nil, chances.unknown),
    ]
    for (reason, chance) in rows {
      if drawn < chance { return reason }
      drawn -= chance
    }
    return "01"
  }

  // MARK: What came of it

  private mutating func addGoals(of traject: String, at aanbieder: InventedAanbieder, reason: String?) {
    for number in 1...1 + numbers.below(3) {
      // Goals of who left by themselves are often never looked at again.
      let isSkipped = numbers.below(100) < (reason == "03" ? 55 : 6)
      let chance = reason == "01" ? aanbieder.goalChance + 8 : aanbieder.goalChance - 20
      let isReached = numbers.below(100) < chance
      let isNear = numbers.below(100) < 65
      let isGAS = aanbieder.usesGAS
      let score: Int64 = isReached ? (isNear ? 0 : 1) : (isNear ? -1 : -2)
      let verdict: JSONValue = isReached ? "behaald" : isNear ? "deels" : "niet"
      facts.append(
        .invented(
          "doelscore",
          [
            "traject": .string(traject), "doel_nr": .integer(Int64(number)), "moment": "eind",
            "score": isGAS && !isSkipped ? .integer(score) : nil, "oordeel": isGAS || isSkipped ? nil : verdict,
            "gemeten_door": isSkipped ? nil : isGAS ? "samen" : "aanbieder",
            "reden_ontbreekt": isSkipped ? "nnb" : nil,
          ]))
    }
  }

  private mutating func addAnswers(about traject: String, at aanbieder: InventedAanbieder, reason: String?) {
    let isDropout = reason == "03" || reason == "04"
    for (informant, response) in [("jeugdige", 42), ("ouder", 61)] {
      guard numbers.below(100) < (isDropout ? response / 3 : response) else { continue }
      let spread = numbers.below(3) + numbers.below(3) - 2
      let score = min(10, max(1, aanbieder.usualScore + spread - (isDropout ? 2 : 0)))
      facts.append(
        .invented(
          "tevredenheid",
          [
            "traject": .string(traject), "informant": .string(informant), "instrument": "exit", "vraag": "nut",
            "score": .integer(Int64(score)), "schaal_min": 1, "schaal_max": 10, "herkomst": "exit",
          ]))
      let answers = isDropout ? ["01", "02", "02", "03"] : ["01", "02", "03", "03", "04", "04", "04"]
      facts.append(
        .invented(
          "zonder_hulp_verder",
          [
            "traject": .string(traject), "informant": .string(informant), "antwoord": .string(pick(answers)),
          ]))
    }
  }

  // MARK: Numbers

  private mutating func pick(_ values: [String]) -> String {
    values[numbers.below(values.count)]
  }

  /// The day itself, or the Monday after a weekend.
  private static func workday(_ day: CivilDate) -> CivilDate {
    // 1970-01-01 was a Thursday.
    let weekday = ((Int(day.days) + 3) % 7 + 7) % 7
    return weekday < 5 ? day : CivilDate(days: day.days + Int32(7 - weekday))
  }
}
