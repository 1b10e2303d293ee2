import CivilTime
import Dashboard
import Query
import Words
import Workspace

extension Command {
  static let query = Command(
    "query", HelpWords.query, forms: ["'INDICATOR, … per DIMENSION, … waar DIMENSION = VALUE en … sorteer op … top N'"],
    options: [
      .init("--as-of", "DATE", HistoryWords.asOfOption), .init("--per-log", nil, HistoryWords.perLogOption),
      .init("--bounds", nil, HistoryWords.boundsOption),
    ],
    notes: [HelpWords.queryNote],
    examples: [
      .init(line: "veldlog query 'uitval_breed per aanbieder'", note: HelpWords.queryExample),
      .init(
        line: "veldlog query 'doelrealisatie, uitstroom per regio, kwartaal waar jaar >= 2015'",
        note: HelpWords.queryPeriodExample),
      .init(
        line: "veldlog query 'uitval_breed by aanbieder where regio = zeeland order by uitval_breed desc limit 10'",
        note: HelpWords.queryEnglishExample),
      .init(line: "veldlog query 'uitval_breed per kwartaal' --as-of 2016-07-01", note: HistoryWords.asOfExample),
    ]
  ) { invocation in
    let question = try Question(invocation)
    let perLog = invocation.arguments.has("--per-log")
    let day = try invocation.day("--as-of")
    let hasBounds = invocation.arguments.has("--bounds")
    guard day != nil || perLog || hasBounds || question.builtIn?.isAboutLogs == true else {
      let figures = try Figures(invocation, only: Query.neededColumns)
      let projection = figures.projection()
      let query = try question.query(projection, figures.workspace.vocabulary)
      let result = try question.asking { () throws(QueryError) in
        try query.evaluate(on: projection, vocabulary: figures.workspace.vocabulary)
      }
      ResultOutput.print(result, figures)
      return .done
    }
    let figures = try MergedFigures(invocation, knownOn: day)
    var query = try question.query(figures.facts.projection, figures.workspace.vocabulary)
    if perLog, !query.dimensions.contains(.log) { query.dimensions.append(.log) }
    let result = try question.asking { () throws(QueryError) in
      let result = try query.evaluate(
        on: figures.facts.projection, vocabulary: figures.workspace.vocabulary, origins: figures.facts.origins)
      if !hasBounds { return result }
      let bounds = try ConflictBounds(
        result, of: query, ConflictFacts(figures.facts, vocabulary: figures.workspace.vocabulary))
      if bounds.leftOutCount > 0 { invocation.console.note(HistoryWords.notInBounds(bounds.leftOutCount)) }
      return result.with(bounds.intervals)
    }
    if let day { invocation.console.note(HistoryWords.asOf(day.iso)) }
    if let erased = figures.known?.erasedRows.count, erased > 0 { invocation.console.note(HistoryWords.erased(erased)) }
    ResultOutput.print(result, vocabulary: figures.workspace.vocabulary, invocation)
    if hasBounds, invocation.console.format == .table {
      for line in ExplanationText.open(result, invocation.look) { invocation.console.out(line) }
    }
    return .done
  }
}
