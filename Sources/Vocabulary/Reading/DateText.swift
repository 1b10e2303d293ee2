import CivilTime

/// Days and periods as people and files write them.
enum DateText {
  /// The days a field accepts: earlier or later ones are typing errors.
  static let plausibleYears = 1900...2100

  /// `2016-03-02`, `20160302`, `2-3-2016`, `02/03/2016`, `2.3.2016`, `2 maart 2016`, `2 mrt 2016`; a time of midnight
  /// after it is left out.
  static func date(_ text: String) throws(ReadingReason) -> CivilDate {
    guard let (year, month, day) = parts(withoutMidnight(text)) else { throw ReadingReason(.notADate) }
    if day == 0 || month == 0 { throw ReadingReason(.unknownDay) }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw ReadingReason(.noSuchDay) }
    guard plausibleYears.contains(year) else { throw ReadingReason(.implausibleDay) }
    return date
  }

  /// The day that eight digits are, `jjjjmmdd`; nil if there is no such day.
  static func compact(_ digits: [UInt8]) -> CivilDate? {
    guard let (year, month, day) = parts(String(decoding: digits, as: UTF8.self)), plausibleYears.contains(year) else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func parts(_ text: String) -> (year: Int, month: Int, day: Int)? {
    if text.utf8.count == 8, let all = number(text) {
      return (all / 10_000, all / 100 % 100, all % 100)
    }
    let pieces = text.split { $0 == "-" || $0 == "/" || $0 == "." || $0 == " " || $0 == "\u{A0}" }.map(String.init)
    guard pieces.count == 3 else { return nil }
    if pieces[0].utf8.count == 4, let year = number(pieces[0]), let month = number(pieces[1]),
      pieces[1].utf8.count <= 2,
      let day = number(pieces[2]), pieces[2].utf8.count <= 2
    {
      return (year, month, day)
    }
    guard pieces[0].utf8.count <= 2, let day = number(pieces[0]), pieces[2].utf8.count == 4,
      let year = number(pieces[2]), let month = month(pieces[1])
    else { return nil }
    return (year, month, day)
  }

  private static func month(_ text: String) -> Int? {
    if text.utf8.count <= 2 { return number(text) }
    return monthNames[text.lowercased()]
  }

  private static let monthNames: [String: Int] = [
    "januari": 1, "january": 1, "jan": 1, "februari": 2, "february": 2, "feb": 2, "maart": 3, "march": 3, "mrt": 3,
    "mar": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "jul": 7,
    "augustus": 8, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "october": 10, "okt": 10,
    "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
  ]

  private static func number(_ text: String) -> Int? {
    text.utf8.count <= 8 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(text) : nil
  }

  /// A spreadsheet adds midnight to every day.
  private static func withoutMidnight(_ text: String) -> String {
    for time in ["T00:00:00Z", "T00:00:00", " 00:00:00", " 00:00", " 0:00"] where text.hasSuffix(time) {
      return String(text.dropLast(time.count))
    }
    return text
  }

  /// `2016`, `2016h1`, `2016k2`, `2016q2` and `2016-03`, also with a space or hyphen before the letter, or as `K2 2016`.
  static func period(_ text: String) throws(ReadingReason) -> Period {
    let compact = text.lowercased().filter { $0 != " " && $0 != "\u{A0}" }
    var candidates = [compact]
    if compact.utf8.contains(where: { $0 >= 0x61 }) {
      let joined = compact.filter { $0 != "-" }
      candidates.append(joined)
      if joined.utf8.count == 6 { candidates.append(String(joined.dropFirst(2) + joined.prefix(2))) }
    }
    for candidate in candidates {
      guard let period = Period(candidate) else { continue }
      guard plausibleYears.contains(period.year) else { throw ReadingReason(.implausibleDay) }
      return period
    }
    throw ReadingReason(.notAPeriod)
  }
}
