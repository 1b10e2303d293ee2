import CivilTime
import Projection

extension Evaluation {
  /// What a reader must know beside the figures, the gravest first.
  var notes: [QueryNote] {
    var notes: [QueryNote] = []
    if cases.projection.inventedCount > 0 { notes.append(.inventedData) }
    if query.saidUitval { notes.append(.uitvalHasTwoMeanings) }
    if let emptiedBy { notes.append(.emptied(by: emptiedBy.text)) }
    if !kindsWithoutFacts.isEmpty { notes.append(.noFacts(kindsWithoutFacts)) }
    notes += notesOnAnswers
    notes += notesOnScales
    notes += notesOnDimensions
    notes += notesOnBreaks
    notes += notesOnFollowing
    notes += notesOnWhatIsLeftOut
    let invalid = cases.projection.invalidLines.count
    if invalid > 0 { notes.append(.invalidFacts(invalid)) }
    return notes
  }

  private func uses(_ table: CountTable) -> Bool { query.indicators.contains { $0.table == table } }

  private func uses(_ ids: String...) -> Bool { query.indicators.contains { ids.contains($0.id) } }

  /// Kinds that figures are about and that nobody recorded a fact of.
  private var kindsWithoutFacts: [String] {
    CountTable.allCases.filter { uses($0) && cases.facts($0).rowCount == 0 }.map(\.rawValue)
  }

  /// The first condition after which no row was left; nil when some are, or there were none to begin with.
  private var emptiedBy: Condition? {
    if query.conditions.isEmpty { return nil }
    let cohorts = Set(query.indicators.map(\.table.cohort))
    let isEmpty = cohorts.allSatisfy { cases.rowCount($0) > 0 && !selects($0) }
    if !isEmpty { return conditionWithoutAnswers }
    for count in query.conditions.indices {
      var part = query
      part.conditions = Array(query.conditions[...count])
      guard let some = try? RowFilter(part, cases.projection.strings, cases.vocabulary, cases.origins) else { continue }
      if !cohorts.contains(where: { some.selected($0, in: cases).contains { $0 >= 0 } }) {
        return query.conditions[count]
      }
    }
    return nil
  }

  /// The first condition on scale or informant after which no answer was left, where there are answers.
  private var conditionWithoutAnswers: Condition? {
    guard let scaleTally, scaleTally.scalesSeen.isEmpty, query.indicators.allSatisfy({ $0.measure == .scaleMean })
    else {
      return nil
    }
    let isScaleGone = answerTable?.scales.isEmpty == true && cases.rowCount(.rows(.answers)) > 0
    return filter.answerConditions.first { $0.dimension == (isScaleGone ? .schaal : .informant) }
  }

  private var notesOnAnswers: [QueryNote] {
    guard let scaleTally, let answerTable else { return [] }
    var notes: [QueryNote] = []
    if scaleTally.leftOutCount > 0 { notes.append(.leftOutOfComparison(scaleTally.leftOutCount)) }
    if scaleTally.scalesSeen.count > 1 {
      notes.append(.moreThanOneScale(scaleTally.scalesSeen.map { answerTable.scales[$0].text }))
    }
    let instruments = scaleTally.instruments.filter { $0 >= 0 }.map { cases.projection.strings.string($0) }.sorted()
    if instruments.count > 1 { notes.append(.severalInstruments(instruments)) }
    return notes
  }

  /// About answers and measurements in the figures that do not fit their instruments.
  private var notesOnScales: [QueryNote] {
    guard uses(.answers) || uses(.measurements) else { return [] }
    let scales = InstrumentScales(cases.projection)
    if scales.isEmpty { return [] }
    func texts(_ instruments: [Int32]) -> [String] {
      Set(instruments).map { scales.text(of: $0, cases.projection.strings) }.sorted()
    }
    var notes: [QueryNote] = []
    if uses(.answers) {
      let table = cases.facts(.answers)
      let (lows, highs) = (table.numbers("schaal_min"), table.numbers("schaal_max"))
      let (codes, scores) = (table.codes("instrument"), table.numbers("score"))
      let others = rowsAsked(.answers).filter { row in
        !scores[row].isNaN && scales.isOther(lows[row], highs[row], than: codes[row])
      }
      if !others.isEmpty { notes.append(.otherScale(others.count, texts(others.map { codes[$0] }))) }
    }
    if uses(.measurements) {
      let table = cases.facts(.measurements)
      let (codes, scores) = (table.codes("instrument"), table.numbers("score"))
      let off = rowsAsked(.measurements).filter { scales.isOff(scores[$0], codes[$0]) }
      if !off.isEmpty { notes.append(.offScale(off.count, texts(off.map { codes[$0] }))) }
    }
    return notes
  }

  /// The rows of a table by the end of their traject that figures may be made of.
  private func rowsAsked(_ table: CountTable) -> [Int] {
    let (ends, groups) = (cases.endRows(of: table), groups(of: .rows(.ended)))
    var isAsked = ends.map { $0 >= 0 && groups[Int($0)] >= 0 }
    if table == .answers {
      for (loose, group) in self.groups(of: .loose).enumerated() { isAsked[Int(cases.looseRows[loose])] = group >= 0 }
      let places = Informants.places(of: cases.facts(table), informants, cases.projection.strings)
      for row in isAsked.indices where places[row] < 0 { isAsked[row] = false }
    }
    return isAsked.indices.filter { isAsked[$0] }
  }

