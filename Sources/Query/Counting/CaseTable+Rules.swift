import CivilTime
import Projection

extension CaseTable {
  /// Per row of the table, whether it follows the rule. A field that the table does not have is absent on every row.
  ///
  /// Made once for each rule and table.
  func mask(_ rule: Predicate, of table: CountTable) -> [Bool] {
    shared.once(.mask(rule, table, rule.isOfTiming ? timing : nil)) { makeMask(rule, of: table) }
  }

  private func makeMask(_ rule: Predicate, of table: CountTable) -> [Bool] {
    let count = facts(table).rowCount
    switch rule {
    case .always: return [Bool](repeating: true, count: count)
    case .among(let field, let values): return mask(column(field, of: table), count) { among(values, $0) }
    case .compared(let field, let comparison, let value):
      return mask(column(field, of: table), count) { compared($0, comparison, value) }
    case .known(let field): return mask(column(field, of: table), count, Self.known)
    case .not(let part): return mask(part, of: table).map { !$0 }
    case .all(let parts): return joined(parts, of: table, isAll: true)
    case .any(let parts): return joined(parts, of: table, isAll: false)
    }
  }

  private func mask(_ column: FieldColumn?, _ count: Int, _ test: (FieldColumn) -> [Bool]) -> [Bool] {
    column.map(test) ?? [Bool](repeating: false, count: count)
  }

  private func joined(_ parts: [Predicate], of table: CountTable, isAll: Bool) -> [Bool] {
    var result = mask(parts[0], of: table)
    for part in parts.dropFirst() {
      let mask = mask(part, of: table)
      for row in result.indices { result[row] = isAll ? result[row] && mask[row] : result[row] || mask[row] }
    }
    return result
  }

  private func among(_ values: [String], _ column: FieldColumn) -> [Bool] {
    switch column {
    case .codes(let codes):
      // By code + 1; the first stands for "absent".
      var isAmong = [Bool](repeating: false, count: projection.strings.count + 1)
      for value in values {
        if let code = projection.strings.code(of: value) { isAmong[Int(code) + 1] = true }
      }
      return isAmong.withUnsafeBufferPointer { isAmong in
        [Bool](unsafeUninitializedCapacity: codes.count) { mask, count in
          for row in codes.indices { mask[row] = isAmong[Int(codes[row] + 1)] }
          count = codes.count
        }
      }
    case .numbers(let numbers):
      let values = values.compactMap { Double($0) }
      return numbers.map { values.contains($0) }
    case .days(let days):
      let ranges = values.compactMap(DayRange.init)
      return days.map { day in ranges.contains { $0.contains(day) } }
    case .named(let places, let names):
      let wanted = names.map(values.contains)
      return wanted.withUnsafeBufferPointer { wanted in places.map { $0 >= 0 && wanted[Int($0)] } }
    }
  }

  private func compared(_ column: FieldColumn, _ comparison: Comparison, _ value: String) -> [Bool] {
    switch column {
    case .numbers(let numbers):
      // Against what is not a number nothing compares, neither a value nor an absent one.
      let value = Double(value) ?? .nan
      switch comparison {
      case .isBefore: return numbers.map { $0 < value }
      case .isAtMost: return numbers.map { $0 <= value }
      case .isAfter: return numbers.map { $0 > value }
      case .isAtLeast: return numbers.map { $0 >= value }
      case .isEqual: return numbers.map { $0 == value }
      case .isNot: return numbers.map { $0 != value }
      }
    case .days(let days):
      guard let range = DayRange(value) else { return days.map { _ in false } }
      return days.map { $0 != FactTable.noDay && range.compares($0, comparison) }
    case .codes(let codes): return codes.map { _ in false }
    case .named(let places, _): return places.map { _ in false }
    }
  }

  private static func known(_ column: FieldColumn) -> [Bool] {
    switch column {
    case .codes(let codes): codes.map { $0 >= 0 }
    case .numbers(let numbers): numbers.map { !$0.isNaN }
    case .days(let days): days.map { $0 != FactTable.noDay }
    case .named(let places, _): places.map { $0 >= 0 }
    }
  }
}

/// The days of a date or period as it is written: `2016-03-01`, `2016-03`, `2016`.
struct DayRange {
  private let first: Int32
  private let last: Int32

  init?(_ text: String) {
    if let day = CivilDate(iso: text) {
      (first, last) = (day.days, day.days)
    } else if let period = Period(text) {
      (first, last) = (period.start.days, period.end.days - 1)
    } else {
      return nil
    }
  }

  func contains(_ day: Int32) -> Bool { day >= first && day <= last }

  func compares(_ day: Int32, _ comparison: Comparison) -> Bool {
    switch comparison {
    case .isBefore: day < first
    case .isAtMost: day <= last
    case .isAfter: day > last
    case .isAtLeast: day >= first
    case .isEqual: contains(day)
    case .isNot: !contains(day)
    }
  }
}
