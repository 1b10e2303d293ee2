/// A year, half year, quarter or month: `2016`, `2016h1`, `2016k2` (kwartaal), `2016-03`.
public struct Period: Sendable, Hashable, Comparable {
  public enum Length: Int, Sendable {
    case month = 1
    case quarter = 3
    case half = 6
    case year = 12
  }

  public let length: Length
  /// Months since January of the year 0, of the first month.
  public let firstMonth: Int

  /// The period of that length in which `date` lies.
  public init(_ length: Length, containing date: CivilDate) {
    let (year, month, _) = date.components
    self.length = length
    firstMonth = (year * 12 + month - 1) / length.rawValue * length.rawValue
  }

  private init(_ length: Length, firstMonth: Int) {
    self.length = length
    self.firstMonth = firstMonth
  }

  /// Reads one of the four written forms; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.lowercased().utf8)
    guard bytes.count >= 4, let year = Int(String(decoding: bytes[..<4], as: UTF8.self)), year >= 1,
      bytes[..<4].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let rest = bytes[4...]
    func digit(_ range: ClosedRange<UInt8>) -> Int? {
      rest.count == 2 && range.contains(rest[5]) ? Int(rest[5]) - 48 : nil
    }
    if rest.isEmpty {
      self.init(.year, firstMonth: year * 12)
    } else if rest.first == UInt8(ascii: "h"), let half = digit(49...50) {
      self.init(.half, firstMonth: year * 12 + (half - 1) * 6)
    } else if rest.first == UInt8(ascii: "k") || rest.first == UInt8(ascii: "q"), let quarter = digit(49...52) {
      self.init(.quarter, firstMonth: year * 12 + (quarter - 1) * 3)
    } else if rest.count == 3, rest.first == UInt8(ascii: "-"),
      rest.dropFirst().allSatisfy({ (48...57).contains($0) }),
      let month = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), (1...12).contains(month)
    {
      self.init(.month, firstMonth: year * 12 + month - 1)
    } else {
      return nil
    }
  }

  public var year: Int { firstMonth / 12 }

  /// The first day.
  public var start: CivilDate {
    CivilDate(year: year, month: firstMonth % 12 + 1, day: 1) ?? CivilDate(days: .max)
  }

  /// The first day after it.
  public var end: CivilDate { following.start }

  /// The period of the same length after this one.
  public var following: Period { Period(length, firstMonth: firstMonth + length.rawValue) }
  /// The period of the same length before this one.
  public var preceding: Period { Period(length, firstMonth: firstMonth - length.rawValue) }

  public func contains(_ date: CivilDate) -> Bool { start <= date && date < end }

  /// The written form.
  public var text: String {
    let year = Digits.padded(self.year, to: 4)
    return switch length {
    case .year: year
    case .half: year + "h\(firstMonth % 12 / 6 + 1)"
    case .quarter: year + "k\(firstMonth % 12 / 3 + 1)"
    case .month: year + "-" + Digits.padded(firstMonth % 12 + 1, to: 2)
    }
  }

  /// By first month, then the shorter one first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.firstMonth, left.length.rawValue) < (right.firstMonth, right.length.rawValue)
  }
}
