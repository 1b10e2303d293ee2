import EventLog
import Identity
import Vocabulary

/// Something in an instance that wants a look, with where it is.
public struct Finding: Sendable {
  /// What was found.
  public enum Matter: Sendable, Equatable {
    /// Lines that are not what they say they are.
    case damagedLines(log: LogID)
    /// Lines that a newer version wrote.
    case newerLines(log: LogID)
    /// Bytes of a last line that was cut off.
    case tornTail(log: LogID, byteCount: Int)
    /// Facts of a kind that the vocabulary does not have.
    case unknownKind(String)
    /// Facts that break the vocabulary's rules.
    case brokenPayload(kind: String)
    /// Facts of a kind that name something nobody recorded; with the first of those names.
    case unknownReference(FieldType.Reference, kind: String, names: [String])
    case conflicts
    /// A log whose writer nobody admitted.
    case stranger(log: LogID)
    case heldBundles
    /// This instance's own log, which nobody admitted yet.
    case notAdmitted(log: LogID)
    /// Own lines that say an earlier time than the line before.
    case clockWentBack(log: LogID)
    /// The last own line says a later time than it is.
    case clockIsBehind(log: LogID, milliseconds: Int64)
    case missingKey(log: LogID)
    case damagedKey(log: LogID)
    /// A file or folder that others on this machine can look into.
    case openPermissions
    /// Files of writes that were interrupted.
    case leftovers
    /// Attachments that live facts name and that are not here, as happens where a bundle left them out.
    case missingAttachments
    /// Attachments that are not of the size that the fact says.
    case damagedAttachments
    /// Files among the attachments that no line names.
    case unnamedAttachments
    /// Lines that still have the payload that an erasure takes away.
    case erasedPayloads
    /// Live facts that name what was erased, or take its place.
    case afterErasure
  }

  public let matter: Matter
  public let count: Int
  /// The first places: references of lines, `file:line`, paths or logs; at most `largestPlaceCount`.
  public let places: [String]

  public static let largestPlaceCount = 5

  init(_ matter: Matter, count: Int? = nil, at places: [String]) {
    self.matter = matter
    self.count = count ?? places.count
    self.places = Array(places.prefix(Self.largestPlaceCount))
  }

  /// Whether something that was recorded can no longer be read.
  public var isDamage: Bool {
    switch matter {
    case .damagedLines, .damagedKey, .damagedAttachments: true
    default: false
    }
  }

  /// A name for programs.
  public var code: String {
    switch matter {
    case .damagedLines: "damaged_lines"
    case .newerLines: "newer_lines"
    case .tornTail: "torn_tail"
    case .unknownKind: "unknown_kind"
    case .brokenPayload: "broken_payload"
    case .unknownReference: "unknown_reference"
    case .conflicts: "conflicts"
    case .stranger: "stranger"
    case .heldBundles: "held_bundles"
    case .notAdmitted: "not_admitted"
    case .clockWentBack: "clock_went_back"
    case .clockIsBehind: "clock_is_behind"
    case .missingKey: "missing_key"
    case .damagedKey: "damaged_key"
    case .openPermissions: "open_permissions"
    case .leftovers: "leftovers"
    case .missingAttachments: "missing_attachments"
    case .damagedAttachments: "damaged_attachments"
    case .unnamedAttachments: "unnamed_attachments"
    case .erasedPayloads: "erased_payloads"
    case .afterErasure: "after_erasure"
    }
  }
}
