/// A figure as the naive model has it.
struct PlainFigure: Equatable {
  var numerator = 0.0
  var n = 0
  var missing = 0
  var value: Double?

  static func rate(_ numerator: Int, of n: Int, missing: Int) -> PlainFigure {
    PlainFigure(
      numerator: Double(numerator), n: n, missing: missing, value: n > 0 ? Double(numerator) / Double(n) : nil)
  }

  static func mean(_ values: [Double], missing: Int) -> PlainFigure {
    let sum = values.reduce(0, +)
    return PlainFigure(
      numerator: sum, n: values.count, missing: missing, value: values.isEmpty ? nil : sum / Double(values.count))
  }

  static func median(_ values: [Double], missing: Int) -> PlainFigure {
    let (sorted, count) = (values.sorted(), values.count)
    let middle = values.isEmpty ? nil : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    return PlainFigure(numerator: values.reduce(0, +), n: count, missing: missing, value: middle)
  }

  static func sum(_ values: [Double], missing: Int) -> PlainFigure {
    let sum = values.reduce(0, +)
    return PlainFigure(numerator: sum, n: values.count, missing: missing, value: values.isEmpty ? nil : sum)
  }

  static func count(_ count: Int, missing: Int = 0) -> PlainFigure {
    PlainFigure(numerator: Double(count), n: count, missing: missing, value: Double(count))
  }
}
