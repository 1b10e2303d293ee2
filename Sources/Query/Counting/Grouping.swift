import CivilTime
import Projection

/// Numbers the combinations of values that rows have, in order of first appearance.
///
/// Level by level: a group of one level and a value of the next dimension make a group of the next level. So any number
/// of dimensions costs one small look-up each per row, and no key is ever put together.
struct Grouping {
  let dimensions: [Dimension]
  private var levels: [PairTable]
  /// How many groups there are.
  var count: Int { levels.last?.count ?? 1 }

  init(_ dimensions: [Dimension]) {
    self.dimensions = dimensions
    levels = dimensions.map { _ in PairTable() }
  }

  /// One of the same dimensions but for those that are time.
  var withoutTime: Grouping { Grouping(dimensions.filter { !$0.isTime }) }

  /// Per row of the cohort its group, or −1 where `filter` leaves the row out.
  mutating func groups(of cohort: Cohort, in cases: CaseTable, filter: RowFilter) -> [Int32] {
    var groups = filter.selected(cohort, in: cases)
    for (level, dimension) in dimensions.enumerated() {
      if let length = dimension.periodLength {
        let (first, last) = cases.days(of: cohort)
        let numbers = PeriodNumbers(length, covering: first, last)
        for row in groups.indices where groups[row] >= 0 {
          let number = numbers.number(of: first[row])
          // Something about a year is not about one of its quarters.
          let isWithin = first[row] == last[row] || numbers.number(of: last[row]) == number
          groups[row] = levels[level].number(of: groups[row], isWithin ? number : -1)
        }
      } else {
        let codes = cases.codes(dimension, of: cohort)
        for row in groups.indices where groups[row] >= 0 {
          groups[row] = levels[level].number(of: groups[row], codes[row])
        }
      }
    }
    return groups
  }

  /// The group with those values, one a dimension as `values(of:)` gives them.
  mutating func group(_ values: [Int32]) -> Int32 {
    var group: Int32 = 0
    for (level, value) in values.enumerated() { group = levels[level].number(of: group, value) }
    return group
  }

  /// The group with those values on the dimensions that are not time, in the period and those that it lies in.
  mutating func group(_ values: [Int32], in period: Period) -> Int32 {
    var values = values[...]
    return group(
      dimensions.map { dimension in
        dimension.periodLength.map { PeriodNumbers.number(of: period.start.days, $0) } ?? values.removeFirst()
      })
  }

  /// A group's values on the dimensions that are not time, and its periods: nil for one that is not known.
  func split(_ group: Int32) -> (values: [Int32], periods: [Period?]) {
    let all = zip(dimensions, values(of: group))
    return (
      all.filter { !$0.0.isTime }.map(\.1),
      all.compactMap { dimension, value in dimension.periodLength.map { PeriodNumbers.period(value, $0) } }
    )
  }

  /// A group's value on each dimension: a code, the number of a period, or −1 where it is not known.
  func values(of group: Int32) -> [Int32] {
    var values: [Int32] = []
    var group = group
    for level in levels.reversed() {
      let pair = level.pair(group)
      values.append(pair.value)
      group = pair.group
    }
    return values.reversed()
  }
}

/// Gives pairs of small numbers a number of their own, counted from 0; an open-addressed table.
private struct PairTable {
  /// A number + 1, or 0 for a free place; its size is a power of two.
  private var places = [Int32](repeating: 0, count: 64)
  private var keys: [UInt64] = []

  var count: Int { keys.count }

  mutating func number(of group: Int32, _ value: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: group)) << 32 | UInt64(UInt32(bitPattern: value))
    let mask = places.count - 1
    var place = Self.place(of: key) & mask
    while places[place] != 0 {
      let number = places[place] - 1
      if keys[Int(number)] == key { return number }
      place = (place + 1) & mask
    }
    keys.append(key)
    places[place] = Int32(truncatingIfNeeded: keys.count)
    if keys.count * 2 > places.count { grow() }
    return Int32(truncatingIfNeeded: keys.count - 1)
  }

  func pair(_ number: Int32) -> (group: Int32, value: Int32) {
    let key = keys[Int(number)]
    return (
      Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32)), Int32(bitPattern: UInt32(truncatingIfNeeded: key))
    )
  }

  private static func place(of key: UInt64) -> Int {
    // Fibonacci hashing: multiply by 2^64 / φ and take the high bits.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [Int32](repeating: 0, count: mask + 1)
    for (number, key) in keys.enumerated() {
      var place = Self.place(of: key) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = Int32(truncatingIfNeeded: number + 1)
    }
  }
}
