import Query
import Words

extension ErrorText {
  /// What is said of an export that the gate does not make; nil for an error of something else.
  static func gate(_ error: any Error) -> Message? {
    switch error {
    case let error as AnswerExport.PersonalKind:
      return Message(text: GateWords.kindIsPersonal(error.name, error.level), hint: GateWords.askInstead)
    case let error as AnswerExport.BadMinimum: return Message(text: GateWords.badMinimum(error.text), status: .usage)
    case let error as ReleasePolicy.Problem:
      switch error {
      case .minimum(let minimum): return Message(text: GateWords.badMinimum(String(minimum)), status: .usage)
      case .needsRecipient(let minimum): return Message(text: GateWords.needsRecipient(minimum), status: .usage)
      case .lowerInPublic(let minimum): return Message(text: GateWords.lowerInPublic(minimum), status: .usage)
      }
    case let error as DisclosureGate.Refusal:
      switch error {
      case .question(let fault): return Message(text: fault.phrase, status: .usage)
      case .definition(let problem): return Message(text: problem.phrase)
      case .tooLarge: return Message(text: GateWords.tooLarge, hint: GateWords.tooLargeHint)
      case .tooLargeWith(let reference):
        return Message(text: GateWords.tooLargeWith(reference), hint: GateWords.tooLargeHint)
      case .unreadable(let reference): return Message(text: GateWords.unreadable(reference))
      }
    default: return nil
    }
  }
}
