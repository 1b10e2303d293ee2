import Words

/// Something that must not happen, with what was expected and what was found.
public struct Breakage: Error, Sendable {
  /// What sort of thing it is; shrinking keeps to the same one.
  public enum Sort: String, Sendable {
    case lostLine, strayLine, ownLog, erasure, folder, damage, state, fingerprint, refusal, count, held, bundle,
      convergence, figures
  }

  public let sort: Sort
  /// The machine it was found on.
  public let machine: String
  public let expected: Phrase
  public let found: Phrase
}
