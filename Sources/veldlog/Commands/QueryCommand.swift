import Query
import Words
import Workspace

extension Command {
  static let query = Command(
    "query", HelpWords.query, forms: ["'INDICATOR, … per DIMENSION, … waar DIMENSION = VALUE en … sorteer op … top N'"],
    notes: [HelpWords.queryNote],
    examples: [
      .init(line: "veldlog query 'uitval_breed per aanbieder'", note: HelpWords.queryExample),
      .init(
        line: "veldlog query 'doelrealisatie, uitstroom per regio, kwartaal waar jaar >= 2015'",
        note: HelpWords.queryPeriodExample),
      .init(
        line: "veldlog query 'uitval_breed by aanbieder where regio = zeeland order by uitval_breed desc limit 10'",
        note: HelpWords.queryEnglishExample),
    ]
  ) { invocation in
    guard !invocation.words.isEmpty else { throw UsageError.missingWord(HelpWords.aQuestion) }
    let query = try Query(parsing: invocation.words.joined(separator: " "))
    let figures = try Figures(invocation, only: Query.neededColumns)
    let result = try query.evaluate(
      on: figures.projection(), vocabulary: figures.workspace.vocabulary)
    ResultOutput.print(result, figures)
    return .done
  }
}
