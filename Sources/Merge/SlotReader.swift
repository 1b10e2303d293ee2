import CanonicalJSON
import EventLog
import Vocabulary

/// Finds the values of a fact's slot in the bytes of its payload.
public struct SlotReader {
  /// For each kind of the table its slot fields, as bytes; nil for a kind without a slot.
  private let slots: [[[UInt8]]?]

  init(_ table: LineTable, _ vocabulary: Vocabulary) {
    slots = table.kindNames.map { name in vocabulary.kind(named: name)?.slot?.map { Array($0.utf8) } }
  }

  /// The canonical bytes of the slot's values in order of its fields, each followed by a zero byte, absent ones empty.
  /// Nil where the kind has no slot, or none of its fields is there.
  func key(of row: Int, _ table: LineTable) -> [UInt8]? {
    guard let kind = table.kind(row), let fields = slots[kind] else { return nil }
    return Self.key(in: table.payload(row), fields: fields)
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

  /// A hash of the same; nil in the same cases.
  ///
  /// - Complexity: O(*n*) in the payload's bytes, without allocation for a slot of up to eight fields.
  func hash(of row: Int, _ table: LineTable) -> UInt64? {
    guard let kind = table.kind(row), let fields = slots[kind] else { return nil }
    let payload = table.payload(row)
    var hash = UInt64(kind) &* 0x9E37_79B9_7F4A_7C15 ^ 0xA076_1D64_78BD_642F
    let isThere = Self.withValues(of: fields, in: payload) { range in
      for index in range ?? 0..<0 { hash = (hash ^ UInt64(payload[index])) &* 0x0000_0100_0000_01B3 }
      hash = (hash ^ 0x100) &* 0x0000_0100_0000_01B3
    }
    // The product's high bits are the better mixed ones, and tables look at the low ones.
    return isThere ? hash ^ (hash >> 32) : nil
  }

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
