/// The lines at the start of a file, one after another.
struct AgeLines {
  private let bytes: ArraySlice<UInt8>
  /// Where the next line begins.
  private(set) var position: Int
  /// How many lines were read: the number of the last one, counted from 1.
  private(set) var count = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next line, without its line feed.
  ///
  /// - Throws: `AgeError.incompleteHeader` when no line feed follows.
  mutating func next() throws(AgeError) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: 0x0A) else { throw .incompleteHeader }
    defer { position = end + 1 }
    count += 1
    return bytes[position..<end]
  }
}
