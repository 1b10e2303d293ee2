import CivilTime
import Testing

@Suite struct CivilDateTests {
  @Test func `every day of 400 years follows the one before, by the calendar's own rules`() throws {
    var (year, month, day) = (1799, 1, 1)
    var days = try #require(CivilDate(year: year, month: month, day: day)).days
    for _ in 0..<146_097 {
      let date = CivilDate(days: days)
      #expect(date.components == (year, month, day))
      #expect(CivilDate(year: year, month: month, day: day) == date)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
      day += 1
      if day > length { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      days += 1
    }
    #expect((year, month, day) == (2199, 1, 1))
  }

  @Test(arguments: [
    "2015-02-29", "2016-04-31", "2016-00-10", "2016-13-01", "2016-01-00", "0000-01-01", "16-01-01", "2016-1-01",
    "2016/01/01", "2016-01-01 ", "+016-01-01", "",
  ])
  func `a day that does not exist, or another form, is not read`(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test(arguments: [("0001-01-01", -719_162), ("1969-12-31", -1), ("1970-01-01", 0), ("9999-12-31", 2_932_896)])
  func `known days have their numbers`(text: String, days: Int32) {
    #expect(CivilDate(iso: text)?.days == days)
    #expect(CivilDate(days: days).iso == text)
  }

  @Test func `a moment outside the years of the format is written as the nearest that fits`() {
    #expect(Instant(milliseconds: .min).iso == "0001-01-01T00:00:00.000Z")
    #expect(Instant(milliseconds: .max).iso == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: -1).iso == "1969-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: -1).date == CivilDate(days: -1))
    #expect(Instant(milliseconds: -86_400_000).date == CivilDate(days: -1))
    #expect(Instant(milliseconds: -86_400_001).date == CivilDate(days: -2))
  }
}
