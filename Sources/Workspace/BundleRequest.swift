import Identity

/// For whom a bundle is, and what it may hold.
public struct BundleRequest: Sendable {
  public enum Receivers: Sendable, Equatable {
    /// Anyone who gets the file: not encrypted, everything.
    case clear
    /// These members, by their shared logs: what they lack, as far as was heard from them.
    case members([LogID])
    /// All present members but this instance.
    case everyone
    /// Everyone who knows the passphrase: everything.
    case passphrase([UInt8])
  }

  public enum AttachmentChoice: Sendable, Equatable {
    case all
    case none
    /// Those of at most so many bytes.
    case upTo(Int)

    func includes(_ byteCount: Int) -> Bool {
      switch self {
      case .all: true
      case .none: false
      case .upTo(let most): byteCount <= most
      }
    }
  }

  public var receivers: Receivers
  /// The most bytes of a file; where it does not fit there are several, each a whole bundle.
  public var largestByteCount: Int?
  public var attachments: AttachmentChoice
  /// Only says what is held here, without any lines.
  public var isReceipt: Bool

  public init(
    _ receivers: Receivers, largestByteCount: Int? = nil, attachments: AttachmentChoice = .all,
    isReceipt: Bool = false
  ) {
    self.receivers = receivers
    self.largestByteCount = largestByteCount
    self.attachments = attachments
    self.isReceipt = isReceipt
  }
}
