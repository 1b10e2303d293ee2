import CanonicalJSON
import Dashboard
import Merge
import Query
import Words
import Workspace

extension Command {
  static let changed = Command(
    "changed", HistoryWords.changedSummary, forms: ["'INDICATOR waar DIMENSION = VALUE en …' --since DATE"],
    options: [.init("--since", "DATE", HistoryWords.sinceOption)], notes: [HistoryWords.changedNote],
    examples: [
      .init(
        line: "veldlog changed 'uitval_breed waar regio = zeeland en jaar = 2016' --since 2016-10-01",
        note: HistoryWords.changedExample)
    ]
  ) { invocation in
    let question = try Question(invocation)
    guard let day = try invocation.day("--since") else { throw UsageError.missingWord(HistoryWords.aDay) }
    let figures = try MergedFigures(invocation, knownOn: day)
    guard let known = figures.known else { return .refused }
    let vocabulary = figures.workspace.vocabulary
    let query = try question.query(known.now.projection, vocabulary)
    let moved = try question.asking { () throws(QueryError) in
      try FigureMoves.all(query, known, vocabulary: vocabulary)
    }
    ChangedReport(figures, known).print(moved)
    return .done
  }
}

/// What moved figures, as text or JSON.
struct ChangedReport {
  private let figures: MergedFigures
  private let known: KnownThen
  private var console: Console { figures.console }

  init(_ figures: MergedFigures, _ known: KnownThen) {
    (self.figures, self.known) = (figures, known)
  }

  func print(_ moved: [FigureMoves]) {
    switch console.format {
    case .json: console.out(.array(moved.map(json)))
    case .csv, .markdown: listing(moved).print(on: console)
    case .table:
      for (index, moves) in moved.enumerated() {
        if index > 0 { console.out("") }
        show(moves)
      }
    }
    if !known.erasedRows.isEmpty { console.note(HistoryWords.erased(known.erasedRows.count)) }
  }

  private func show(_ moves: FigureMoves) {
    let look = figures.invocation.look
    let (before, after) = (
      ExplanationText.value(moves.before, moves.indicator, look),
      ExplanationText.value(moves.after, moves.indicator, look)
    )
    console.out(" " + FigureName(moves.indicator, moves.keys).heading)
    console.out("   " + HistoryWords.then[console.language] + "  " + before)
    console.out("   " + HistoryWords.now[console.language] + "  " + after)
    if moves.moves.isEmpty {
      console.out("   " + HistoryWords.noChange[console.language])
      return
    }
    for reason in FigureMoves.Reason.allCases {
      let count = moves.moves.count { $0.reason == reason }
      if count > 0 {
        let net = moves.moves.filter { $0.reason == reason }.reduce(0) { $0 + $1.numerator }
        console.out(
          "   " + NumberText(look.language).count(count) + " " + HistoryWords.reason(reason.rawValue)[console.language]
            + "   "
            + HistoryWords.net(NumberText(look.language).signed(net))[console.language])
      }
    }
    console.out("   " + (moves.isWhole ? HistoryWords.whole : HistoryWords.notWhole)[console.language])
    console.out("")
    listing([moves]).print(on: console)
  }

  private func listing(_ moved: [FigureMoves]) -> Listing {
    let state = known.now.state
    var listing = Listing(
      columns: [
        .init(key: "indicator", title: Phrase(same: "indicator")), .init(key: "reason", title: HistoryWords.why),
        .init(key: "before", title: HistoryWords.then), .init(key: "after", title: HistoryWords.now),
        .init(key: "ref", title: CommandWords.reference), .init(key: "at", title: CommandWords.time),
        .init(key: "payload", title: CommandWords.contents),
      ], empty: HistoryWords.noChange)
    listing.rows = moved.flatMap { moves in
      moves.moves.map { move in
        [
          FigureName(moves.indicator, moves.keys).text,
          HistoryWords.reason(move.reason.rawValue)[console.language],
          HistoryWords.place(move.before?.rawValue)[console.language],
          HistoryWords.place(move.after?.rawValue)[console.language], state.shortReference(move.row),
          FactText.time(state.table.time(move.row)),
          FactText.oneLine(
            state.table.payloadObject(move.row) ?? JSONObject(),
            skipping: FactText.besideTheFigure),
        ]
      }
    }
    return listing
  }

  private func json(_ moves: FigureMoves) -> JSONValue {
    let state = known.now.state
    return [
      "indicator": .string(moves.indicator.id), "of": FigureName(moves.indicator, moves.keys).json,
      "before": moves.before.json,
      "after": moves.after.json, "whole": .bool(moves.isWhole),
      "facts": .array(
        moves.moves.map { move in
          var fact = FactText.json(move.row, in: state).objectValue ?? JSONObject()
          fact["kind"] = .string(state.table.kindName(move.row))
          fact["reason"] = .string(move.reason.rawValue)
          fact["before"] = move.before.map { .string($0.rawValue) } ?? .null
          fact["after"] = move.after.map { .string($0.rawValue) } ?? .null
          fact["numerator"] = JSONValue(move.numerator)
          return .object(fact)
        }),
    ]
  }
}
