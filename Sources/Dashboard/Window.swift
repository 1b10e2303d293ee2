import CivilTime
import Query
import Words

/// The time that a screen about a longer stretch is about: a period, or the four quarters up to the newest with facts.
struct Window {
  /// What limits figures to it.
  let conditions: [Condition]
  /// How it is named; empty where the screen's own conditions limit the time.
  let text: String
  /// The stretch before it, as long; nil where the screen's own conditions limit the time.
  let before: (conditions: [Condition], text: String)?
  /// From which one goes to the period before and after.
  let step: Period?
  /// The last quarter in it.
  let lastQuarter: Period?

  /// Nil when no period was asked for and nothing ended that meets the conditions.
  init?(_ period: Period?, _ reader: TimeSeriesReader, _ look: Look) throws(QueryError) {
    if let period {
      conditions = [Condition(.periode, .isEqual, [period.text])]
      text = period.text
      before = ([Condition(.periode, .isEqual, [period.preceding.text])], period.preceding.text)
      step = period
      lastQuarter = Period(.quarter, containing: CivilDate(days: period.end.days - 1))
      return
    }
    guard let last = try reader.newestQuarter() else { return nil }
    lastQuarter = last
    if reader.conditions.contains(where: \.dimension.isTime) {
      conditions = []
      text = ""
      before = nil
      step = nil
      return
    }
    let first = last.preceding.preceding.preceding
    conditions = [Condition(.periode, .isAtLeast, [first.text]), Condition(.periode, .isAtMost, [last.text])]
    text = look.say(DashboardWords.fourQuarters(first.text, last.text))
    let end = first.preceding
    let start = end.preceding.preceding.preceding
    before = (
      [Condition(.periode, .isAtLeast, [start.text]), Condition(.periode, .isAtMost, [end.text])],
      start.text + look.dash + end.text
    )
    // A year, so that what one goes to is as long.
    step = Period(.year, containing: last.start)
  }
}
