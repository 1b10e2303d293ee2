import Statistics
import Testing

@Suite struct KappaTests {
  @Test func `0,80 agreement where chance gives 0,50 is a kappa of 0,60`() throws {
    let kappa = try #require(CohensKappa(agreement: 0.8, chanceAgreement: 0.5))
    #expect(abs(kappa.value - 0.6) < 1e-12)
  }

  @Test func `two coders of fifty fragments have the kappa that another program gives`() throws {
    // 20 both, 15 neither, 5 and 10 one of the two: po = 0.7, pe = 0.5.
    let codes =
      Array(repeating: (1, 1), count: 20) + Array(repeating: (1, 0), count: 5)
      + Array(repeating: (0, 1), count: 10) + Array(repeating: (0, 0), count: 15)
    let kappa = try #require(CohensKappa(codes))
    #expect(abs(kappa.agreement - 0.7) < 1e-12)
    #expect(abs(kappa.chanceAgreement - 0.5) < 1e-12)
    #expect(abs(kappa.value - 0.4) < 1e-12)
  }

  @Test func `always agreeing is 1, agreeing by chance 0, and never agreeing below it`() throws {
    #expect(CohensKappa([("a", "a"), ("b", "b")])?.value == 1)
    #expect(CohensKappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")])?.value == 0)
    #expect(CohensKappa([("a", "b"), ("b", "a")])?.value == -1)
  }

  @Test func `coders who only ever used one and the same code say nothing by agreeing`() {
    #expect(CohensKappa([("a", "a"), ("a", "a"), ("a", "a")]) == nil)
    #expect(CohensKappa([(Int, Int)]()) == nil)
    #expect(CohensKappa([("a", "b"), ("a", "b")])?.value == 0)
    #expect(CohensKappa(agreement: 1, chanceAgreement: 1) == nil)
    #expect(CohensKappa(agreement: .nan, chanceAgreement: 0.5) == nil)
    #expect(CohensKappa(agreement: 0.5, chanceAgreement: .nan) == nil)
  }
}
