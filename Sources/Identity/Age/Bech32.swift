/// Text for keys, with a check against typing errors (BIP 173, without its limit on length).
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let checkCount = 6

  /// The text in lower case: the prefix, `1`, the data and the check.
  static func text(_ bytes: [UInt8], prefix: String) -> String {
    let values = regrouped(bytes, from: 8, to: 5, isPadded: true) ?? []
    let sum = checksum(expanded(prefix) + values + [UInt8](repeating: 0, count: checkCount)) ^ 1
    let check = (0..<checkCount).map { UInt8(sum >> (5 * UInt32(checkCount - 1 - $0)) & 31) }
    return prefix + "1" + String(decoding: (values + check).map { alphabet[Int($0)] }, as: UTF8.self)
  }

  /// The bytes of text in lower case; nil for another prefix, another character or a wrong check.
  static func bytes(_ text: String, prefix: String) -> [UInt8]? {
    guard text.hasPrefix(prefix + "1") else { return nil }
    var values: [UInt8] = []
    for character in text.utf8.dropFirst(prefix.utf8.count + 1) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      values.append(UInt8(value))
    }
    guard values.count >= checkCount, checksum(expanded(prefix) + values) == 1 else { return nil }
    return regrouped(values.dropLast(checkCount), from: 5, to: 8, isPadded: false)
  }

  private static func expanded(_ prefix: String) -> [UInt8] {
    prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
  }

  private static func checksum(_ values: [UInt8]) -> UInt32 {
    let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1FF_FFFF) << 5 ^ UInt32(value)
      for bit in 0..<5 where top >> UInt32(bit) & 1 == 1 { sum ^= generator[bit] }
    }
    return sum
  }

  /// The same bits in groups of another size; nil when the bits that are left over are not zero, or too many.
  private static func regrouped(_ values: some Sequence<UInt8>, from: Int, to: Int, isPadded: Bool) -> [UInt8]? {
    var groups: [UInt8] = []
    var buffer: UInt32 = 0
    var bitCount = 0
    for value in values {
      buffer = (buffer << UInt32(from) | UInt32(value)) & 0xFFFF
      bitCount += from
      while bitCount >= to {
        bitCount -= to
        groups.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bitCount) & (1 << UInt32(to) - 1)))
      }
    }
    let rest = buffer & (1 << UInt32(bitCount) - 1)
    guard isPadded else { return bitCount < from && rest == 0 ? groups : nil }
    if bitCount > 0 { groups.append(UInt8(truncatingIfNeeded: rest << UInt32(to - bitCount))) }
    return groups
  }
}
