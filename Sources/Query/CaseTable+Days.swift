import CivilTime
import Projection

extension CaseTable {
  /// The first and the last day that each row of a cohort is about: the same, but for answers about a period.
  func days(of cohort: Cohort) -> (first: Cells<Int32>, last: Cells<Int32>) {
    switch cohort {
    case .started:
      let days = started.days("datum")
      return (days, days)
    case .ended:
      let days = ended.days("datum")
      return (days, days)
    case .loose:
      let codes = answers.codes("periode")
      let periods = looseRows.map { Period(projection.strings.string(codes[Int($0)])) }
      return (
        Cells(periods.map { $0?.start.days ?? FactTable.noDay }),
        Cells(periods.map { $0.map { $0.end.days - 1 } ?? FactTable.noDay })
      )
    }
  }
}

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
    numbers = (first...last).map { day in
      Int32(truncatingIfNeeded: Period(length, containing: CivilDate(days: day)).firstMonth / length.rawValue)
    }
  }

  /// −1 for a day that is absent.
  @inline(__always)
  func number(of day: Int32) -> Int32 {
    let index = Int(day) - Int(firstDay)
    return index >= 0 && index < numbers.count ? numbers[index] : -1
  }

  /// The written form of a period of that number.
  static func text(_ number: Int32, _ length: Period.Length) -> String {
    let month = Int(number) * length.rawValue
    guard let day = CivilDate(year: month / 12, month: month % 12 + 1, day: 1) else { return "" }
    return Period(length, containing: day).text
  }
}
