/// Texts, each kept once and known by a small number: its code, counted from 0 in order of first appearance.
///
/// The bytes of all texts lie behind each other in one array; an open-addressed table of codes finds them again.
public struct StringTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`; it starts where the one before it ends.
  private var ends: [Int] = []
  /// A code + 1, or 0 for a free place; its size is a power of two.
  private var places: [UInt32]
  private var hashes: [UInt32] = []

  public init() {
    places = [UInt32](repeating: 0, count: 1024)
  }

  public var count: Int { ends.count }

  /// The text of a code that this table gave out; empty for any other number.
  public func string(_ code: Int32) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  /// The UTF-8 of a code's text; empty for a number that this table did not give out.
  public func bytes(of code: Int32) -> ArraySlice<UInt8> {
    let index = Int(code)
    guard ends.indices.contains(index) else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The code of a text; nil when it was never added.
  public func code(of text: String) -> Int32? {
    var text = text
    return text.withUTF8 { find($0, hash: Self.hash($0)).code }
  }

  /// The code of a text, new or known.
  public mutating func add(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { add($0) }
  }

  /// The code of a text, new or known.
  ///
  /// - Parameter text: Valid UTF-8; other bytes come back repaired from `string(_:)`.
  /// - Complexity: O(length), without allocation when the text is known.
  public mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(text)
    let found = find(text, hash: hash)
    if let code = found.code { return code }
    let code = Int32(truncatingIfNeeded: ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    places[found.place] = UInt32(ends.count)
    if ends.count * 2 > places.count { grow() }
    return code
  }

  private func find(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> (code: Int32?, place: Int) {
    let mask = places.count - 1
    var place = Int(hash) & mask
    while places[place] != 0 {
      let index = Int(places[place]) - 1
      if hashes[index] == hash, isSame(index, text) { return (Int32(truncatingIfNeeded: index), place) }
      place = (place + 1) & mask
    }
    return (nil, place)
  }

  private func isSame(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == text.count else { return false }
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return false }
    return true
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [UInt32](repeating: 0, count: mask + 1)
    for index in hashes.indices {
      var place = Int(hashes[index]) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(index + 1)
    }
  }

  /// FNV-1a, with its bits mixed once more (the finalizer of MurmurHash3), so that the low ones are good.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return UInt32(truncatingIfNeeded: hash ^ hash >> 33)
  }
}
