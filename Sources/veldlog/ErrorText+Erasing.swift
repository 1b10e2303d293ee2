import Words
import Workspace

extension ErrorText {
  static func attachment(_ error: AttachmentError) -> Message {
    switch error {
    case .notHere(let digest):
      Message(text: AttachmentWords.notHere(digest.hexadecimal), hint: AttachmentWords.notHereHint)
    case .damaged(_, let path): Message(text: AttachmentWords.damaged(path), hint: AttachmentWords.damagedHint)
    case .otherContents(let wanted, _): Message(text: AttachmentWords.otherContents(wanted.hexadecimal))
    case .emptyFile(let path): Message(text: AttachmentWords.emptyFile(path))
    case .nothingButRepetition(let path): Message(text: AttachmentWords.nothingButRepetition(path))
    case .notAnAttachment(let reference):
      Message(text: AttachmentWords.notAnAttachment(short(reference)), hint: AttachmentWords.notAnAttachmentHint)
    }
  }

  static func erasure(_ error: ErasureError) -> Message {
    switch error {
    case .nothingFound: Message(text: ErasureWords.nothingFound, hint: ErasureWords.nothingFoundHint)
    case .notOurs: Message(text: ErasureWords.allOthers, hint: ErasureWords.allOthersHint)
    case .noGround: Message(text: ErrorWords.missingWord(ErasureWords.aGround), status: .usage)
    case .groundNames(let code): Message(text: ErasureWords.groundNames(code), hint: ErasureWords.groundHint)
    case .structural(let reference, let kind): Message(text: ErasureWords.structural(short(reference), kind))
    case .hasNoPayload(let reference): Message(text: ErasureWords.hasNoPayload(short(reference)))
    case .notATerm(let reference): Message(text: ErasureWords.notATerm(short(reference)))
    case .termNotPassed(let reference, let until): Message(text: ErasureWords.termNotPassed(short(reference), until))
    }
  }
}
