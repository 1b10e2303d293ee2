import Statistics
import Testing

@Suite struct SmallCellRuleTests {
  @Test(
    arguments: [
      (0, 40, nil), (1, 40, .small), (9, 40, .small), (10, 40, nil), (30, 40, nil), (31, 40, .complement),
      (39, 40, .complement), (40, 40, nil), (0, 19, .wholeGroup), (19, 19, .wholeGroup), (0, 20, nil), (20, 20, nil),
      (10, 19, .complement), (10, 20, nil), (0, 0, nil), (12, 12, .wholeGroup), (3, 3, .small), (0, 3, .complement),
    ] as [(Int, Int, SmallCellRule.Reason?)])
  func `a count is hidden when it, its complement or its whole group is small`(
    count: Int,
    group: Int,
    reason: SmallCellRule.Reason?
  ) throws {
    #expect(try #require(SmallCellRule()).reason(toHide: count, of: group) == reason)
  }

  @Test func `a count that is no share of anything is only hidden when it is small`() throws {
    let rule = try #require(SmallCellRule(minimum: 5))
    #expect(rule.reason(toHide: 4, of: nil) == .small)
    #expect(rule.reason(toHide: 0, of: nil) == nil)
    #expect(rule.reason(toHide: 5, of: nil) == nil)
  }

  @Test func `what cannot be a count of the group is hidden, however large`() throws {
    let rule = try #require(SmallCellRule())
    #expect(rule.reason(toHide: -1, of: nil) == .small)
    #expect(rule.reason(toHide: .min, of: 40) == .small)
    #expect(rule.reason(toHide: 41, of: 40) == .small)
    #expect(rule.reason(toHide: 5, of: -5) == .small)
    #expect(rule.reason(toHide: .max, of: .max) == nil)
    #expect(!rule.allowsBoth(-1, 40))
    #expect(!rule.allowsBoth(.min, .max))
  }

  @Test func `no rule goes below five, and partners may agree on that`() {
    #expect(SmallCellRule(minimum: 4) == nil)
    #expect(SmallCellRule(minimum: .min) == nil)
    #expect(SmallCellRule(minimum: .max) == nil)
    #expect(SmallCellRule(minimum: 10, smallGroup: 9) == nil)
    #expect(SmallCellRule(minimum: 5)?.smallGroup == 10)
    #expect(SmallCellRule(minimum: 5, smallGroup: 30)?.reason(toHide: 29, of: 29) == .wholeGroup)
  }
}
