import CanonicalJSON
import Platform

/// Texts, each kept once and known by a small number: its code, counted from 0 in order of first appearance.
///
/// The bytes of all texts lie behind each other; an open-addressed table of codes finds them again.
public final class StringTable: @unchecked Sendable {
  // Unchecked: whoever adds texts is the only one with a reference; what is handed on is only read.
  @exclusivity(unchecked) private var bytes: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var byteCount = 0
  @exclusivity(unchecked) private var byteCapacity: Int
  /// Where each text starts; one more entry says where the last one ends.
  @exclusivity(unchecked) private var starts: UnsafeMutablePointer<Int>
  @exclusivity(unchecked) private var hashes: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var capacity: Int
  /// A code + 1 in the low half and the hash of its text in the high one, or 0 for a free place.
  @exclusivity(unchecked) private var places: UnsafeMutablePointer<UInt64>
  /// One less than the number of places, which is a power of two.
  @exclusivity(unchecked) private var mask: Int
  @exclusivity(unchecked) public private(set) var count = 0
  /// Which of them stand in memory of their own; the others in that of `owner`, which goes with its last reference.
  @exclusivity(unchecked) private var isOwn = (bytes: true, texts: true, places: true)
  private var owner: AnyObject?

  public init() {
    byteCapacity = 4096
    capacity = 256
    mask = 1023
    bytes = .allocate(capacity: byteCapacity)
    starts = .allocate(capacity: capacity + 1)
    hashes = .allocate(capacity: capacity)
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: 0, count: mask + 1)
    starts[0] = 0
  }

  deinit { free() }

  private func free() {
    if isOwn.bytes { bytes.deallocate() }
    if isOwn.texts {
      starts.deallocate()
      hashes.deallocate()
    }
    if isOwn.places { places.deallocate() }
  }

  /// Gives the memory of the texts back; no code means anything then.
  func removeAll() {
    free()
    isOwn = (true, true, true)
    (count, byteCount, byteCapacity, capacity, mask) = (0, 0, 1, 1, 1)
    bytes = .allocate(capacity: 1)
    starts = .allocate(capacity: 2)
    hashes = .allocate(capacity: 1)
    places = .allocate(capacity: 2)
    places.initialize(repeating: 0, count: 2)
    starts[0] = 0
  }

  /// Texts as `content` gave them, in memory that holds them already; nil where they are not such.
  ///
  /// - Parameters:
  ///   - room: For how many texts there is memory, and for how many bytes.
  ///   - owner: Keeps the memory, which nobody else changes.
  init?(
    in content: Content, room: (texts: Int, bytes: Int), owner: AnyObject
  ) {
    let placeCount = content.places.count
    guard content.hashes.count <= room.texts, content.starts.count == content.hashes.count + 1,
      placeCount & (placeCount - 1) == 0, placeCount > content.hashes.count * 2, content.bytes.count <= room.bytes,
      let bytes = content.bytes.baseAddress, let starts = content.starts.baseAddress,
      let hashes = content.hashes.baseAddress, let places = content.places.baseAddress
    else { return nil }
    var last = 0
    for start in content.starts {
      guard start >= last, start <= content.bytes.count else { return nil }
      last = start
    }
    (self.bytes, self.starts, self.hashes, self.places) = (bytes, starts, hashes, places)
    (byteCount, byteCapacity) = (last, room.bytes)
    (count, capacity) = (content.hashes.count, room.texts)
    mask = placeCount - 1
    isOwn = (false, false, false)
    self.owner = owner
  }

  /// The memory of a table.
  struct Content {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    let starts: UnsafeMutableBufferPointer<Int>
    let hashes: UnsafeMutableBufferPointer<UInt32>
    let places: UnsafeMutableBufferPointer<UInt64>
  }

  /// To be read only, and valid as long as the table is and nothing is added.
  var content: Content {
    Content(
      bytes: UnsafeMutableBufferPointer(start: bytes, count: byteCount),
      starts: UnsafeMutableBufferPointer(start: starts, count: count + 1),
      hashes: UnsafeMutableBufferPointer(start: hashes, count: count),
      places: UnsafeMutableBufferPointer(start: places, count: mask + 1))
  }

  /// Another table with the same texts under the same codes.
  func copy() -> StringTable {
    let other = StringTable()
    for code in 0..<count { _ = other.add(text(code), hash: hashes[code]) }
    return other
  }

  /// The text of a code that this table gave out; empty for any other number.
  public func string(_ code: Int32) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  /// The UTF-8 of a code's text, valid as long as the table is; empty for a number that it did not give out.
  public func bytes(of code: Int32) -> UnsafeBufferPointer<UInt8> {
    let index = Int(code)
    return index >= 0 && index < count ? text(index) : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The code of a text; nil when it was never added.
  public func code(of text: String) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      let found = find(bytes, hash: ValueHash.hash(bytes))
      return found.code < 0 ? nil : found.code
    }
  }

  /// The code of a text, new or known.
  func add(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { add($0, hash: ValueHash.hash($0)) }
  }

  /// The code of a text, new or known.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8; other bytes come back repaired from `string(_:)`.
  ///   - hash: As `ValueHash.hash` gives it.
  func add(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
    let found = find(text, hash: hash)
    if found.code >= 0 { return found.code }
    if byteCount + text.count > byteCapacity { growBytes(for: text.count) }
    if count == capacity { growTexts(to: capacity * 2) }
    if let start = text.baseAddress { (bytes + byteCount).update(from: start, count: text.count) }
    byteCount += text.count
    hashes[count] = hash
    count += 1
    starts[count] = byteCount
    places[found.place] = UInt64(hash) << 32 | UInt64(count)
    if count * 2 > mask { growPlaces(to: mask * 2 + 1) }
    return Int32(truncatingIfNeeded: count - 1)
  }

  /// Makes room for so many texts.
  func expect(_ count: Int) {
    if count > capacity { growTexts(to: count) }
    var larger = mask
    while larger < count * 2 { larger = larger * 2 + 1 }
    if larger > mask { growPlaces(to: larger) }
  }

  /// The code of each text of another table, new or known here.
  func add(_ other: StringTable) -> [Int32] {
    // Each is looked for at a place that is far from the one before; the core has it there when its turn comes.
    let ahead = 12
    return (0..<other.count).map { code in
      if code + ahead < other.count { Memory.prefetch(places + (Int(other.hashes[code + ahead]) & mask)) }
      return add(other.text(code), hash: other.hashes[code])
    }
  }

  @inline(__always)
  private func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + starts[index], count: starts[index + 1] - starts[index])
  }

  /// The code, or −1 and where it would have its place.
  @inline(__always)
  private func find(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> (code: Int32, place: Int) {
    var place = Int(hash) & mask
    while case let entry = places[place], entry != 0 {
      if entry >> 32 == UInt64(hash) {
        let index = Int(entry & 0xFFFF_FFFF) - 1
        if index < count, isSame(self.text(index), text) { return (Int32(truncatingIfNeeded: index), place) }
      }
      place = (place + 1) & mask
    }
    return (-1, place)
  }

  @inline(__always)
  private func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = left.count
    guard count == right.count, let left = left.baseAddress, let right = right.baseAddress else {
      return count == right.count
    }
    return UnsafeRawPointer(left).isSame(as: UnsafeRawPointer(right), count: count)
  }

  private func growBytes(for more: Int) {
    let larger = max(byteCapacity * 2, byteCount + more)
    bytes = bytes.moved(byteCount, to: larger, isFreed: isOwn.bytes)
    isOwn.bytes = true
    byteCapacity = larger
  }

  private func growTexts(to larger: Int) {
    starts = starts.moved(count + 1, to: larger + 1, isFreed: isOwn.texts)
    hashes = hashes.moved(count, to: larger, isFreed: isOwn.texts)
    isOwn.texts = true
    capacity = larger
  }

  private func growPlaces(to larger: Int) {
    if isOwn.places { places.deallocate() }
    isOwn.places = true
    mask = larger
    places = .allocate(capacity: mask + 1)
    places.initialize(repeating: 0, count: mask + 1)
    for index in 0..<count {
      var place = Int(hashes[index]) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt64(hashes[index]) << 32 | UInt64(index + 1)
    }
  }
}
