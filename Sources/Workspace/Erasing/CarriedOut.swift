import Cryptography
import EventLog

/// What carrying out erasures took away from the disk.
public struct CarriedOut: Sendable {
  /// Lines whose payload went.
  public internal(set) var lineCount = 0
  /// Damaged lines in the place of one that has to go, of which nothing is left.
  public internal(set) var blankedCount = 0
  public internal(set) var attachments: [Digest] = []
  /// Held bundles that were written anew without the payloads.
  public internal(set) var heldBundles: [String] = []
  /// What was in `quarantine/`, and is there no more: names with their sizes in bytes.
  public internal(set) var quarantine: [(name: String, byteCount: Int)] = []
  /// Held bundles that could not be looked into, and went whole.
  public internal(set) var droppedBundles: [String] = []
  /// Lines in the place of one that has to go, written by a newer version: nothing could be done about them.
  public internal(set) var unreachable: [Reference] = []
  /// Decisions that this instance now says to have carried out.
  public internal(set) var answered: [Reference] = []

  /// Whether anything was done.
  public var isEmpty: Bool {
    lineCount == 0 && blankedCount == 0 && attachments.isEmpty && heldBundles.isEmpty && quarantine.isEmpty
      && droppedBundles.isEmpty && answered.isEmpty
  }
}
