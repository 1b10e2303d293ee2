/// The 512 bytes before an entry: ustar (POSIX.1-2017, pax, "ustar Interchange Format"), every field but three fixed.
///
///     at    bytes  field     here
///       0    100   name      the name, zero bytes after it
///     100      8   mode      "0000644\0"
///     108     16   uid, gid  "0000000\0" each
///     124     12   size      eleven octal digits, "\0"
///     136     12   mtime     "00000000000\0"
///     148      8   chksum    six octal digits, "\0 ": the sum of all bytes, these eight taken as spaces
///     156      1   typeflag  "0", a regular file
///     157    100   linkname  zero bytes
///     257      8   magic     "ustar\0", version "00"
///     265     64   uname, gname  zero bytes
///     329     16   devmajor, devminor  "0000000\0" each
///     345    167   prefix and the rest  zero bytes
///
/// So a name and a size have one header, and a reader compares instead of interpreting.
enum TarHeader {
  static let byteCount = 512
  static let nameRange = 0..<100
  static let sizeRange = 124..<136
  static let checksumRange = 148..<156
  static let typeOffset = 156
  static let magicRange = 257..<265
  static let magic = Array("ustar\u{0}00".utf8)
  static let regularFile = UInt8(ascii: "0")
  /// The most that eleven octal digits hold.
  static let largestSize = (1 << 33) - 1

  /// The header of a regular file.
  ///
  /// - Precondition: `name` has at most 100 bytes and `size` lies within 0 to `largestSize`.
  static func bytes(name: some Collection<UInt8>, size: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: byteCount)
    func put(_ text: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in text.enumerated() { header[offset + index] = byte }
    }
    put(name, at: nameRange.lowerBound)
    put("0000644\u{0}0000000\u{0}0000000\u{0}".utf8, at: 100)
    put(octal(size, digits: 11), at: sizeRange.lowerBound)
    put("00000000000".utf8, at: 136)
    header[typeOffset] = regularFile
    put(magic, at: magicRange.lowerBound)
    put("0000000\u{0}0000000".utf8, at: 329)
    put(checksumField(of: header[...]), at: checksumRange.lowerBound)
    return header
  }

  /// The eight bytes of the checksum field that belong to `header`, whatever stands in that field now.
  static func checksumField(of header: ArraySlice<UInt8>) -> [UInt8] {
    let start = header.startIndex
    let all = header.reduce(0) { $0 + Int($1) }
    let field = header[start + checksumRange.lowerBound..<start + checksumRange.upperBound]
    let sum = all - field.reduce(0) { $0 + Int($1) } + field.count * Int(UInt8(ascii: " "))
    return octal(sum, digits: 6) + [0, UInt8(ascii: " ")]
  }

  /// The size that eleven octal digits and a zero byte say, or nil.
  static func size(in field: ArraySlice<UInt8>) -> Int? {
    guard field.count == sizeRange.count, field.last == 0 else { return nil }
    var size = 0
    for byte in field.dropLast() {
      guard case let digit = byte &- UInt8(ascii: "0"), digit < 8 else { return nil }
      size = size << 3 | Int(digit)
    }
    return size
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    (0..<digits).reversed().map { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number >> (3 * $0) & 7) }
  }
}