  private var notesOnDimensions: [QueryNote] {
    guard usesAnswers else { return [] }
    return query.indicators.filter { !$0.has(.informant) }.flatMap { indicator in
      var notes: [QueryNote] = [.repeats(indicator.id, .informant)]
      if !filter.answerConditions.isEmpty { notes.append(.ignores(indicator.id, .informant)) }
      return notes
    }
  }

  /// Breaks of a series within the days that the figures are about.
  private var notesOnBreaks: [QueryNote] {
    let breaks = query.indicators.flatMap { indicator in
      let ofRules = indicator.rules.compactMap(\.from).map { Indicator.Break(day: $0, reason: "definitie") }
      return (indicator.breaks + ofRules).map { (indicator.id, $0) }
    }
    guard !breaks.isEmpty else { return [] }
    let (first, last) = daysCovered
    return breaks.filter { first < $0.1.day.days && $0.1.day.days <= last }
      .map { QueryNote.seriesBreak($0, $1.day, $1.reason) }
  }

  private var daysCovered: (Int32, Int32) {
    var (first, last) = (Int32.max, Int32.min)
    for cohort in Set(query.indicators.map(\.table.cohort)) {
      let days = cases.days(of: cohort).first
      for (row, group) in groups(of: cohort).enumerated() where group >= 0 && days[row] != FactTable.noDay {
        (first, last) = (min(first, days[row]), max(last, days[row]))
      }
    }
    return (first, last)
  }

  /// About indicators that need trajecten to be followed for a time.
  private var notesOnFollowing: [QueryNote] {
    var notes: [QueryNote] = []
    if uses("terugstroom", "terugstroom_zorgvraag", "terugstroom_aanbieder"),
      case .named(let places, _) = cases.column("terugkeer", of: .ended)
    {
      let groups = groups(of: .rows(.ended))
      let count = places.indices.count { places[$0] == 2 && groups[$0] >= 0 }
      if count > 0 { notes.append(.notYetKnown(count)) }
      let withoutPseudonym = places.indices.count { places[$0] == -1 && groups[$0] >= 0 }
      if withoutPseudonym > 0 { notes.append(.withoutPseudonym(withoutPseudonym)) }
    }
    if uses("herhaald_beroep", "geen_nieuwe_start"),
      let first = cases.facts(.started).days("datum").filter({ $0 != FactTable.noDay }).min(),
      CivilDate(days: first).adding(months: 60).days > daysCovered.0
    {
      notes.append(.shortHistory(since: CivilDate(days: first)))
    }
    if uses("doorlooptijd", "doorlooptijd_gemiddeld") {
      let selected = filter.withoutTime.selected(.rows(.started), in: cases)
      let known = selected.indices.filter { selected[$0] >= 0 }
      let open = known.count { cases.endOfStarted[$0] < 0 }
      if open * 5 > known.count { notes.append(.manyOpen(open, of: known.count)) }
    }
    return notes + notesOnNorms
  }

  private var notesOnNorms: [QueryNote] {
    var notes: [QueryNote] = []
    for (place, indicator) in query.indicators.enumerated() where indicator.isHeldToNorm {
      var norms: [Norm] = []
      for norm in cells.flatMap({ figure(place, in: $0).norms }) where !norms.contains(norm) { norms.append(norm) }
      if norms.isEmpty || norms.contains(where: \.isBuiltIn), !notes.contains(.treeknorm) { notes.append(.treeknorm) }
      let recorded = norms.filter { !$0.isBuiltIn }
      if !recorded.isEmpty { notes.append(.norms(indicator.id, recorded)) }
      let unread = indicator.normFields.flatMap { cases.norms(of: $0)?.unread ?? [] }
      if !unread.isEmpty { notes.append(.unreadNorms(indicator.id, unread)) }
    }
    return notes
  }

  private var notesOnWhatIsLeftOut: [QueryNote] {
    var notes: [QueryNote] = []
    func add(_ count: Int, _ note: (Int) -> QueryNote) {
      if count > 0 { notes.append(note(count)) }
    }
    let (endedGroups, startOfEnded) = (groups(of: .rows(.ended)), cases.startOfEnded)
    add(endedGroups.indices.count { endedGroups[$0] >= 0 && startOfEnded[$0] < 0 }) { .endedWithoutStart($0) }
    guard uses(.goals) || uses(.answers) else { return notes }
    // What has not ended has no day that a condition on time could be about, so only the others are looked at.
    let (started, startRows) = (filter.withoutTime.selected(.rows(.started), in: cases), cases.startRows)
    func isAsked(_ traject: Int32) -> Bool {
      guard traject >= 0 else { return false }
      let start = Int(startRows[Int(traject)])
      return start < 0 || started[start] >= 0
    }
    if uses(.goals) {
      let trajecten = cases.facts(.goals).codes("traject")
      let isAtEnd = cases.mask(.one("moment", "eind"), of: .goals)
      let ends = cases.endRows(of: .goals)
      add(ends.indices.count { ends[$0] < 0 && isAtEnd[$0] && isAsked(trajecten[$0]) }) { .goalsWithoutEnd($0) }
    }
    if uses(.answers) {
      let trajecten = cases.facts(.answers).codes("traject")
      let ends = cases.endRows(of: .answers)
      add(ends.indices.count { ends[$0] < 0 && isAsked(trajecten[$0]) }) { .answersWithoutEnd($0) }
      add(trajecten.count { $0 < 0 } - cases.looseRows.count) { .answersWithoutPlace($0) }
    }
    return notes
  }
}
