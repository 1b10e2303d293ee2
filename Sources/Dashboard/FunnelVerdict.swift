import Query
import Statistics
import Words

/// What a funnel says of a share, in as many words as there is room for.
struct FunnelVerdict {
  private let judgement: FunnelLimits.Judgement
  private let indicator: Indicator
  private let look: Look

  init(_ judgement: FunnelLimits.Judgement, of indicator: Indicator, _ look: Look) {
    self.judgement = judgement
    self.indicator = indicator
    self.look = look
  }

  enum Length {
    /// Marks alone: one to watch, two where it is striking.
    case marks
    case word
    case sentence
  }

  var isWithin: Bool { judgement == .within }

  func span(_ length: Length) -> Span {
    if isWithin { return Span(look.say(DashboardWords.within), .dim) }
    let isAbove = judgement == .above95 || judgement == .above998
    let isStriking = judgement == .above998 || judgement == .below998
    let mark = isAbove ? look.up : look.down
    let style: Style = indicator.style(isAbove: isAbove)
    switch length {
    case .marks: return Span(isStriking ? mark + mark : mark, style)
    case .word: return Span(mark + " " + look.say(isStriking ? ScreenWords.striking : ScreenWords.watch), style)
    case .sentence:
      let words =
        isStriking
        ? (isAbove ? DashboardWords.strikingAbove : DashboardWords.strikingBelow)
        : (isAbove ? DashboardWords.watchAbove : DashboardWords.watchBelow)
      return Span(mark + " " + look.say(words), style)
    }
  }
}
