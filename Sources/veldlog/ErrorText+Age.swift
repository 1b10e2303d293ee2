import Identity
import Words

extension ErrorText {
  static func age(_ error: AgeError) -> Message {
    switch error {
    case .notAge: Message(text: ExchangeWords.notAge)
    case .newerVersion(let version): Message(text: ExchangeWords.newerEncryption(version))
    case .malformedArmor, .malformedHeader, .incompleteHeader, .changedHeader, .damagedChunk, .incompletePayload,
      .trailingBytes:
      Message(text: ExchangeWords.damagedEncryption, hint: ExchangeWords.damagedEncryptionHint)
    case .noMatch(let count): exchange(.notForUs(recipientCount: count))
    case .wrongPassphrase: Message(text: ExchangeWords.wrongPassphrase)
    case .workFactor(let found, let limit): Message(text: ExchangeWords.workFactor(found, limit))
    case .tooLarge(_, let limit): Message(text: ExchangeWords.tooLargeInside(limit))
    case .noRecipient, .passphraseNotAlone, .unusableRecipient: Message(text: ExchangeWords.notEncrypted)
    }
  }
}
