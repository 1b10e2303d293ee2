/// Quantiles of Student's t distribution.
public enum StudentT {
  /// The 97,5 % quantile, for a two-sided interval of 95 %.
  ///
  /// Up to 30 degrees of freedom from a table (made by integrating the density, six decimals); above that the expansion
  /// around the normal quantile of Abramowitz and Stegun 26.7.5, which is right to 0.00001 there.
  ///
  /// - Parameter degreesOfFreedom: At least 1; less counts as 1.
  public static func twoSided95(degreesOfFreedom: Int) -> Double {
    let degrees = max(1, degreesOfFreedom)
    if degrees <= table.count { return table[degrees - 1] }
    let (z, n) = (NormalQuantile.twoSided95, Double(degrees))
    let z3 = z * z * z
    let z5 = z3 * z * z
    let z7 = z5 * z * z
    let first = (z3 + z) / 4
    let second = (5 * z5 + 16 * z3 + 3 * z) / 96
    let third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384
    return z + first / n + second / (n * n) + third / (n * n * n)
  }

  private static let table: [Double] = [
    12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
    2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963,
    2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272,
  ]
}
