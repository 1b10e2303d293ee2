import CanonicalJSON
import CivilTime

/// Walks over canonical JSON that holds nothing unusual: ASCII strings without escapes, numbers without an exponent.
///
/// It looks at up to 16 bytes at a time, so it stops that many before the end of what can be read. Every method returns
/// nil, or false, when what follows is anything else, and may then have moved.
struct PlainCursor {
  let base: UnsafePointer<UInt8>
  var position: Int
  /// From here on nothing is read.
  private let limit: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, base: UnsafePointer<UInt8>) {
    self.base = base
    self.position = position
    limit = bytes.count - 32
  }

  /// Whether what is next may be looked at.
  @inline(__always)
  var isInReach: Bool { position < limit }

  /// What stands between two quotes.
  struct Text {
    let start: UnsafePointer<UInt8>
    let count: Int
    /// Its first 16 bytes as little-endian numbers, where it has no more; else 0.
    let low: UInt64
    let high: UInt64

    @inline(__always)
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    @inline(__always)
    var hash: UInt32 { count <= 16 ? ValueHash.short(low, high, count: count) : ValueHash.hash(bytes) }
  }

  /// The byte that is next.
  @inline(__always)
  var next: UInt8 { base[position] }

  /// Steps over `byte` if it is next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard base[position] == byte else { return false }
    position += 1
    return true
  }

  @inline(__always)
  private func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
  }

  /// Up to sixteen bytes with which something begins, to be compared with what is next.
  struct Start {
    let low: UInt64
    let high: UInt64
    /// Which bits of them there are.
    let lowMask: UInt64
    let highMask: UInt64
    let count: Int

    /// What nothing begins with.
    @inline(__always)
    static var none: Start { Start(low: 1, high: 0, lowMask: 0, highMask: 0, count: 0) }
  }

  /// What was stepped over from a place on; `none` where that are more than sixteen bytes.
  @inline(__always)
  func start(from place: Int) -> Start {
    let count = position - place
    if count > 16 { return .none }
    let (lowMask, highMask) = Start.masks(count)
    return Start(
      low: word(place) & lowMask, high: word(place + 8) & highMask, lowMask: lowMask, highMask: highMask, count: count)
  }

  @inline(__always)
  private func isNext(_ start: Start) -> Bool {
    word(position) & start.lowMask == start.low && word(position + 8) & start.highMask == start.high
  }

  /// Steps over that if it is next.
  @inline(__always)
  mutating func take(_ start: Start) -> Bool {
    guard isNext(start) else { return false }
    position += start.count
    return true
  }

  /// Steps over a key with its quotes and colon if it is next.
  ///
  /// - Parameters:
  ///   - key: As many bytes, of which `start` are the first sixteen.
  @inline(__always)
  mutating func take(key: UnsafePointer<UInt8>, count: Int, start: Start) -> Bool {
    guard isNext(start) else { return false }
    var index = 16
    while index < count {
      if base[position + index] != key[index] { return false }
      index += 1
    }
    position += count
    return true
  }

  /// Steps over a string of printable ASCII.
  @inline(__always)
  mutating func string() -> Text? {
    guard base[position] == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    let low = word(start)
    var special = Self.special(low)
    if special != 0 {
      let count = special.trailingZeroBitCount >> 3
      guard base[start + count] == UInt8(ascii: "\"") else { return nil }
      position = start + count + 1
      return Text(start: base + start, count: count, low: low & Self.mask(count), high: 0)
    }
    let high = word(start + 8)
    special = Self.special(high)
    if special != 0 {
      let count = special.trailingZeroBitCount >> 3
      guard base[start + 8 + count] == UInt8(ascii: "\"") else { return nil }
      position = start + count + 9
      return Text(start: base + start, count: count + 8, low: low, high: high & Self.mask(count))
    }
    var index = start + 16
    while index < limit {
      special = Self.special(word(index))
      if special != 0 {
        index += special.trailingZeroBitCount >> 3
        guard base[index] == UInt8(ascii: "\"") else { return nil }
        position = index + 1
        let isShort = index - start == 16
        return Text(start: base + start, count: index - start, low: isShort ? low : 0, high: isShort ? high : 0)
      }
      index += 8
    }
    return nil
  }

  /// The low `count` bytes, of less than eight.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { (1 << UInt64(8 * count)) &- 1 }

  /// Marks a byte that is a quote, a backslash, or not printable ASCII; right up to the lowest one that is marked.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = zero(word ^ ones &* 0x22)
    let backslash = zero(word ^ ones &* 0x5C)
    let delete = zero(word ^ ones &* 0x7F)
    let control = (word &- ones &* 0x20) & ~word
    return (quote | backslash | delete | control | word) & (ones &* 0x80)
  }

  /// Has the highest bit of a byte that is 0; of others only above one.
  @inline(__always)
  fileprivate static func zero(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

  @inline(__always)
  fileprivate static var spaces: UInt64 { 0x2020_2020_2020_2020 }

  /// Steps over a whole number of at most 15 digits.
  @inline(__always)
  mutating func integer() -> Int64? {
    let isNegative = take(UInt8(ascii: "-"))
    guard let magnitude = digits(atMost: 15, isWhole: true), !(isNegative && magnitude.value == 0), !isNumberGoingOn
    else { return nil }
    return isNegative ? -magnitude.value : magnitude.value
  }

  /// Steps over a number of at most 15 digits, with or without decimals.
  @inline(__always)
  mutating func decimal() -> Double? {
    let isNegative = take(UInt8(ascii: "-"))
    guard let whole = digits(atMost: 15, isWhole: true) else { return nil }
    var number = Double(whole.value)
    if take(UInt8(ascii: ".")) {
      guard let fraction = digits(atMost: 15 - whole.count, isWhole: false), base[position - 1] != UInt8(ascii: "0")
      else { return nil }
      var scale: Int64 = 1
      for _ in 0..<fraction.count { scale *= 10 }
      // Both parts are whole numbers below 2^53, so the one division rounds right.
      number = Double(whole.value * scale + fraction.value) / Double(scale)
    }
    guard !isNumberGoingOn, !(isNegative && number == 0) else { return nil }
    return isNegative ? -number : number
  }

  @inline(__always)
  private var isNumberGoingOn: Bool {
    let byte = base[position]
    return byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  @inline(__always)
  private mutating func digits(atMost limit: Int, isWhole: Bool) -> (value: Int64, count: Int)? {
    let start = position
    var value: Int64 = 0
    while position - start < limit, case let digit = base[position] &- UInt8(ascii: "0"), digit < 10 {
      value = value &* 10 &+ Int64(digit)
      position += 1
    }
    let count = position - start
    if count == 0 || (isWhole && count > 1 && base[start] == UInt8(ascii: "0")) { return nil }
    return (value, count)
  }
}

extension PlainCursor.Start {
  /// Of a text, as far as they go.
  init(of text: [UInt8]) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for (place, byte) in text.prefix(8).enumerated() { low |= UInt64(byte) << UInt64(8 * place) }
    for (place, byte) in text.dropFirst(8).prefix(8).enumerated() { high |= UInt64(byte) << UInt64(8 * place) }
    let count = min(16, text.count)
    let (lowMask, highMask) = Self.masks(count)
    self.init(low: low, high: high, lowMask: lowMask, highMask: highMask, count: count)
  }

  /// The bits of so many bytes, of at most sixteen.
  @inline(__always)
  static func masks(_ count: Int) -> (low: UInt64, high: UInt64) {
    // A shift by 64 or more gives 0.
    (count >= 8 ? .max : (1 << UInt64(8 * count)) &- 1, count > 8 ? (1 << UInt64(8 * count - 64)) &- 1 : 0)
  }
}

