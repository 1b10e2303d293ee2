import CivilTime
import Words

/// Something that a reader of a result must know beside its figures.
public enum QueryNote: Sendable, Equatable {
  case inventedData
  case uitvalHasTwoMeanings
  /// Answers from the statutory survey, left out where aanbieders are compared.
  case leftOutOfComparison(Int)
  /// Answers on different scales stand in different rows.
  case moreThanOneScale([String])
  /// Answers to different questionnaires with the same scale are in one mean.
  case severalInstruments([String])
  /// Answers on another scale than their instruments, which are named with theirs, have.
  case otherScale(Int, [String])
  /// Measurements whose score is not on the scale of their instrument; they do not count.
  case offScale(Int, [String])
  /// The indicator stands with the same value on every row of the dimension.
  case repeats(String, Dimension)
  /// The condition on the dimension did nothing for the indicator.
  case ignores(String, Dimension)
  case endedWithoutStart(Int)
  case goalsWithoutEnd(Int)
  case answersWithoutEnd(Int)
  case answersWithoutPlace(Int)
  case invalidFacts(Int)
  /// No fact is left after that condition.
  case emptied(by: String)
  /// Figures before and after the day are not of one series.
  case seriesBreak(String, CivilDate, String)
  /// Trajecten that ended less than twelve months before the last day that anything is known of.
  case notYetKnown(Int)
  case withoutPseudonym(Int)
  /// The facts do not reach back five years.
  case shortHistory(since: CivilDate)
  /// So many trajecten are still open that those that ended are not like the others.
  case manyOpen(Int, of: Int)
  case treeknorm
  /// What was recorded that the indicator is held to.
  case norms(String, [Norm])
  /// What was recorded and cannot be held against anything.
  case unreadNorms(String, [UnreadNorm])
  /// There is no fact of these kinds, whatever was asked of them.
  case noFacts([String])

  /// Whether it tells why there are no figures at all.
  public var saysWhyNothing: Bool {
    switch self {
    case .emptied, .noFacts: true
    default: false
    }
  }

  public func phrase() -> Phrase {
    switch self {
    case .inventedData: QueryWords.inventedData
    case .uitvalHasTwoMeanings: QueryWords.uitvalHasTwoMeanings
    case .leftOutOfComparison(let count): counted(count, QueryWords.leftOutOfComparison)
    case .moreThanOneScale(let scales): QueryWords.moreThanOneScale(scales)
    case .severalInstruments(let names): QueryWords.severalInstruments(names)
    case .otherScale(let count, let scales): counted(count) { QueryWords.otherScale($0, scales) }
    case .offScale(let count, let scales): counted(count) { QueryWords.offScale($0, scales) }
    case .repeats(let id, let dimension): QueryWords.repeats(id, QueryWords.dimension(dimension.rawValue))
    case .ignores(let id, let dimension): QueryWords.ignores(id, QueryWords.dimension(dimension.rawValue))
    case .endedWithoutStart(let count): counted(count, QueryWords.endedWithoutStart)
    case .goalsWithoutEnd(let count): counted(count, QueryWords.goalsWithoutEnd)
    case .answersWithoutEnd(let count): counted(count, QueryWords.answersWithoutEnd)
    case .answersWithoutPlace(let count): counted(count, QueryWords.answersWithoutPlace)
    case .invalidFacts(let count): counted(count, QueryWords.invalidFacts)
    case .emptied(let condition): QueryWords.emptied(by: condition)
    case .seriesBreak(let id, let day, let reason):
      QueryWords.seriesBreak(id, day.iso, IndicatorWords.breakReason(reason))
    case .notYetKnown(let count): counted(count, QueryWords.notYetKnown)
    case .withoutPseudonym(let count): counted(count, QueryWords.withoutPseudonym)
    case .shortHistory(let day): QueryWords.shortHistory(since: day.iso)
    case .manyOpen(let open, let all): QueryWords.manyOpen(open, of: all)
    case .treeknorm: QueryWords.treeknorm
    case .norms(let id, let norms): QueryWords.norms(id, norms.map(\.phrase))
    case .unreadNorms(let id, let norms): QueryWords.unreadNorms(id, norms.map(\.phrase))
    case .noFacts(let kinds): QueryWords.noFacts(kinds)
    }
  }

  private func counted(_ count: Int, _ words: (String) -> Phrase) -> Phrase {
    Phrase(
      nl: words(NumberText(.dutch).count(count)).dutch, en: words(NumberText(.english).count(count)).english)
  }
}
