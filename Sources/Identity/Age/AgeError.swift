/// Why a file was not encrypted or decrypted; nothing of its content was given out then.
public enum AgeError: Error, Sendable, Equatable {
  /// The file does not begin as an age file does.
  case notAge
  /// The file says that it is of another version than `v1`.
  case newerVersion(String)
  /// The armor around the file is not as age writes it, from this line on, counted from 1.
  case malformedArmor(line: Int)
  /// A line of the header, counted from 1, is not as the format has it.
  case malformedHeader(line: Int)
  /// The file ends within its header, or that is longer than 1 MiB.
  case incompleteHeader
  /// Nobody whose identity was tried is among the recipients.
  case noMatch(recipientCount: Int)
  /// The file is encrypted to a passphrase, and to none of those that were tried.
  case wrongPassphrase
  /// Trying a passphrase would take 2 to the power `found` rounds of 1 KiB: more than was allowed, or than there is.
  case workFactor(found: Int, limit: Int)
  /// The header was changed after it was written.
  case changedHeader
  /// A chunk of 64 KiB, counted from 1, was changed after it was written, or is cut short.
  case damagedChunk(Int)
  /// The file ends before the chunk that would be its last, after this many whole ones.
  case incompletePayload(chunkCount: Int)
  /// Bytes follow the last chunk, which is this one, counted from 1.
  case trailingBytes(afterChunk: Int)
  /// The content is longer than the caller takes.
  case tooLarge(byteCount: Int, limit: Int)
  /// There was nobody to encrypt to.
  case noRecipient
  /// A passphrase stood beside other recipients, who would not be the only ones to have written the file.
  case passphraseNotAlone
  /// The key of this recipient, counted from 0, is one that everyone can decrypt for.
  case unusableRecipient(Int)
}
