import CanonicalJSON
import Identity
import Platform

/// What one run of sync did with a shared folder.
public struct FolderReport: Sendable {
  /// A file that was not used.
  public struct Skipped: Sendable {
    public enum Reason: Sendable {
      /// It is still arriving, or was damaged on the way; it is tried again each time.
      case notWhole
      /// It is encrypted, and not to any key of this instance.
      case notForUs
      /// It can be no bundle for its size.
      case tooLarge
      /// It is called a bundle and is none.
      case notABundle
      /// It cannot be read.
      case unreadable(FileError)
      /// It is whole, and wrong or of no use here.
      case refused(any Error)
    }

    public let path: String
    public let reason: Reason
    /// By this machine's clock, when it was first seen as it is; nil where that is a short time ago.
    public let since: Int64?
  }

  /// The file that was written.
  public struct Written: Sendable {
    public let path: String
    public let lineCount: Int
    public let byteCount: Int
    /// The members who can read it; nil when everyone can.
    public let receiverCount: Int?
  }

  /// A file that holds a payload that was erased, and that this instance may not replace.
  public struct Remains: Sendable, Equatable {
    public let path: String
    public let writer: LogID
    /// Whether nobody will replace it: its writer is no member any more, or never was, or someone else put it there.
    public let isOfGone: Bool
  }

  /// What became of each file that was new, and of those that were released by it.
  public internal(set) var applied: [Exchange.Applied] = []
  public internal(set) var released: [Exchange.Applied] = []
  public internal(set) var written: [Written] = []
  public internal(set) var removed: [String] = []
  public internal(set) var skipped: [Skipped] = []
  public internal(set) var remains: [Remains] = []
  /// Why nothing could be written or removed in the folder; what was applied stands.
  public internal(set) var notWritable: FileError?
  /// Set when nothing was written because no key of any other member is known yet.
  public internal(set) var hasNoReceiver = false
  /// Set when the folder was empty.
  public internal(set) var isEmptyFolder = false
  /// Bundles in the folder, each content once.
  public internal(set) var bundleCount = 0
  /// Links, which are not followed.
  public internal(set) var linkCount = 0
  /// Set when there were more files than one run looks at.
  public internal(set) var isCutShort = false

  /// Whether anything happened that a person did not know of.
  public var isEventful: Bool {
    !applied.isEmpty || !released.isEmpty || !written.isEmpty || !removed.isEmpty
  }

  /// Whether something was set aside, is wrong, or waits for longer than it takes to arrive.
  public var isAside: Bool {
    applied.contains { $0.isAside || $0.isFromRevoked || $0.isLeftWhereItIs }
      || skipped.contains { skipped in
        switch skipped.reason {
        case .refused, .unreadable, .tooLarge, .notABundle: true
        case .notWhole: skipped.since != nil
        case .notForUs: false
        }
      }
  }
}

extension FolderReport.Remains {
  public var json: JSONValue {
    ["path": .string(path), "writer": .string(writer.text), "gone": .bool(isOfGone)]
  }

  init?(_ value: JSONValue) {
    guard let path = value["path"]?.stringValue, let writer = value["writer"]?.stringValue.flatMap({ LogID($0) }),
      let isOfGone = value["gone"]?.boolValue
    else { return nil }
    self.init(path: path, writer: writer, isOfGone: isOfGone)
  }
}
