/// A day of the Gregorian calendar, without time or zone, as a count of days since 1970-01-01.
///
/// Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public let days: Int32

  public init(days: Int32) {
    self.days = days
  }

  /// Nil for a day that does not exist, or a year outside 0001–9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.lengthOfMonth(month, year: year)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `jjjj-mm-dd`, exactly ten ASCII characters.
  public init?(iso text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = Digits.number(text, 0..<4), let month = Digits.number(text, 5..<7),
      let day = Digits.number(text, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public init?(iso text: String) {
    var text = text
    guard let date = text.withUTF8({ CivilDate(iso: $0) }) else { return nil }
    self = date
  }

  public static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The year, the month from 1 and the day from 1.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The same day of the month so many calendar months on, or the last day of that month where it is shorter.
  ///
  /// Within the years 0001–9999; beyond them the nearest day there is.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    let (first, last) = (12, 9999 * 12 + 11)
    let count = overflow ? (months < 0 ? first : last) : min(max(sum, first), last)
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let length = Self.lengthOfMonth(newMonth, year: newYear)
    return CivilDate(year: newYear, month: newMonth, day: min(day, length)) ?? self
  }

  /// `jjjj-mm-dd`.
  public var iso: String {
    let (year, month, day) = components
    return Digits.padded(year, to: 4) + "-" + Digits.padded(month, to: 2) + "-" + Digits.padded(day, to: 2)
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.days < right.days }
}
