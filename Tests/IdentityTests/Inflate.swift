/// Unpacks zlib (RFC 1950, RFC 1951) that is known to be whole: published vectors come packed so.
///
/// After Mark Adler's puff.c: slow, short and without tables. Bad input traps.
func inflated(zlib packed: [UInt8]) -> [UInt8] {
  var bits = BitReader(packed.dropFirst(2))
  var output: [UInt8] = []
  while true {
    let isLast = bits.take(1) == 1
    switch bits.take(2) {
    case 0:
      for byte in bits.storedBlock() { output.append(byte) }
    case 1:
      let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
      inflate(&bits, Huffman(lengths), Huffman([Int](repeating: 5, count: 30)), &output)
    default:
      let (symbols, distances) = bits.codes()
      inflate(&bits, symbols, distances, &output)
    }
    if isLast { return output }
  }
}

private func inflate(_ bits: inout BitReader, _ symbols: Huffman, _ distances: Huffman, _ output: inout [UInt8]) {
  let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  while true {
    let symbol = bits.symbol(symbols)
    if symbol < 256 {
      output.append(UInt8(symbol))
    } else if symbol == 256 {
      return
    } else {
      let index = symbol - 257
      let length = lengthBase[index] + bits.take(index < 8 || index == 28 ? 0 : (index - 4) / 4)
      let distanceIndex = bits.symbol(distances)
      let distance = distanceBase[distanceIndex] + bits.take(distanceIndex < 2 ? 0 : (distanceIndex - 2) / 2)
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}

/// A canonical code: how many symbols have each length, and the symbols in the order of their codes.
private struct Huffman {
  var counts = [Int](repeating: 0, count: 16)
  var symbols: [Int] = []

  init(_ lengths: some Collection<Int>) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1..<16 {
      for (symbol, its) in lengths.enumerated() where its == length { symbols.append(symbol) }
    }
  }
}

private struct BitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  mutating func take(_ count: Int) -> Int {
    var value = 0
    for shift in 0..<count {
      value |= Int(bytes[position / 8] >> (position % 8) & 1) << shift
      position += 1
    }
    return value
  }

  mutating func storedBlock() -> ArraySlice<UInt8> {
    position = (position + 7) / 8 * 8
    let count = take(16)
    let start = position / 8 + 2
    position = (start + count) * 8
    return bytes[start..<start + count]
  }

  mutating func symbol(_ code: Huffman) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1..<16 {
      value |= take(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    fatalError("no such code")
  }

  /// The two codes of a block that brings its own.
  mutating func codes() -> (symbols: Huffman, distances: Huffman) {
    let (symbolCount, distanceCount, lengthCount) = (take(5) + 257, take(5) + 1, take(4) + 4)
    var lengthLengths = [Int](repeating: 0, count: 19)
    for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(lengthCount) {
      lengthLengths[place] = take(3)
    }
    let code = Huffman(lengthLengths)
    var lengths: [Int] = []
    while lengths.count < symbolCount + distanceCount {
      switch symbol(code) {
      case 16: lengths += [Int](repeating: lengths[lengths.count - 1], count: 3 + take(2))
      case 17: lengths += [Int](repeating: 0, count: 3 + take(3))
      case 18: lengths += [Int](repeating: 0, count: 11 + take(7))
      case let length: lengths.append(length)
      }
    }
    return (Huffman(lengths[..<symbolCount]), Huffman(Array(lengths[symbolCount...])))
  }
}
