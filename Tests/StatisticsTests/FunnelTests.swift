import Statistics
import Testing

@Suite struct FunnelTests {
  /// Eight aanbieders with 99 of 750 together; the fourth is 30 of 150.
  private let eight = zip([4, 11, 9, 30, 14, 14, 8, 9], [40, 60, 80, 150, 100, 120, 90, 110])
  /// Twelve with more difference between them than chance gives.
  private let twelve = zip(
    [12, 9, 20, 31, 8, 14, 22, 5, 40, 17, 3, 28], [100, 80, 150, 160, 90, 100, 170, 75, 210, 140, 60, 190])

  private func groups(_ counts: some Sequence<(Int, Int)>) -> [Proportion] {
    counts.compactMap { Proportion($0, of: $1) }
  }

  @Test func `of eight aanbieders one has z = 2,46, and 1,99 after the dispersion of 1,53`() throws {
    let funnel = try #require(Funnel(groups(eight)))
    #expect(funnel.target == 0.132)
    #expect(abs(funnel.zScores[3] - 2.46) < 0.005)
    #expect(abs(funnel.dispersion() - 1.53) < 0.005)
    #expect(abs(funnel.zScores[3] / funnel.dispersion().squareRoot() - 1.99) < 0.005)
    let judgements = zip(funnel.groups, funnel.limits).map { $1.judgement(of: $0.share) }
    #expect(judgements == [.within, .within, .within, .above95, .within, .within, .within, .within])
  }

  @Test func `with fewer than ten groups the variance between them is not used`() throws {
    let nine = try #require(Funnel(groups(Array(twelve).prefix(9))))
    #expect(nine.tauSquared == 0)
    #expect(nine.adjustedZScores == nine.zScores)
    #expect(try #require(Funnel(groups(Array(twelve).prefix(10)))).tauSquared > 0)
  }

  // The numbers were computed with NumPy, whose quantiles are of the same type.
  @Test func `twelve groups that differ too much have wider limits and smaller z-scores`() throws {
    let funnel = try #require(Funnel(groups(twelve)))
    #expect(abs(funnel.dispersion() - 1.6159031) < 1e-6)
    #expect(abs(funnel.dispersion(winsorised: 0.1) - 1.3599473) < 1e-6)
    #expect(abs(funnel.tauSquared - 0.00045574263) < 1e-10)
    for (z, expected) in zip(funnel.adjustedZScores.prefix(4), [-0.42120378, -0.5582133, -0.10534525, 1.64029449]) {
      #expect(abs(z - expected) < 1e-6)
    }
    let plain = try #require(FunnelLimits(target: funnel.target, denominator: 100))
    #expect(funnel.limits[0].limits95.high > plain.limits95.high)
    #expect(plain.judgement(of: 31.0 / 140) == .above95)
  }

  @Test func `equal groups have no variance between them`() throws {
    let funnel = try #require(Funnel(groups(Array(repeating: (10, 100), count: 12))))
    #expect(funnel.dispersion() < 1e-20)
    #expect(funnel.tauSquared == 0)
  }

  @Test func `where nobody or everybody counts there is no room for chance, and so no funnel`() {
    #expect(Funnel([]) == nil)
    #expect(Funnel(groups([(0, 10), (0, 20)])) == nil)
    #expect(Funnel(groups([(10, 10), (20, 20)])) == nil)
    for odd in [Double.nan, 0, 1, -0.1, 1.1, .infinity] { #expect(Funnel(groups(eight), target: odd) == nil, "\(odd)") }
    #expect(Funnel(groups([(0, 10), (0, 20)]), target: 0.1) != nil)
  }

  @Test(arguments: [Double.nan, -1, 0.7, .infinity]) func `no part to draw in makes the dispersion no number`(
    odd: Double
  ) throws {
    #expect(try #require(Funnel(groups(twelve))).dispersion(winsorised: odd).isFinite)
  }

  @Test func `counts as large as integers are give a funnel too`() throws {
    let funnel = try #require(Funnel(groups(Array(repeating: (Int.max / 3, Int.max), count: 10))))
    #expect(funnel.limits.count == 10)
    #expect(funnel.tauSquared.isFinite)
  }

  @Test func `of twenty ordinary groups one lies outside 95 % in 64 of a hundred cases, outside 99,8 % in 3,9`() {
    #expect(abs(Funnel.chanceOfAnyOutside(count: 20, inside: 0.95) - 0.64) < 0.005)
    #expect(abs(Funnel.chanceOfAnyOutside(count: 20, inside: 0.998) - 0.039) < 0.0005)
    #expect(Funnel.chanceOfAnyOutside(count: -3, inside: 0.95) == 0)
    #expect(Funnel.chanceOfAnyOutside(count: .max, inside: 0.95) == 1)
    #expect(Funnel.chanceOfAnyOutside(count: 5, inside: .nan) == 1)
  }
}
