/// A command line as a person types it in a shell.
public struct TypedLine: Sendable, Equatable {
  /// What follows `veldlog`.
  public let words: [String]
  /// The file that the shell puts the output in; nil for none.
  public let output: String?

  public init(_ words: [String], output: String? = nil) {
    self.words = words
    self.output = output
  }

  /// The whole line, quoted where a shell needs it.
  public var text: String {
    let line = (["veldlog"] + words).map(Self.quoted).joined(separator: " ")
    return output.map { line + " > " + Self.quoted($0) } ?? line
  }

  /// A word as a shell reads it back.
  public static func quoted(_ word: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@")
    if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
    let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: "'\\''") + "'"
  }
}
