import CanonicalJSON
import Merge
import Vocabulary

/// A payload in the form in which facts are compared: canonical bytes without `toelichting`, and its slot.
struct ComparablePayload {
  let kind: String
  let bytes: [UInt8]
  /// The slot's values as `SlotReader` gives them; nil where the kind has no slot, or the payload leaves it empty.
  let slot: [UInt8]?
  /// A hash of the slot, or of the whole where there is none. Differs from run to run.
  let key: UInt64

  /// - Parameter slotFields: The names of the kind's slot fields; nil where it has none.
  init(_ payload: JSONObject, kind: String, slotFields: [[UInt8]]?) {
    self.kind = kind
    let bytes = payload.comparableBytes
    let slot = slotFields.flatMap { fields in
      bytes.withUnsafeBufferPointer { SlotReader.key(in: $0, fields: fields) }
    }
    self.bytes = bytes
    self.slot = slot
    key = Self.key(of: slot ?? bytes)
  }

  /// Reads a payload as it stands in a log.
  init(canonical: UnsafeBufferPointer<UInt8>, kind: String, slotFields: [[UInt8]]?) {
    self.kind = kind
    bytes = Self.comparable(canonical)
    slot = slotFields.flatMap { SlotReader.key(in: canonical, fields: $0) }
    key = Self.key(of: slot ?? bytes)
  }

  private static func key(of bytes: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private static let note = Array("\"toelichting\":".utf8)

  /// The canonical bytes without the note, if there is one.
  static func comparable(_ canonical: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard mayHoldNote(canonical), let object = (try? JSONValue(parsing: canonical, rules: .line))?.objectValue else {
      return Array(canonical)
    }
    return object.comparableBytes
  }

  private static func mayHoldNote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > note.count else { return false }
    for start in 0...bytes.count - note.count where bytes[start] == note[0] && bytes[start + 1] == note[1] {
      if bytes[start..<start + note.count].elementsEqual(note) { return true }
    }
    return false
  }
}
