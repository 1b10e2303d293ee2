import CivilTime

/// Walks over canonical JSON that holds nothing unusual: ASCII strings without escapes, numbers without an exponent.
///
/// Every method returns nil, or false, when what follows is anything else, and may then have moved.
struct PlainBytes {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// A string's bytes, and what was seen of them.
  struct Text {
    let bytes: UnsafeBufferPointer<UInt8>
    let digitCount: Int
    /// The most digits in a row.
    let longestRun: Int
    /// Whether it has anything but digits, dots and spaces.
    let hasLetters: Bool
  }

  /// Steps over `literal` if it is next.
  @inline(__always)
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    for index in 0..<count where bytes[position + index] != literal.utf8Start[index] { return false }
    position += count
    return true
  }

  /// Steps over a string of printable ASCII.
  @inline(__always)
  mutating func string() -> Text? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    var index = start
    var (digitCount, run, longestRun) = (0, 0, 0)
    var hasLetters = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        position = index + 1
        return Text(
          bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]), digitCount: digitCount,
          longestRun: max(longestRun, run), hasLetters: hasLetters)
      }
      if byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\\") { return nil }
      if byte &- UInt8(ascii: "0") < 10 {
        digitCount += 1
        run += 1
      } else {
        longestRun = max(longestRun, run)
        run = 0
        if byte != 0x20, byte != UInt8(ascii: ".") { hasLetters = true }
      }
      index += 1
    }
    return nil
  }

  /// Steps over a whole number of at most 15 digits.
  @inline(__always)
  mutating func integer() -> Int64? {
    let isNegative = take("-")
    guard let magnitude = digits(atMost: 15, isWhole: true), !(isNegative && magnitude.value == 0), !isNumberGoingOn
    else { return nil }
    return isNegative ? -magnitude.value : magnitude.value
  }

  /// Steps over a number of at most 15 digits, with or without decimals.
  mutating func decimal() -> Double? {
    let isNegative = take("-")
    guard let whole = digits(atMost: 15, isWhole: true) else { return nil }
    var number = Double(whole.value)
    if take(".") {
      guard let fraction = digits(atMost: 15 - whole.count, isWhole: false), bytes[position - 1] != UInt8(ascii: "0")
      else { return nil }
      var scale: Int64 = 1
      for _ in 0..<fraction.count { scale *= 10 }
      // Both parts are whole numbers below 2^53, so the one division rounds right.
      number = Double(whole.value * scale + fraction.value) / Double(scale)
    }
    guard !isNumberGoingOn, !(isNegative && number == 0) else { return nil }
    return isNegative ? -number : number
  }

  private var isNumberGoingOn: Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    return byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  private mutating func digits(atMost limit: Int, isWhole: Bool) -> (value: Int64, count: Int)? {
    let start = position
    var value: Int64 = 0
    while position < bytes.count, position - start < limit, case let digit = bytes[position] &- UInt8(ascii: "0"),
      digit < 10
    {
      value = value * 10 + Int64(digit)
      position += 1
    }
    let count = position - start
    if count == 0 || (isWhole && count > 1 && bytes[start] == UInt8(ascii: "0")) { return nil }
    return (value, count)
  }
}

extension PlainBytes.Text {
  /// Whether no rule for texts could refuse it: it is not empty, has no space at an end, and cannot hold a BSN, which is
  /// 8 or 9 digits in a row, or with only dots and spaces between.
  @inline(__always)
  var isPlain: Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first != 0x20 && last != 0x20 && longestRun < 8 && (hasLetters || digitCount < 8)
  }

  /// Days since 1970-01-01 of a date `jjjj-mm-dd` from 1900 to 2100.
  @inline(__always)
  var day: Int32? {
    guard bytes.count == 10, digitCount == 8, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int {
      var value = 0
      for index in range { value = value * 10 + Int(bytes[index]) - 48 }
      return value
    }
    let year = number(0..<4)
    guard (1900...2100).contains(year) else { return nil }
    return CivilDate(year: year, month: number(5..<7), day: number(8..<10))?.days
  }

  /// Whether it is a period in its written form.
  var isPeriod: Bool {
    guard bytes.count <= 7 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return Period(text)?.text == text
  }
}
