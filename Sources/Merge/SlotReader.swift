import CanonicalJSON
import EventLog
import Vocabulary

/// Finds the values of a fact's slot in the bytes of its payload.
public struct SlotReader: Sendable {
  /// For each kind of the table its slot fields, as bytes; nil for a kind without a slot.
  private let slots: [[[UInt8]]?]

  init(_ table: LineTable, _ vocabulary: Vocabulary) {
    slots = table.kindNames.map { name in vocabulary.kind(named: name)?.slot?.map { Array($0.utf8) } }
  }

  /// The canonical bytes of the slot's values in order of its fields, each followed by a zero byte, absent ones empty.
  /// Nil where the kind has no slot, or none of its fields is there.
  func key(of row: Int, _ table: LineTable) -> [UInt8]? { key(of: row, table.payload(row), table) }

  /// - Parameter payload: The row's.
  func key(of row: Int, _ payload: UnsafeBufferPointer<UInt8>, _ table: LineTable) -> [UInt8]? {
    guard let kind = table.kind(row), let fields = slots[kind] else { return nil }
    return Self.key(in: payload, fields: fields)
  }

  /// The same of any payload.
  ///
  /// - Parameters:
  ///   - payload: Canonical bytes; nil is returned for others.
  ///   - fields: The names of the slot's fields.
  public static func key(in payload: UnsafeBufferPointer<UInt8>, fields: [[UInt8]]) -> [UInt8]? {
    var key: [UInt8] = []
    let isThere = withValues(of: fields, in: payload) { range in
      if let range { key.append(contentsOf: payload.part(range)) }
      key.append(0)
    }
    return isThere ? key : nil
  }

  /// A hash of the same; `noHash` in the same cases.
  ///
  /// - Complexity: O(*n*) in the payload's bytes, without allocation for a slot of up to eight fields.
  func hash(of row: Int, _ table: LineTable) -> UInt32 {
    guard let kind = table.kind(row), let fields = slots[kind] else { return Self.noHash }
    return Self.hash(of: table.payload(row), kind: table.kindNames[kind], fields: fields)
  }

  /// The hash of any payload of a kind with that slot.
  public static func hash(of payload: UnsafeBufferPointer<UInt8>, kind: String, fields: [[UInt8]]) -> UInt32 {
    var hash = seed(ofKind: kind)
    let isThere = withValues(of: fields, in: payload) { range in
      hash = ValueHash.joined(hash, range.map { Self.hash(ofValue: payload.part($0)) } ?? absentHash)
    }
    return isThere ? finished(hash) : noHash
  }

  // MARK: The hash, for those who read payloads another way

  /// Stands for a fact that was not looked at.
  public static let unknownHash: UInt32 = 0
  /// Of a fact that is about nothing that it could share.
  public static let noHash: UInt32 = 1
  /// Of a field that is not there.
  public static let absentHash: UInt32 = 0

  /// What the hash of a slot starts with.
  public static func seed(ofKind kind: String) -> UInt32 {
    var kind = kind
    return kind.withUTF8 { ValueHash.hash($0) }
  }

  /// The hash of a value by its canonical bytes: of a string, of what stands between its quotes.
  public static func hash(ofValue bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "\"") else { return valueHash(ValueHash.hash(bytes)) }
    return valueHash(ValueHash.hash(bytes.part(1..<bytes.count - 1)))
  }

  /// The hash of a value, from that of its bytes: never that of an absent one.
  @inlinable
  @inline(__always)
  public static func valueHash(_ hash: UInt32) -> UInt32 { max(hash, 1) }

  /// What is never one of the hashes that stand for something.
  @inlinable
  @inline(__always)
  public static func finished(_ hash: UInt32) -> UInt32 { max(hash, 2) }

  /// Calls `body` with the place of each slot value in the payload, nil for an absent one, in order of the fields.
  ///
  /// - Returns: False, without a call, where none of the fields is there; true for a slot without fields.
  private static func withValues(
    of fields: [[UInt8]], in payload: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>?) -> Void
  ) -> Bool {
    if fields.isEmpty { return true }
    return withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: fields.count) { values in
      values.initialize(repeating: 0..<0)
      guard find(fields, in: payload, values) else { return false }
      for value in values { body(value.isEmpty ? nil : value) }
      return true
    }
  }

  /// Finds the values of the fields in a payload; false where none is there.
  private static func find(
    _ fields: [[UInt8]], in payload: UnsafeBufferPointer<UInt8>, _ values: UnsafeMutableBufferPointer<Range<Int>>
  ) -> Bool {
    var scanner = JSONScanner(payload, rules: .line)
    var found = 0
    do throws(JSONError) {
      try scanner.expect(UInt8(ascii: "{"))
      if scanner.take(UInt8(ascii: "}")) { return false }
      repeat {
        let name = try scanner.scanString()
        try scanner.expect(UInt8(ascii: ":"))
        let start = scanner.position
        try scanner.skipValue(depth: 2)
        for (index, field) in fields.enumerated() where isEqual(field, payload, name.range) {
          values[index] = start..<scanner.position
          found += 1
        }
      } while found < fields.count && scanner.take(UInt8(ascii: ","))
    } catch {
      return false
    }
    return found > 0
  }

  private static func isEqual(_ field: [UInt8], _ payload: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard field.count == range.count else { return false }
    for index in 0..<field.count where field[index] != payload[range.lowerBound + index] { return false }
    return true
  }
}
