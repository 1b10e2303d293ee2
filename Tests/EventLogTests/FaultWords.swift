import CanonicalJSON
import EventLog

extension JSONError {
  /// The word that SyncSpecs/line.md gives the fault.
  var word: String {
    switch reason {
    case .unexpectedEnd, .unexpectedByte, .invalidEscape, .controlCharacter, .trailingBytes: "not_json"
    case .notCanonical, .loneSurrogate: "not_canonical"
    case .invalidUTF8: "utf8"
    case .unsortedKey: "key_order"
    case .repeatedKey: "repeated_key"
    case .nestedTooDeep: "depth"
    case .numberOutOfRange: "number"
    }
  }
}

extension LineFault {
  /// The word that SyncSpecs gives the fault; `held` for what a newer version wrote.
  var word: String {
    if isNewer { return "held" }
    return switch self {
    case .notCanonical(let error): error.word
    case .member: "member"
    case .tooLong: "line_too_long"
    case .otherLog: "log"
    case .wrongSeq: "seq"
    case .chainMismatch: "chain"
    case .noHeader(.otherKey): "key"
    case .noHeader: "first_line"
    case .otherWorkspace: "workspace"
    case .falseCheckpoint: "checkpoint"
    case .newer: "held"
    }
  }
}
