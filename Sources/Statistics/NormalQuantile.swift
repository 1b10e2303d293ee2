/// Quantiles of the standard normal distribution that the field uses.
public enum NormalQuantile {
  /// 97,5 %: two-sided 95 %.
  public static let twoSided95 = 1.959964
  /// 99,9 %: two-sided 99,8 %, the outer limit of a funnel plot.
  public static let twoSided998 = 3.090232
}