extension PlainCursor.Text {
  /// Whether no rule for texts could refuse it: it is not empty, has no space at an end, and cannot hold a BSN, which is
  /// 8 or 9 digits in a row, or with only dots and spaces between.
  @inline(__always)
  var isPlain: Bool {
    guard count > 0, start[0] != 0x20, start[count - 1] != 0x20 else { return false }
    return count < 8 || (count <= 16 && Self.digitCount(low) + Self.digitCount(high) < 8) || !mayHoldBsn
  }

  /// How many bytes of a word of ASCII are digits.
  @inline(__always)
  private static func digitCount(_ word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A digit becomes a number below 10, any other character one that gets its highest bit by adding.
    let others = ((word ^ ones &* 0x30) &+ ones &* 0x76) & (ones &* 0x80)
    return 8 - Int(truncatingIfNeeded: ((others >> 7) &* ones) >> 56)
  }

  /// Whether there is a space in it.
  @inline(__always)
  var hasSpace: Bool {
    if count > 16 { return bytes.contains(UInt8(ascii: " ")) }
    let zeros = PlainCursor.zero(low ^ PlainCursor.spaces) | PlainCursor.zero(high ^ PlainCursor.spaces)
    return zeros & 0x8080_8080_8080_8080 != 0
  }

  private var mayHoldBsn: Bool {
    var (digitCount, run, longestRun) = (0, 0, 0)
    var hasLetters = false
    for byte in bytes {
      if byte &- UInt8(ascii: "0") < 10 {
        digitCount += 1
        run += 1
        longestRun = max(longestRun, run)
      } else {
        run = 0
        if byte != 0x20, byte != UInt8(ascii: ".") { hasLetters = true }
      }
    }
    return longestRun >= 8 || !(hasLetters || digitCount < 8)
  }

  /// Days since 1970-01-01 of a date `jjjj-mm-dd` from 1900 to 2100.
  @inline(__always)
  var day: Int32? {
    guard count == 10, start[4] == UInt8(ascii: "-"), start[7] == UInt8(ascii: "-") else { return nil }
    var wrong = false
    func digit(_ index: Int) -> Int {
      let digit = start[index] &- UInt8(ascii: "0")
      wrong = wrong || digit > 9
      return Int(digit)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let (month, day) = (digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
    guard !wrong, (1900...2100).contains(year) else { return nil }
    return CivilDate(year: year, month: month, day: day)?.days
  }

  /// Whether it is a period in its written form.
  var isPeriod: Bool {
    guard count <= 7 else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return Period(text)?.text == text
  }
}
