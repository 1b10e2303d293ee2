import Words
import Workspace

extension ErrorText {
  static func passphrase(_ error: PassphraseError) -> Message {
    switch error {
    case .noTerminal:
      Message(text: PassphraseWords.noTerminal, hint: PassphraseWords.noTerminalHint, status: .usage)
    case .stopped: Message(text: PassphraseWords.stopped)
    case .different: Message(text: PassphraseWords.different)
    case .tooShort(let minimum): Message(text: PassphraseWords.tooShort(minimum))
    case .empty(let path): Message(text: PassphraseWords.empty(path))
    }
  }

  static func lock(_ error: LockError) -> Message {
    switch error {
    case .notLocked: Message(text: LockWords.notLocked)
    case .mustBeOpen: Message(text: LockWords.mustBeOpen, hint: LockWords.openHint)
    case .wrongPassphrase: Message(text: LockWords.wrongPassphrase)
    case .damagedFile(let path): Message(text: LockWords.damagedFile(path), hint: LockWords.damagedFileHint)
    case .foreignContents(let path): Message(text: LockWords.foreignContents(path))
    }
  }
}
