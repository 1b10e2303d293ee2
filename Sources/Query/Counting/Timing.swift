import CivilTime
import Projection

/// The stretch of time that a question is about, and into what it cuts that.
struct Timing: Hashable, Sendable {
  /// Days must all lie within one of the ranges, or outside all of them.
  struct Test: Hashable, Sendable {
    let ranges: [ClosedRange<Int32>]
    let isInside: Bool
    /// Instead of the ranges, what lies in no period of that length: a year is in no quarter.
    var outsideAny: Period.Length?

    /// The one range in which days must lie; nil where it is not as simple.
    var range: ClosedRange<Int32>? {
      isInside && outsideAny == nil && ranges.count == 1 ? ranges[0] : nil
    }

    func keeps(_ first: Int32, _ last: Int32) -> Bool {
      if let outsideAny {
        let isOutside =
          first == FactTable.noDay
          || !Period(outsideAny, containing: CivilDate(days: first)).contains(CivilDate(days: last))
        return isOutside == isInside
      }
      return ranges.contains { $0.contains(first) && $0.contains(last) } == isInside
    }
  }

  var tests: [Test] = []
  /// Of the finest periods that the answer is split by; nil when it is not split by time.
  var length: Period.Length?
  /// Of all periods that a figure is of, also where the answer is one row of another.
  var figureLengths: [Period.Length] = []

  func keeps(_ first: Int32, _ last: Int32) -> Bool { tests.allSatisfy { $0.keeps(first, last) } }

  /// Whether only what lies in no period is asked about: on no day is anything open, and no year has begun.
  var isOfNoPeriod: Bool { tests.contains { $0.outsideAny != nil && $0.isInside } }

  /// The days from the first to the last that the conditions leave, with `nil` where they leave that end open; nil
  /// when they leave more than one stretch.
  var window: (first: Int32?, last: Int32?)? {
    var (first, last) = (Int32.min + 1, Int32.max)
    for test in tests {
      guard test.isInside, test.ranges.count == 1, let range = test.ranges.first else { return nil }
      (first, last) = (max(first, range.lowerBound), min(last, range.upperBound))
    }
    return (first == Int32.min + 1 ? nil : first, last == Int32.max ? nil : last)
  }

  /// The part of a period that the conditions leave, empty where that is none of it; nil where it is several parts.
  func kept(_ first: Int32, _ last: Int32) -> Range<Int32>? {
    let whole = first..<(last + 1)
    if keeps(first, last) { return whole }
    if let window {
      return whole.clamped(to: (window.first ?? first)..<max(window.first ?? first, (window.last ?? last) + 1))
    }
    let isCut = tests.contains { test in
      test.ranges.contains { $0.overlaps(first...last) && !($0.contains(first) && $0.contains(last)) }
    }
    return isCut ? nil : first..<first
  }

  /// How long a reporting period is: what the answer is split by, else the period that a condition names, else the half
  /// year in which the national statistics are made.
  var reportingLength: Period.Length {
    if let length = figureLengths.min(by: { $0.rawValue < $1.rawValue }) { return length }
    guard let window, let first = window.first, let last = window.last else { return .half }
    return [.year, .half, .quarter, .month].first { length in
      let period = Period(length, containing: CivilDate(days: first))
      return period.start.days == first && period.end.days == last + 1
    } ?? .half
  }
}
