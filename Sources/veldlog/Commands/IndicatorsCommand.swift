import CanonicalJSON
import Dashboard
import Query
import Words
import Workspace

extension Command {
  static let indicators = Command(
    "indicators", IndicatorCommandWords.summary, forms: ["[INDICATOR]"], notes: [IndicatorCommandWords.note],
    examples: [
      .init(line: "veldlog indicators", note: IndicatorCommandWords.listExample),
      .init(line: "veldlog indicators uitval_breed", note: IndicatorCommandWords.oneExample),
      .init(
        line: "veldlog record definitie indicator=uitval_crisis tabel=traject_beeindigd filter='crisis = ja' "
          + "teller='reden in (03, 04)' noemer='reden in (01, 02, 03, 04, 05)' richting=laag_goed",
        note: IndicatorCommandWords.addExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(1)
    var recorded: RecordedDefinitions?
    // Those that are built in are the same everywhere, so that a workspace is not needed to look at them.
    do {
      let workspace = try invocation.workspace()
      recorded = RecordedDefinitions(
        try workspace.facts(only: Query.neededColumns).projection, workspace.vocabulary)
    } catch WorkspaceError.notFound {}
    let catalogue = recorded?.catalogue ?? .standard
    if let name = invocation.words.first {
      if let problem = recorded?.problems.first(where: { $0.id == name.lowercased() }) { throw problem }
      let found = catalogue.named(name)
      if found.isEmpty { throw FigureError.unknownIndicator(name) }
      for indicator in found { show(indicator, invocation) }
      return .done
    }
    list(catalogue.all, invocation)
    for problem in recorded?.problems ?? [] { invocation.console.note(ErrorWords.error + problem.phrase) }
    return recorded?.problems.isEmpty == false ? .aside : .done
  }

  private static func list(_ indicators: [Indicator], _ invocation: Invocation) {
    let console = invocation.console
    var listing = Listing(
      columns: [
        .init(key: "id", title: Phrase(same: "id")), .init(key: "title", title: IndicatorCommandWords.title),
        .init(key: "unit", title: IndicatorCommandWords.unit),
        .init(key: "source", title: IndicatorCommandWords.source),
      ], empty: IndicatorCommandWords.summary)
    listing.json = .array(indicators.map(json))
    listing.rows = indicators.map { indicator in
      [
        indicator.id, title(indicator)[console.language],
        IndicatorWords.unit(indicator.unit.rawValue, count: 2)[console.language], indicator.source,
      ]
    }
    listing.print(on: console)
  }

  private static func title(_ indicator: Indicator) -> Phrase {
    indicator.words.title
  }

  private static func json(_ indicator: Indicator) -> JSONValue {
    let words = indicator.words
    return [
      "id": .string(indicator.id), "definition": .string(indicator.definition),
      "table": .string(indicator.table.rawValue),
      "kind": .string(indicator.kind.rawValue), "unit": .string(indicator.unit.rawValue),
      "filter": .string(indicator.rule.filter.text), "counted": .string(indicator.rule.counted.text),
      "rule": .string(indicator.ruleText), "attribution": .string(indicator.table.attribution.rawValue),
      "high_is_good": indicator.isHighGood.map { .bool($0) } ?? .null, "source": .string(indicator.source),
      "text": .string(words.definition.dutch),
    ]
  }

  private static func show(_ indicator: Indicator, _ invocation: Invocation) {
    let console = invocation.console
    if console.format == .json {
      console.out(json(indicator))
      return
    }
    func line(_ title: Phrase, _ text: Phrase) {
      if !text.dutch.isEmpty { console.out("   " + title[console.language] + ": " + text[console.language]) }
    }
    console.out(" " + indicator.definition + "   " + title(indicator)[console.language])
    let words = indicator.words
    line(IndicatorCommandWords.definition, words.definition)
    line(IndicatorCommandWords.numerator, words.numerator)
    line(IndicatorCommandWords.denominator, words.denominator)
    line(IndicatorCommandWords.missing, words.missing)
    for each in indicator.datedRules {
      console.out("   " + each.dated(each.rule)[console.language])
    }
    line(IndicatorCommandWords.attribution, IndicatorCommandWords.attribution(indicator.table.attribution.rawValue))
    line(IndicatorCommandWords.direction, IndicatorCommandWords.direction(indicator.isHighGood))
    line(IndicatorCommandWords.smallest, Phrase(same: String(indicator.smallestShown)))
    line(IndicatorCommandWords.source, Phrase(same: indicator.source))
    for each in indicator.breaks {
      line(
        IndicatorCommandWords.seriesBreak, Phrase(same: each.day.iso + ", ") + IndicatorWords.breakReason(each.reason))
    }
  }
}
