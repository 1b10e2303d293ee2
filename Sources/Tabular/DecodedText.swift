/// The bytes of a text file as UTF-8, whatever they were.
///
/// A byte order mark decides between UTF-8 and the two forms of UTF-16 and is left out. Without one the bytes are
/// UTF-8; where that does not hold, each line that is not UTF-8 is read as Windows-1252, so that two exports of
/// different programs pasted together both come out right.
struct DecodedText: Sendable {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// Where the text begins in `bytes`: after the byte order mark.
  let start: Int
  let encoding: TextEncoding
  /// Whether half a character was found, as in a UTF-16 file that was cut; it became U+FFFD.
  let hasReplacements: Bool

  /// - Complexity: O(*n*); copies nothing when `input` is UTF-8.
  init(_ input: [UInt8]) {
    if input.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: input, low: 0, high: 1, encoding: .utf16LittleEndian)
    } else if input.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: input, low: 1, high: 0, encoding: .utf16BigEndian)
    } else {
      self.init(bytewise: input)
    }
  }

  private init(bytewise input: [UInt8]) {
    let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isUTF8 = (try? UTF8Span(validating: input.span)) != nil
    self.start = start
    bytes = isUTF8 ? input : Self.mendingLines(of: input)
    encoding = isUTF8 ? .utf8 : .windows1252
    hasReplacements = false
  }

  private init(utf16 input: [UInt8], low: Int, high: Int, encoding: TextEncoding) {
    var units: [UInt16] = []
    units.reserveCapacity(input.count / 2)
    var index = 2
    while index + 1 < input.count {
      units.append(UInt16(input[index + low]) | UInt16(input[index + high]) << 8)
      index += 2
    }
    var output: [UInt8] = []
    output.reserveCapacity(units.count)
    var hasReplacements = transcode(
      units.makeIterator(),
      from: UTF16.self,
      to: UTF8.self,
      stoppingOnError: false,
      into: { output.append($0) }
    )
    if index < input.count {
      output += Array("\u{FFFD}".utf8)
      hasReplacements = true
    }
    bytes = output
    start = 0
    self.encoding = encoding
    self.hasReplacements = hasReplacements
  }

  /// The same text with every line that is not UTF-8 read as Windows-1252.
  private static func mendingLines(of input: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 8)
    var start = 0
    while start < input.count {
      let end = input[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn }.map { $0 + 1 } ?? input.count
      let line = input[start..<end]
      if String(validating: line, as: UTF8.self) != nil {
        output += line
      } else {
        for byte in line { output += Array(String(windows1252(byte)).utf8) }
      }
      start = end
    }
    return output
  }

  /// The character of a byte; the five that the code page leaves open are control characters, as in the WHATWG
  /// Encoding Standard.
  static func windows1252(_ byte: UInt8) -> Character {
    let scalar: UInt16 = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
    return Unicode.Scalar(scalar).map(Character.init) ?? "\u{FFFD}"
  }

  /// 0x80 to 0x9F; the rest is the same as in Unicode.
  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
}
