/// The interval of a count of things that happen one by one.
public enum PoissonInterval {
  /// The 95 % interval of the number that was to be expected where `count` were counted.
  ///
  /// Below ten exact, from a table (half the 2,5 % and 97,5 % quantiles of χ² with `2·O` and `2·O + 2` degrees of
  /// freedom, six decimals; source: F. Garwood, Biometrika 28 (1936)); from ten on Byar's approximation, which is right
  /// to 0.2 % there: `O·(1 − 1/9O − z/3√O)³` and the same for `O + 1` with plus. Source: N.E. Breslow and N.E. Day,
  /// Statistical Methods in Cancer Research II, IARC (1987), chapter 2.
  ///
  /// - Parameter count: At least 0; less counts as 0.
  public static func twoSided95(_ count: Int) -> Interval {
    let place = max(0, count)
    if place < table.count { return table[place] }
    let low = Double(place)
    let high = low + 1
    func byar(_ value: Double, _ z: Double) -> Double {
      let root = 1 - 1 / (9 * value) + z / (3 * value.squareRoot())
      return value * root * root * root
    }
    return Interval(low: byar(low, -NormalQuantile.twoSided95), high: byar(high, NormalQuantile.twoSided95))
  }

  private static let table: [Interval] = [
    Interval(low: 0, high: 3.688879),
    Interval(low: 0.025318, high: 5.571643),
    Interval(low: 0.242209, high: 7.224688),
    Interval(low: 0.618672, high: 8.767273),
    Interval(low: 1.089865, high: 10.241589),
    Interval(low: 1.623486, high: 11.668332),
    Interval(low: 2.201894, high: 13.059474),
    Interval(low: 2.814363, high: 14.422675),
    Interval(low: 3.453832, high: 15.763189),
    Interval(low: 4.115373, high: 17.084803),
  ]
}
