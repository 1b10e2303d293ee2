import Bundle
import Cryptography
import EventLog
import Merge
import Platform
import Vocabulary

/// An attachment as a fact names it.
public struct NamedAttachment: Sendable, Hashable {
  public let sha256: Digest
  /// As the fact says; the file itself is checked by its hash.
  public let byteCount: Int
  /// Of the fact, in the state that was asked.
  public let row: Int

  /// Reads what a line names; nil where it is of another kind, without payload, or names nothing that can be read.
  public init?(_ row: Int, in table: LineTable) {
    guard table.kindName(row) == Kind.bijlageName, let payload = table.payloadObject(row) else { return nil }
    guard let sha256 = payload["sha256"]?.stringValue.flatMap(Digest.init(hexadecimal:)) else { return nil }
    self.sha256 = sha256
    byteCount = Int(clamping: max(0, payload["bytes"]?.integerValue ?? 0))
    self.row = row
  }

  /// The attachments that live facts name, in order of their lines; the same one as often as it is named.
  public static func live(in state: MergedState) -> [NamedAttachment] {
    state.table.rows(ofKind: Kind.bijlageName).filter { state.isLive[$0] }
      .compactMap { NamedAttachment($0, in: state.table) }
  }

  /// The attachments that any line with a payload names, live or not, counted or not.
  ///
  /// - Parameter rows: Lines that are passed over.
  static func all(in table: LineTable, except rows: Set<Int> = []) -> Set<Digest> {
    Set(
      table.rows(ofKind: Kind.bijlageName).filter { !rows.contains($0) }
        .compactMap { NamedAttachment($0, in: table)?.sha256 })
  }
}

extension Attachments {
  /// The attachments that live facts name and that are not here, or are not of the size that the fact says; sorted.
  public func wanted(in state: MergedState) throws(FileError) -> [Digest] {
    let named = NamedAttachment.live(in: state)
    if named.isEmpty { return [] }
    let held = try held()
    return Set(named.filter { held[$0.sha256] != $0.byteCount }.map(\.sha256)).sorted()
  }

  /// Attachments that are here and that no line names: of a record that was interrupted.
  func unnamed(in table: LineTable) throws(FileError) -> [Digest] {
    let named = NamedAttachment.all(in: table)
    return try held().keys.filter { !named.contains($0) }.sorted()
  }
}
