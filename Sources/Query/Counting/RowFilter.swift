import CivilTime
import Projection
import Vocabulary

/// The conditions of a question, with their values looked up once, so that each row costs a few look-ups in arrays.
struct RowFilter {
  /// A condition on something that is not time.
  private struct CodeTest {
    let dimension: Dimension
    /// By code + 1, whether rows with it stay; the first entry stands for "not known".
    let isKept: [Bool]
  }

  private var codeTests: [CodeTest] = []
  private(set) var timing = Timing()
  /// For each informant and scale by name, whether its answers stay.
  let answerConditions: [Condition]
  /// Whether something is asked of single aanbieders.
  let comparesAanbieders: Bool

  init(
    _ query: Query,
    _ strings: StringTable,
    _ vocabulary: Vocabulary,
    _ origins: LogOrigins?
  ) throws(QueryError) {
    var answerConditions: [Condition] = []
    for condition in query.conditions {
      switch condition.dimension {
      case .informant: answerConditions.append(try Self.normalized(condition, strings, vocabulary))
      case .schaal: answerConditions.append(condition)
      case .log: codeTests.append(try Self.logTest(condition, origins))
      case let dimension where dimension.isTime: timing.tests.append(try Self.dayTest(condition))
      default: codeTests.append(try Self.codeTest(condition, strings, vocabulary))
      }
    }
    self.answerConditions = answerConditions
    timing.figureLengths = query.periodLengths
    timing.length = query.dimensions.compactMap(\.periodLength).min { $0.rawValue < $1.rawValue }
    comparesAanbieders =
      query.dimensions.contains(.aanbieder) || query.conditions.contains { $0.dimension == .aanbieder }
  }

  /// The same without the conditions on time.
  var withoutTime: RowFilter {
    var copy = self
    copy.timing.tests = []
    return copy
  }

  /// Whether answers with that value on informant or schaal stay.
  func keeps(_ value: String, on dimension: Dimension) -> Bool {
    answerConditions.allSatisfy { condition in
      condition.dimension != dimension || condition.values.contains(value) == (condition.comparison == .isEqual)
    }
  }

  /// Per row of the cohort 0 where it stays and −1 where it does not.
  func selected(_ cohort: Cohort, in cases: CaseTable) -> [Int32] {
    var selected = [Int32](repeating: 0, count: cases.rowCount(cohort))
    selected.withUnsafeMutableBufferPointer { selected in
      for test in codeTests {
        let codes = cases.codes(test.dimension, of: cohort)
        test.isKept.withUnsafeBufferPointer { isKept in
          for row in selected.indices where !isKept[Int(codes[row] + 1)] { selected[row] = -1 }
        }
      }
      if timing.tests.isEmpty { return }
      let (first, last) = cases.days(of: cohort)
      for test in timing.tests {
        if let range = test.range {
          let (low, high) = (range.lowerBound, range.upperBound)
          for row in selected.indices where first[row] < low || last[row] > high || last[row] < low || first[row] > high
          {
            selected[row] = -1
          }
        } else {
          for row in selected.indices where !test.keeps(first[row], last[row]) { selected[row] = -1 }
        }
      }
    }
    return selected
  }

  private static func codeTest(
    _ condition: Condition,
    _ strings: StringTable,
    _ vocabulary: Vocabulary
  ) throws(QueryError) -> CodeTest {
    let isEqual = condition.comparison == .isEqual
    var isKept = [Bool](repeating: !isEqual, count: strings.count + 1)
    for value in condition.values {
      if isUnknown(value) {
        isKept[0] = isEqual
      } else {
        let text = try spelling(of: value, condition, strings, vocabulary)
        if let code = strings.code(of: text) { isKept[Int(code) + 1] = isEqual }
      }
    }
    return CodeTest(dimension: condition.dimension, isKept: isKept)
  }

  /// A log by the beginning of its name.
  private static func logTest(_ condition: Condition, _ origins: LogOrigins?) throws(QueryError) -> CodeTest {
    let isEqual = condition.comparison == .isEqual
    let names = origins?.names ?? []
    var isKept = [Bool](repeating: !isEqual, count: names.count + 1)
    for value in condition.values {
      let found = names.indices.filter { names[$0].hasPrefix(value.lowercased()) }
      if found.isEmpty {
        throw QueryError(position: condition.position, reason: .unknownValue(value, .log, nearest: names.first))
      }
      for log in found { isKept[log + 1] = isEqual }
    }
    return CodeTest(dimension: .log, isKept: isKept)
  }

  private static func isUnknown(_ value: String) -> Bool {
    ["(onbekend)", "onbekend", "(unknown)", "unknown"].contains(value)
  }

  private static func normalized(
    _ condition: Condition,
    _ strings: StringTable,
    _ vocabulary: Vocabulary
  ) throws(QueryError) -> Condition {
    var values: [String] = []
    for value in condition.values { values.append(try spelling(of: value, condition, strings, vocabulary)) }
    return Condition(condition.dimension, condition.comparison, values, position: condition.position)
  }

  /// The text as facts hold it: a region by any of its names becomes its code.
  private static func spelling(
    of value: String,
    _ condition: Condition,
    _ strings: StringTable,
    _ vocabulary: Vocabulary
  ) throws(QueryError) -> String {
    guard let list = vocabulary.codeList(named: condition.dimension.rawValue), list.code(value) == nil
    else { return value }
    if let code = list.code(matching: value) { return code.value }
    if strings.code(of: value) != nil { return value }
    throw QueryError(
      position: condition.position,
      reason: .unknownValue(value, condition.dimension, nearest: list.nearest(to: value).first))
  }

  private static func dayTest(_ condition: Condition) throws(QueryError) -> Timing.Test {
    if let length = condition.dimension.periodLength, condition.values.count == 1, isUnknown(condition.values[0]),
      condition.comparison == .isEqual || condition.comparison == .isNot
    {
      return Timing.Test(ranges: [], isInside: condition.comparison == .isEqual, outsideAny: length)
    }
    var ranges: [ClosedRange<Int32>] = []
    for value in condition.values {
      guard let period = Period(value) else {
        throw QueryError(position: condition.position, reason: .notAPeriod(value))
      }
      let (start, end) = (period.start.days, period.end.days)
      // A row whose day is absent has the smallest number there is, and is in no range.
      let (earliest, latest) = (Int32.min + 1, Int32.max)
      switch condition.comparison {
      case .isEqual, .isNot: ranges.append(start...(end - 1))
      case .isBefore: ranges.append(earliest...(start - 1))
      case .isAtMost: ranges.append(earliest...(end - 1))
      case .isAfter: ranges.append(end...latest)
      case .isAtLeast: ranges.append(start...latest)
      }
    }
    return Timing.Test(ranges: ranges, isInside: condition.comparison != .isNot)
  }
}
