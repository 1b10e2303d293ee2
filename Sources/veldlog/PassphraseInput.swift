import Platform
import Terminal
import Words

/// Why there is no passphrase.
enum PassphraseError: Error {
  case noTerminal
  case stopped
  case different
  case tooShort(minimum: Int)
  case empty(path: String)
}

/// The passphrase that a person gives a command.
enum PassphraseInput {
  /// For commands that take one.
  static let option = Arguments.Option("--passphrase-file", "FILE", PassphraseWords.fileOption)

  private static let minimumLength = 8

  /// The first line of the file that `--passphrase-file` names, else what is typed at the terminal, unseen.
  ///
  /// - Parameter isNew: Something is to be encrypted with it: it is asked for twice, and may not be very short.
  /// - Throws: `PassphraseError`, or `FileError` for the file.
  static func passphrase(of invocation: Invocation, isNew: Bool) throws -> [UInt8] {
    let file = invocation.arguments.value(option.name)
    let passphrase =
      if let file { try firstLine(of: file, invocation) } else {
        try ask(isNew ? PassphraseWords.askNew : PassphraseWords.ask, invocation)
      }
    if isNew, passphrase.count < minimumLength { throw PassphraseError.tooShort(minimum: minimumLength) }
    if isNew, file == nil, try ask(PassphraseWords.askAgain, invocation) != passphrase {
      throw PassphraseError.different
    }
    return passphrase
  }

  private static func firstLine(of file: String, _ invocation: Invocation) throws -> [UInt8] {
    let bytes: [UInt8]
    if file == "-" {
      bytes = Array((TerminalStream.nextLine() ?? "").utf8)
    } else {
      bytes = try invocation.surroundings.files.contents(of: invocation.environment.absolute(file))
    }
    let line = bytes.prefix { $0 != 0x0A }
    let passphrase = Array(line.last == 0x0D ? line.dropLast() : line)
    if passphrase.isEmpty { throw PassphraseError.empty(path: file) }
    return passphrase
  }

  private static func ask(_ question: Phrase, _ invocation: Invocation) throws(PassphraseError) -> [UInt8] {
    do throws(SecretPrompt.Failure) { return try SecretPrompt.ask(question[invocation.console.language]) } catch {
      switch error {
      case .noTerminal: throw .noTerminal
      case .stopped: throw .stopped
      }
    }
  }
}
