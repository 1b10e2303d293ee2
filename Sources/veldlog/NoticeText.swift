import Vocabulary
import Words
import Workspace

/// Turns what a workspace tells beside an outcome into words.
enum NoticeText {
  static func lines(of notice: Notice) -> [Phrase] {
    switch notice {
    case .stateNotKept(let error): [OwnLogWords.stateNotKept + ErrorText.file(error).text]
    case .begunAnew(let begun): lines(of: begun)
    case .privateIsLocked: [LockWords.privateIsLocked]
    case .carriedOut(let done): ErasureReport.lines(of: done)
    }
  }

  private static func lines(of begun: [Succession]) -> [Phrase] {
    // Of logs that were begun one after another, what was seen of the last says why.
    guard let last = begun.last(where: { $0.audience == begun[0].audience }) else { return [] }
    var lines = begun.map { succession in
      let (new, old) = (succession.new.text, succession.old.text)
      return switch succession.audience {
      case .gedeeld: OwnLogWords.begun(new, after: old)
      case .regio: OwnLogWords.begunRegional(new, after: old)
      case .prive: OwnLogWords.begunPrivate(new, after: old)
      }
    }
    lines.append(reason(last.reason))
    lines.append(OwnLogWords.nothingLost)
    lines += advice(last.reason)
    lines += begun.filter { !$0.isVouched }.map { OwnLogWords.notVouched($0.new.text) }
    return lines
  }

  static func reason(_ reason: Succession.Reason) -> Phrase {
    switch reason {
    case .unknownHere: OwnLogWords.unknownHere
    case .behind: OwnLogWords.behind
    case .ahead: OwnLogWords.ahead
    case .otherEnd: OwnLogWords.otherEnd
    case .forked: OwnLogWords.forked
    case .damaged: OwnLogWords.damaged
    case .gone: OwnLogWords.gone
    case .interrupted: OwnLogWords.interrupted
    }
  }

  private static func advice(_ reason: Succession.Reason) -> [Phrase] {
    switch reason {
    case .behind: [OwnLogWords.askForLines, OwnLogWords.exchangeWithOther]
    case .unknownHere, .ahead, .otherEnd, .forked: [OwnLogWords.exchangeWithOther]
    case .damaged, .gone: [OwnLogWords.askForLines]
    case .interrupted: []
    }
  }
}
