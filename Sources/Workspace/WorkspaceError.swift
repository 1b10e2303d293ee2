import CanonicalJSON
import EventLog
import Identity
import Platform
import Vocabulary
import Words

/// Why a use case was refused. Nothing was written then, unless the case says otherwise.
public enum WorkspaceError: Error, Sendable {
  case notFound(from: String)
  case alreadyThere(path: String)
  case damagedSettings(path: String, offset: Int)
  case newerSettings(path: String, format: Int64)
  /// Another process is writing.
  case busy(path: String)
  /// This folder has no key of the log it should write.
  case noKey(log: LogID)
  case unknownRegion(String, nearest: [String])
  case unknownKind(String, nearest: [String])
  /// A kind that only the program itself writes.
  case reservedKind(String)
  /// A kind whose facts stay on this disk unless they are asked for by name.
  case privateKind(String)
  case invalidInvite(path: String)
  case invalidLogID(String)
  case payload(kind: String, [Phrase])
  case slotTaken(kind: String, slot: JSONObject, known: Reference, payload: JSONObject)
  case noSuchReference(String)
  case ambiguousReference(String, [Reference])
  /// The fact was replaced, by a line that is named where one is known.
  case notLive(Reference, by: Reference?)
  /// The fact's payload is behind a passphrase.
  case factIsLocked(Reference)
  /// A line that the format does not let anyone replace or retract.
  case structural(Reference, kind: String)
  /// The fact is in no conflict.
  case noConflict(Reference)
  /// Both facts are in the same conflict.
  case sameConflict(Reference, Reference)
  case notAMember(LogID)
  case alreadyMember(LogID)
  case mayNotAdmit(LogID)
  case mayNotRevoke(LogID)
  case audienceTooWide(wanted: Audience, of: Reference)
  case notAnImport(Reference)
}
