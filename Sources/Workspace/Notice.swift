import EventLog
import Identity
import Platform
import Vocabulary

/// What a person should know beside the outcome of what was asked.
public enum Notice: Sendable {
  /// New logs were begun, and the facts go there from now on.
  case begunAnew([Succession])
  /// Where the logs end could not be put down outside the folder, so a copy of the folder may go unnoticed.
  case stateNotKept(FileError)
  /// A fact went to the private log while what stands there is locked.
  case privateIsLocked
  /// Erasures that others decided were carried out.
  case carriedOut(CarriedOut)
}

/// One log that goes on from another of the same writer.
public struct Succession: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Nothing is remembered of the log here: the folder was copied to this machine, or the power went.
    case unknownHere
    /// The folder ends before what is remembered: it was put back from a backup, or is a copy that was left behind.
    case behind
    /// The folder ends after what is remembered: it was continued elsewhere and came back, or the power went.
    case ahead
    /// The folder ends at the same number with another line.
    case otherEnd
    /// Lines of the log that were written elsewhere have arrived.
    case forked
    /// The end of the log is damaged.
    case damaged
    /// The log is not in the folder.
    case gone
    /// The power went while the new log was begun.
    case interrupted

    /// Whether it tells of the folder as a whole, and so of all its logs.
    var isOfFolder: Bool {
      switch self {
      case .unknownHere, .behind, .ahead, .otherEnd, .interrupted: true
      case .forked, .damaged, .gone: false
      }
    }
  }

  public let audience: Audience
  public let old: LogID
  public let new: LogID
  public let reason: Reason
  /// Whether the old log says that the new one is the same writer's; where not, someone has to admit it.
  public let isVouched: Bool
}
