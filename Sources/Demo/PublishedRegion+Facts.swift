import CanonicalJSON

extension PublishedRegion {
  /// Everything published of the region, as facts with their source.
  var facts: [Fact] {
    [regioFact] + principleFacts + budgetFacts + staffFacts + countFacts + scoreFacts + interviewFacts
  }

  private var regio: JSONValue { .string(code) }

  private var regioFact: Fact {
    .published(
      "regio", from: .table(table), note: note,
      [
        "regio": regio, "naam": .string(naam), "inkoopmethode": .string(inkoopmethode),
        "beginsel": beginsel.map(JSONValue.string), "centrumgemeente": .string(centrumgemeente),
      ])
  }

  /// Zeeland changed its way of sharing cost between the two years of the study.
  private var principleFacts: [Fact] {
    guard code == "zeeland" else { return [] }
    return [(2015, "solidariteit"), (2016, "profijt")].map { year, principle in
      .published(
        "verevening", from: .table(table), ["regio": regio, "jaar": .integer(year), "beginsel": .string(principle)])
    }
  }

  private var budgetFacts: [Fact] {
    let rows: [(year: Int64, basis: String, euros: Int64)] = [
      (2015, "meicirculaire_2014", budget.meicirculaire2014),
      (2015, "decembercirculaire_2015", budget.decembercirculaire2015),
      (2016, "objectief_verdeelmodel", budget.objectiefVerdeelmodel),
    ]
    return rows.map { row in
      .published(
        "budget", from: .appendix(appendix),
        [
          "regio": regio, "jaar": .integer(row.year), "soort": "rijksbudget", "grondslag": .string(row.basis),
          "bedrag_cent": .integer(row.euros * 100),
        ])
    }
  }

  private var staffFacts: [Fact] {
    var facts = [purchasingStaff]
    if let frontlinieFTE {
      facts.append(
        .published(
          "formatie", from: .appendix(appendix),
          ["regio": regio, "functie": "frontlinie", "fte": JSONValue(frontlinieFTE)]))
    }
    return facts
  }

  private var purchasingStaff: Fact {
    guard let fte else {
      return .published(
        "formatie", from: .appendix(appendix),
        ["regio": regio, "functie": "inkoopteam", "reden_ontbreekt": "nnb"])
    }
    let isRange = fte.lowerBound < fte.upperBound
    return .published(
      "formatie", from: .appendix(appendix),
      [
        "regio": regio, "functie": "inkoopteam", "fte": JSONValue(fte.lowerBound),
        "fte_tot": isRange ? JSONValue(fte.upperBound) : nil,
      ])
  }

  private var countFacts: [Fact] {
    counts.map { count in
      .published(
        "regiokenmerk", from: .appendix(appendix), note: count.note,
        [
          "regio": regio, "periode": "2016", "kenmerk": .string(count.kenmerk), "aantal": .integer(count.aantal),
        ])
    }
  }

  private var scoreFacts: [Fact] {
    let rows = [
      ("effectiviteit", scores.effectiviteit), ("administratieve_lasten", scores.administratieveLasten),
      ("financien", scores.financien), ("sturingsmogelijkheid", scores.sturingsmogelijkheid),
      ("keuzevrijheid", scores.keuzevrijheid), ("toetreding", scores.toetreding),
    ]
    return rows.map { subject, value in
      .published(
        "score", from: .table(table),
        [
          "object": "regio", "regio": regio, "onderwerp": .string(subject), "waarde": .string(value),
          "richting": subject == "administratieve_lasten" ? "laag_goed" : "hoog_goed",
        ])
    }
  }

  /// The register gives the number of interviews by region. By the study's design the first one of a region is with
  /// its sleutelrespondent; who held which function, the days and the checks by interview are not given, so they are
  /// not here either.
  private var interviewFacts: [Fact] {
    (1...interviewCount).flatMap { number in
      let place = number < 10 ? "0\(number)" : String(number)
      let respondent = JSONValue.string("\(mark)-R\(place)")
      return [
        Fact.published(
          "respondent", from: .table(7), note: "de functie per gesprek staat niet in de gebruikte gegevens",
          [
            "respondent": respondent, "regio": regio, "functie": "onbekend", "sleutelrespondent": .bool(number == 1),
          ]),
        Fact.published(
          "interview", from: .table(7), note: "datum en controle per gesprek staan niet in de gebruikte gegevens",
          [
            "interview": .string("\(mark)-I\(place)"), "respondenten": .array([respondent]), "regio": regio,
            "reden_ontbreekt": "nnb",
          ]),
      ]
    }
  }
}
