import CanonicalJSON
import CivilTime
import Cryptography
import EventLog
import Merge
import Query
import Vocabulary

/// Exports that were made, as facts of kind `export`.
public struct ReleaseRecord: Sendable {
  /// In the state that was asked.
  public let row: Int
  public let reference: Reference
  /// The writer's clock, in milliseconds since 1970.
  public let at: Int64
  public let table: String
  public let level: String
  public let recipient: String?
  public let hash: String?
  public let rowCount: Int?
  public let suppressedCount: Int?
  let payload: JSONObject

  /// All that are live, the oldest first.
  public static func all(in state: MergedState) -> [ReleaseRecord] {
    let rows = state.table.rows(ofKind: "export").filter { state.isLive[$0] }
    return rows.compactMap { ReleaseRecord($0, in: state) }.sorted { ($0.at, $0.row) < ($1.at, $1.row) }
  }

  private init?(_ row: Int, in state: MergedState) {
    guard let payload = state.table.payloadObject(row), let table = payload["tabel"]?.stringValue,
      let level = payload["niveau"]?.stringValue
    else { return nil }
    func count(_ field: String) -> Int? { payload[field]?.integerValue.flatMap { Int(exactly: $0) } }
    self.row = row
    self.payload = payload
    self.table = table
    self.level = level
    reference = state.table.reference(row)
    at = state.table.time(row)
    recipient = payload["ontvanger"]?.stringValue
    hash = payload["hash"]?.stringValue
    rowCount = count("rijen")
    suppressedCount = count("onderdrukt")
  }

  /// What the gate compares a new export with; nil for one of persons.
  public var earlier: EarlierRelease? {
    ReleaseLevel(rawValue: level).flatMap { _ in EarlierRelease(payload, reference: reference.text) }
  }
}

extension Recording {
  /// Records that figures leave, before they do: an export that fails then is one too many, never one too few.
  ///
  /// - Parameter bytes: Those of the file.
  /// - Throws: The errors of `record`; where the cells make the line too long, `LogError.lineTooLong`.
  public func recordRelease(_ release: Release, _ bytes: [UInt8], recipient: String?) throws -> Reference {
    var payload = JSONObject()
    payload["tabel"] = .string(release.question)
    payload["niveau"] = .string(release.policy.level.rawValue)
    payload["hash"] = .string(SHA256.hash(bytes).hexadecimal)
    payload["ontvanger"] = recipient.map { .string($0) }
    payload["rijen"] = .integer(Int64(release.rows.count))
    payload["minimum"] = .integer(Int64(release.policy.rule.minimum))
    payload["onderdrukt"] = .integer(Int64(release.suppressedCounts.values.reduce(0, +)))
    payload["cellen"] = release.recordedCells
    payload["definities"] = release.recordedDefinitions
    return try record("export", payload).reference
  }
}
