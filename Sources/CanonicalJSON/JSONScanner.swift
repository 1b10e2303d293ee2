#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks over the bytes of a JSON value, checks them, and says where things stand; it allocates only where it must.
///
/// The bytes are borrowed: a scanner must not outlive the buffer it was given. Every index is checked against the
/// buffer's end, so no input makes it trap.
public struct JSONScanner {
  public let bytes: UnsafeBufferPointer<UInt8>
  public let rules: JSONRules
  /// The next byte to look at.
  public var position: Int
  /// One past the last byte to look at.
  public let end: Int

  /// - Parameter range: The part of `bytes` to walk over; clamped to it.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil, rules: JSONRules) {
    self.bytes = bytes
    self.rules = rules
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    position = range.lowerBound
    end = range.upperBound
  }

  /// A string in the source: the bytes between its quotes.
  public struct StringSpan {
    public let range: Range<Int>
    public let hasEscape: Bool
    public let isASCII: Bool
  }

  /// A number in the source.
  public struct NumberSpan {
    public let range: Range<Int>
    /// Set when the number is whole and within ±(2^53−1).
    public let integer: Int64?
    /// The number as a double, whole or not.
    public let double: Double
  }

  @inline(__always)
  public func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, reason: reason)
  }

  @inline(__always)
  func unexpected() -> JSONError {
    position < end ? error(.unexpectedByte(bytes[position])) : error(.unexpectedEnd)
  }

  /// Steps over `byte`, or throws.
  @inline(__always)
  public mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard position < end, bytes[position] == byte else { throw unexpected() }
    position += 1
  }

  /// Steps over exactly these bytes, or throws at the first that differs.
  @inline(__always)
  public mutating func expect(_ literal: StaticString) throws(JSONError) {
    let count = literal.utf8CodeUnitCount
    if isNext(literal) {
      position += count
      return
    }
    for index in 0..<count {
      guard position < end, bytes[position] == literal.utf8Start[index] else { throw unexpected() }
      position += 1
    }
  }

  /// Whether exactly these bytes are next.
  @inline(__always)
  public func isNext(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard end - position >= count, let base = bytes.baseAddress else { return false }
    return memcmp(base + position, literal.utf8Start, count) == 0
  }

  /// Steps over `byte` if it is next.
  @inline(__always)
  public mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Steps over white space where the rules allow it.
  mutating func skipSpace() throws(JSONError) {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D:
        if rules.isCanonical { throw error(.notCanonical) }
        position += 1
      default: return
      }
    }
  }

  /// Throws if anything follows.
  public mutating func expectEnd() throws(JSONError) {
    try skipSpace()
    if position < end { throw error(.trailingBytes) }
  }

  /// Steps over one value and checks it in full.
  public mutating func skipValue(depth: Int = 0) throws(JSONError) {
    try skipSpace()
    guard position < end else { throw error(.unexpectedEnd) }
    switch bytes[position] {
    case UInt8(ascii: "\""): _ = try scanString()
    case UInt8(ascii: "{"): try skipObject(depth: depth)
    case UInt8(ascii: "["):
      try enter(depth)
      position += 1
      try skipSpace()
      if take(UInt8(ascii: "]")) { return }
      while true {
        try skipValue(depth: depth + 1)
        try skipSpace()
        if take(UInt8(ascii: ",")) { continue }
        try expect(UInt8(ascii: "]"))
        return
      }
    case UInt8(ascii: "t"): try expect("true")
    case UInt8(ascii: "f"): try expect("false")
    case UInt8(ascii: "n"): try expect("null")
    default: _ = try scanNumber()
    }
  }

  func enter(_ depth: Int) throws(JSONError) {
    if depth >= rules.deepestNesting { throw error(.nestedTooDeep(limit: rules.deepestNesting)) }
  }

  private mutating func skipObject(depth: Int) throws(JSONError) {
    // Without the canonical order, repeated keys are found only by remembering them all.
    guard rules.isCanonical else {
      _ = try object(depth: depth)
      return
    }
    try enter(depth)
    position += 1
    if take(UInt8(ascii: "}")) { return }
    var previous: StringSpan?
    while true {
      let keyStart = position
      let key = try scanString()
      if let previous { try checkOrder(previous, key, at: keyStart) }
      previous = key
      try expect(UInt8(ascii: ":"))
      try skipValue(depth: depth + 1)
      if take(UInt8(ascii: ",")) { continue }
      try skipSpace()
      try expect(UInt8(ascii: "}"))
      return
    }
  }

  /// Throws unless `key` belongs after `previous`.
  func checkOrder(_ previous: StringSpan, _ key: StringSpan, at offset: Int) throws(JSONError) {
    if previous.isASCII, key.isASCII, !previous.hasEscape, !key.hasEscape {
      var left = previous.range.lowerBound
      var right = key.range.lowerBound
      while left < previous.range.upperBound, right < key.range.upperBound {
        if bytes[left] != bytes[right] {
          if bytes[left] < bytes[right] { return }
          throw error(.unsortedKey(text(of: key)), at: offset)
        }
        left += 1
        right += 1
      }
      if previous.range.count < key.range.count { return }
      let name = text(of: key)
      throw error(previous.range.count == key.range.count ? .repeatedKey(name) : .unsortedKey(name), at: offset)
    }
    let (left, right) = (text(of: previous), text(of: key))
    // Compared as code units, because String's own equality takes canonically equivalent texts for one.
    if left.utf8.elementsEqual(right.utf8) { throw error(.repeatedKey(right), at: offset) }
    if !JSONObject.precedes(left, right) { throw error(.unsortedKey(right), at: offset) }
  }

  // MARK: Strings

  /// Steps over a string and checks its UTF-8 and escapes.
  public mutating func scanString() throws(JSONError) -> StringSpan {
    try expect(UInt8(ascii: "\""))
    let start = position
    var hasEscape = false
    var isASCII = true
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let span = StringSpan(range: start..<position, hasEscape: hasEscape, isASCII: isASCII)
        position += 1
        return span
      }
      if byte < 0x20 { throw error(.controlCharacter) }
      if byte == UInt8(ascii: "\\") {
        hasEscape = true
        try skipEscape()
      } else if byte < 0x80 {
        position += 1
      } else {
        isASCII = false
        try skipMultibyte()
      }
    }
    throw error(.unexpectedEnd)
  }

  /// Steps over one character of two to four bytes (Unicode 15, table 3-7).
  private mutating func skipMultibyte() throws(JSONError) {
    let lead = bytes[position]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: throw error(.invalidUTF8)
    }
    guard position + count <= end, second.contains(bytes[position + 1]) else { throw error(.invalidUTF8) }
    for index in 2..<max(count, 2) where bytes[position + index] & 0xC0 != 0x80 { throw error(.invalidUTF8) }
    position += count
  }

  private mutating func skipEscape() throws(JSONError) {
    guard position + 1 < end else { throw error(.unexpectedEnd, at: end) }
    let letter = bytes[position + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "/"):
      if rules.isCanonical { throw error(.notCanonical) }
      position += 2
    case UInt8(ascii: "u"):
      let unit = try escapedUnit(at: position)
      if rules.isCanonical {
        // Canonical are only the control characters without a letter, in lower-case hexadecimal.
        guard unit < 0x20, JSONValue.shortEscape(of: UInt8(unit)) == nil,
          !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains(bytes[position + 5])
        else { throw error(.notCanonical) }
      }
      switch unit {
      case 0xD800...0xDBFF:
        guard position + 11 < end, bytes[position + 6] == UInt8(ascii: "\\"),
          bytes[position + 7] == UInt8(ascii: "u"),
          case 0xDC00...0xDFFF = try escapedUnit(at: position + 6)
        else { throw error(.loneSurrogate) }
        position += 12
      case 0xDC00...0xDFFF: throw error(.loneSurrogate)
      default: position += 6
      }
    default: throw error(.invalidEscape)
    }
  }

  /// The four hexadecimal digits of the `\uXXXX` at `offset`.
  private func escapedUnit(at offset: Int) throws(JSONError) -> UInt16 {
    guard offset + 6 <= end else { throw error(.unexpectedEnd, at: end) }
    var unit: UInt16 = 0
    for index in offset + 2..<offset + 6 {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
      default: throw error(.invalidEscape, at: offset)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// The text of a string that was scanned before, its escapes resolved.
  public func text(of span: StringSpan) -> String {
    let raw = UnsafeBufferPointer(rebasing: bytes[span.range])
    if !span.hasEscape { return String(decoding: raw, as: UTF8.self) }
    var units: [UInt8] = []
    units.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
        units.append(raw[index])
        index += 1
        continue
      }
      switch raw[index + 1] {
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "u"):
        let start = span.range.lowerBound + index
        var scalar = UInt32((try? escapedUnit(at: start)) ?? 0xFFFD)
        if 0xD800...0xDBFF ~= scalar, let low = try? escapedUnit(at: start + 6) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (UInt32(low) &- 0xDC00)
          index += 6
        }
        units.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        index += 4
      default: units.append(raw[index + 1])
      }
      index += 2
    }
    return String(decoding: units, as: UTF8.self)
  }

  // MARK: Numbers

  /// Steps over a number and checks its form and range.
  public mutating func scanNumber() throws(JSONError) -> NumberSpan {
    let start = position
    let isNegative = take(UInt8(ascii: "-"))
    let firstDigit = position
    var magnitude: Int64 = 0
    while position < end, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      if position - firstDigit < 17 { magnitude = magnitude * 10 + Int64(digit) }
      position += 1
    }
    let digitCount = position - firstDigit
    guard digitCount > 0 else { throw unexpected() }
    if digitCount > 1, bytes[firstDigit] == UInt8(ascii: "0") { throw error(.unexpectedByte(0x30), at: firstDigit) }
    let isPlain =
      position >= end
      || (bytes[position] != UInt8(ascii: ".") && bytes[position] | 0x20 != UInt8(ascii: "e"))
    if isPlain, digitCount <= 16, magnitude <= JSONValue.largestInteger {
      if isNegative, magnitude == 0 {
        if rules.isCanonical { throw error(rules.hasBoundedNumbers ? .numberOutOfRange : .notCanonical, at: start) }
        return NumberSpan(range: start..<position, integer: 0, double: 0)
      }
      let value = isNegative ? -magnitude : magnitude
      return NumberSpan(range: start..<position, integer: value, double: Double(value))
    }
    if rules.isCanonical, let span = scanShortDecimal(from: start, isNegative, magnitude, digitCount) { return span }
    return try scanDouble(from: start)
  }

  /// A number such as 7.5 or -0.25, of up to 15 digits: its shortest form is its own, and a power of ten divides it
  /// without a second rounding. Nil for any other, and nothing was stepped over then.
  private mutating func scanShortDecimal(
    from start: Int, _ isNegative: Bool, _ whole: Int64, _ wholeCount: Int
  ) -> NumberSpan? {
    guard position < end, bytes[position] == UInt8(ascii: "."), wholeCount < 15 else { return nil }
    var (place, magnitude, fractionCount) = (position + 1, whole, 0)
    while place < end, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      fractionCount += 1
      if wholeCount + fractionCount > 15 { return nil }
      magnitude = magnitude * 10 + Int64(digit)
      place += 1
    }
    // Below 0.000001 the canonical form has an exponent.
    guard fractionCount > 0, fractionCount <= 6, bytes[place - 1] != UInt8(ascii: "0"),
      place >= end || bytes[place] | 0x20 != UInt8(ascii: "e")
    else { return nil }
    position = place
    let double = Double(magnitude) / Self.powersOfTen[fractionCount]
    return NumberSpan(range: start..<place, integer: nil, double: isNegative ? -double : double)
  }

  private static let powersOfTen: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  private mutating func scanDouble(from start: Int) throws(JSONError) -> NumberSpan {
    func digits(_ scanner: inout JSONScanner) throws(JSONError) {
      let first = scanner.position
      while scanner.position < scanner.end, scanner.bytes[scanner.position] &- UInt8(ascii: "0") < 10 {
        scanner.position += 1
      }
      if scanner.position == first { throw scanner.unexpected() }
    }
    if take(UInt8(ascii: ".")) { try digits(&self) }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(&self)
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    guard let double = Double(text), double.isFinite else { throw error(.numberOutOfRange, at: start) }
    if rules.hasBoundedNumbers, abs(double) > Double(JSONValue.largestInteger) {
      throw error(.numberOutOfRange, at: start)
    }
    if rules.isCanonical, !NumberForm.isCanonical(bytes[start..<position], of: double) {
      throw error(.notCanonical, at: start)
    }
    return NumberSpan(range: start..<position, integer: JSONValue(double).integerValue, double: double)
  }
}
