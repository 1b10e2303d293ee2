import Projection

extension Evaluation {
  /// What a reader must know beside the figures, the gravest first.
  var notes: [QueryNote] {
    var notes: [QueryNote] = []
    if cases.projection.inventedCount > 0 { notes.append(.inventedData) }
    if query.saidUitval { notes.append(.uitvalHasTwoMeanings) }
    notes += notesOnAnswers
    notes += notesOnDimensions
    notes += notesOnWhatIsLeftOut
    let invalid = cases.projection.invalidLines.count
    if invalid > 0 { notes.append(.invalidFacts(invalid)) }
    return notes
  }

  private var notesOnAnswers: [QueryNote] {
    guard let answers, let answerTable else { return [] }
    var notes: [QueryNote] = []
    if answers.leftOutCount > 0 { notes.append(.leftOutOfComparison(answers.leftOutCount)) }
    guard uses({ $0 == .satisfaction }) else { return notes }
    if answers.scalesSeen.count > 1 {
      notes.append(.moreThanOneScale(answers.scalesSeen.map { answerTable.scales[$0].text }))
    }
    let instruments = answers.instruments.filter { $0 >= 0 }.map { cases.projection.strings.string($0) }.sorted()
    if instruments.count > 1 { notes.append(.severalInstruments(instruments)) }
    return notes
  }

  private var notesOnDimensions: [QueryNote] {
    guard usesAnswers else { return [] }
    return query.indicators.filter { !$0.has(.informant) }.flatMap { indicator in
      var notes: [QueryNote] = [.repeats(indicator.id, .informant)]
      if !filter.answerConditions.isEmpty { notes.append(.ignores(indicator.id, .informant)) }
      return notes
    }
  }

  private var notesOnWhatIsLeftOut: [QueryNote] {
    var notes: [QueryNote] = []
    func add(_ count: Int, _ note: (Int) -> QueryNote) {
      if count > 0 { notes.append(note(count)) }
    }
    let endedGroups = groups(of: .ended)
    add(endedGroups.indices.count(where: { endedGroups[$0] >= 0 && cases.startOfEnded[$0] < 0 })) {
      .endedWithoutStart($0)
    }
    // What has not ended has no day that a condition on time could be about, so only the others are looked at.
    let started = filter.withoutTime.selected(.started, in: cases)
    func isAsked(_ traject: Int32) -> Bool {
      guard traject >= 0 else { return false }
      let start = Int(cases.startRows[Int(traject)])
      return start < 0 || started[start] >= 0
    }
    if let goalTable {
      let trajecten = cases.goals.codes("traject")
      add(
        goalTable.endRows.indices.count(where: {
          goalTable.endRows[$0] < 0 && goalTable.outcomes[$0] != .notAtEnd && isAsked(trajecten[$0])
        })
      ) { .goalsWithoutEnd($0) }
    }
    if let answerTable {
      let trajecten = cases.answers.codes("traject")
      add(answerTable.endRows.indices.count(where: { answerTable.endRows[$0] < 0 && isAsked(trajecten[$0]) })) {
        .answersWithoutEnd($0)
      }
      add(answerTable.hasTraject.count(where: { !$0 }) - cases.looseRows.count) { .answersWithoutPlace($0) }
    }
    return notes
  }
}
