import CivilTime
import Projection

extension Dimension {
  /// The length of its periods; nil for one that is not time, and for `periode`, which has any.
  var periodLength: Period.Length? {
    switch self {
    case .jaar: .year
    case .halfjaar: .half
    case .kwartaal: .quarter
    case .maand: .month
    default: nil
    }
  }
}

/// Which period each day lies in, as the period's place among all of its length since the year 0.
///
/// A day is looked up in a table, since taking a calendar apart a million times would take longer than counting.
struct PeriodNumbers {
  private let length: Period.Length
  private let firstDay: Int32
  private let numbers: [Int32]

  /// Makes the table for the days from the smallest to the largest of the columns.
  init(_ length: Period.Length, covering columns: Cells<Int32>...) {
    self.length = length
    var (first, last) = (Int32.max, Int32.min)
    for days in columns {
      for day in days where day != FactTable.noDay { (first, last) = (min(first, day), max(last, day)) }
    }
    guard first <= last else {
      (firstDay, numbers) = (0, [])
      return
    }
    firstDay = first
    numbers = (first...last).map { Self.number(of: $0, length) }
  }

  /// −1 for a day that is absent.
  @inline(__always)
  func number(of day: Int32) -> Int32 {
    let index = Int(day) - Int(firstDay)
    return index >= 0 && index < numbers.count ? numbers[index] : -1
  }

  /// The number of the period of that length in which the day lies.
  static func number(of day: Int32, _ length: Period.Length) -> Int32 {
    Int32(truncatingIfNeeded: Period(length, containing: CivilDate(days: day)).firstMonth / length.rawValue)
  }

  /// Months since the year 0.
  static func month(of day: Int32) -> Int { Int(number(of: day, .month)) }

  /// The period of that number; nil beyond the years that there are.
  static func period(_ number: Int32, _ length: Period.Length) -> Period? {
    let month = Int(number) * length.rawValue
    return CivilDate(year: month / 12, month: month % 12 + 1, day: 1).map { Period(length, containing: $0) }
  }

  /// The written form of a period of that number.
  static func text(_ number: Int32, _ length: Period.Length) -> String {
    period(number, length)?.text ?? ""
  }
}
