import Statistics
import Testing

@Suite struct DisclosureCheckTests {
  /// Two rows of two with their totals: cells 0 1 2, 3 4 5, 6 7 8.
  private let square = [
    CellRelation(2, is: [0, 1]), CellRelation(5, is: [3, 4]), CellRelation(8, is: [6, 7]),
    CellRelation(6, is: [0, 3]), CellRelation(7, is: [1, 4]), CellRelation(8, is: [2, 5]),
  ]

  @Test func `a count alone in its row follows from the total`() throws {
    let check = try #require(
      DisclosureCheck([.exactly(20), .hidden, .exactly(23)], relations: [CellRelation(2, is: [0, 1])]))
    #expect(check.knowledge[1] == .solved(3))
    #expect(check.solvedCells == [1])
  }

  @Test func `two in a row lie between nothing and what the row leaves`() throws {
    let check = try #require(
      DisclosureCheck([.hidden, .hidden, .exactly(23)], relations: [CellRelation(2, is: [0, 1])]))
    #expect(check.knowledge == [.between(low: 0, high: 23), .between(low: 0, high: 23), .published(23)])
  }

  @Test func `two noughts follow from a total of nothing, which elimination alone would not find`() throws {
    let check = try #require(
      DisclosureCheck([.hidden, .hidden, .exactly(0)], relations: [CellRelation(2, is: [0, 1])]))
    #expect(check.solvedCells == [0, 1])
  }

  @Test func `counts that follow from three relations at once are found, which narrowing alone would not`() throws {
    // a + b = 10, b + c = 11, c + a = 13.
    let relations = [CellRelation(3, is: [0, 1]), CellRelation(4, is: [1, 2]), CellRelation(5, is: [2, 0])]
    let check = try #require(
      DisclosureCheck(
        [.hidden, .hidden, .hidden, .exactly(10), .exactly(11), .exactly(13)], relations: relations))
    #expect(check.knowledge.prefix(3) == [.solved(6), .solved(4), .solved(7)])
  }

  @Test func `an earlier export of another table over the same cells gives away what each hides well`() throws {
    // Of four cells this table gives the sums of 0 and 1 and of 2 and 3; the earlier one that of 0 and 2, and cell 3.
    let now = [CellRelation(4, is: [0, 1]), CellRelation(5, is: [2, 3])]
    let published: [DisclosureCheck.Published] = [
      .hidden, .hidden, .hidden, .hidden, .exactly(30), .exactly(40), .exactly(23),
    ]
    #expect(try #require(DisclosureCheck(published, relations: now)).solvedCells.isEmpty)
    let both = now + [CellRelation(6, is: [0, 2])]
    #expect(try #require(DisclosureCheck(published, relations: both)).solvedCells.isEmpty)
    var withEarlier = published
    withEarlier[3] = .exactly(25)
    let check = try #require(DisclosureCheck(withEarlier, relations: both))
    #expect(check.knowledge.prefix(3) == [.solved(8), .solved(22), .solved(15)])
  }

  @Test func `rounded counts leave two to either side, and may still be solved`() throws {
    let relation = [CellRelation(2, is: [0, 1])]
    let loose = try #require(DisclosureCheck([.roundedToFive(5), .hidden, .roundedToFive(10)], relations: relation))
    #expect(loose.knowledge[1] == .between(low: 1, high: 9))
    let tight = try #require(DisclosureCheck([.roundedToFive(5), .exactly(20), .exactly(23)], relations: relation))
    #expect(tight.knowledge[0] == .solved(3))
    #expect(tight.isConsistent)
  }

  @Test func `numbers that do not fit together are said not to`() throws {
    let relation = [CellRelation(2, is: [0, 1])]
    for odd: [DisclosureCheck.Published] in [
      [.exactly(20), .exactly(4), .exactly(23)], [.exactly(24), .hidden, .exactly(23)],
      [.roundedToFive(20), .exactly(20), .exactly(23)],
    ] {
      #expect(try #require(DisclosureCheck(odd, relations: relation)).isConsistent == false, "\(odd)")
    }
    // Twice a count is odd.
    let twice = [CellRelation(2, is: [0, 1]), CellRelation(0, is: [1, 3])]
    let check = try #require(DisclosureCheck([.hidden, .hidden, .exactly(5), .exactly(0)], relations: twice))
    #expect(!check.isConsistent)
  }

  @Test func `the largest counts do not overflow, and impossible ones are no publication`() {
    let relation = [CellRelation(2, is: [0, 1])]
    #expect(DisclosureCheck([.exactly(.max), .exactly(.max), .hidden], relations: relation) == nil)
    #expect(DisclosureCheck([.exactly(.max), .hidden, .exactly(.max)], relations: relation)?.solvedCells == [1])
    #expect(DisclosureCheck([.exactly(.min), .hidden, .exactly(1)], relations: relation) == nil)
    #expect(DisclosureCheck([.roundedToFive(.max), .hidden, .exactly(1)], relations: relation) == nil)
    #expect(DisclosureCheck([.hidden], relations: relation) == nil)
    #expect(DisclosureCheck([.hidden, .hidden, .hidden], relations: [CellRelation(2, is: [0, 0])]) == nil)
    #expect(DisclosureCheck([], relations: [])?.knowledge.isEmpty == true)
    let chain = [CellRelation(0, is: [1, 2]), CellRelation(2, is: [3, 4]), CellRelation(4, is: [1, 3])]
    #expect(
      DisclosureCheck([.exactly(0), .exactly(.max), .hidden, .exactly(.max), .hidden], relations: chain)?.isConsistent
        != true)
  }

  /// Cells of which each is twice the one before it, the first of them numbered last: what is `levels` doublings up is 0,
  /// its half twice, and so on.
  private func doublings(_ levels: Int) -> [CellRelation] {
    (0..<levels).flatMap { level in
      let (half, same) = (2 * level + 2, 2 * level + 1)
      return [CellRelation(2 * level, is: [half, same]), CellRelation(same, is: [half])]
    }
  }

  @Test(arguments: [1, 2, 20, 60]) func `what was doubled up to sixty times is found again, or said not to fit`(
    levels: Int
  ) throws {
    let hidden = [DisclosureCheck.Published](repeating: .hidden, count: 2 * levels)
    let whole = try #require(DisclosureCheck([.exactly(3 << levels)] + hidden, relations: doublings(levels)))
    #expect(whole.knowledge.last == .solved(3))
    #expect(whole.isConsistent)
    let broken = try #require(DisclosureCheck([.exactly(3 << levels | 1)] + hidden, relations: doublings(levels)))
    #expect(!broken.isConsistent)
  }

  @Test(arguments: 1...40) func `twenty-five counts follow from thirty sums of any of them`(seed: UInt64) throws {
    var state = seed
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let counts = (0..<25).map { _ in next() % 1000 }
    let parts = (0..<30).map { _ in counts.indices.filter { _ in next() % 2 == 0 } }
    let sums = parts.map { DisclosureCheck.Published.exactly($0.reduce(0) { $0 + counts[$1] }) }
    let check = try #require(
      DisclosureCheck(
        counts.map { _ in .hidden } + sums, relations: zip(25..., parts).map { CellRelation($0, is: $1) }))
    #expect(check.knowledge.prefix(25) == counts.map { .solved($0) }[...], "seed \(seed)")
  }

  @Test func `where numbers outgrow an integer on the way there is no answer instead of a wrong one`() {
    let hidden = [DisclosureCheck.Published](repeating: .hidden, count: 2 * 70 + 1)
    #expect(DisclosureCheck(hidden, relations: doublings(70)) == nil)
    #expect(DisclosureCheck(Array(hidden.prefix(2 * 60 + 1)), relations: doublings(60))?.solvedCells.isEmpty == true)
  }

  /// All squares of counts up to six, with their totals.
  private static let squares: [[Int]] = (0..<7 * 7 * 7 * 7).map { number in
    let (a, b, c, d) = (number % 7, number / 7 % 7, number / 49 % 7, number / 343)
    return [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
  }

  @Test(arguments: 0..<512) func `what is solved of a square is so in all that look alike`(hidden: Int) throws {
    let counts = [1, 0, 1, 2, 3, 5, 3, 3, 6]
    let published = counts.indices.map {
      hidden >> $0 & 1 == 1 ? .hidden : DisclosureCheck.Published.exactly(counts[$0])
    }
    let check = try #require(DisclosureCheck(published, relations: square))
    #expect(check.isConsistent)
    // The table holds six in all, so with a total shown these are all squares there can be.
    let fillings = Self.squares.filter { square in
      counts.indices.allSatisfy { hidden >> $0 & 1 == 1 || square[$0] == counts[$0] }
    }
    for (cell, knowledge) in check.knowledge.enumerated() {
      let seen = Set(fillings.map { $0[cell] })
      switch knowledge {
      case .published(let count), .solved(let count): #expect(seen == [count], "\(hidden) \(cell)")
      case .between(let low, let high):
        #expect(seen.allSatisfy { $0 >= low && $0 <= high ?? .max }, "\(hidden) \(cell)")
        // In a square the relations one by one leave nothing else that elimination and narrowing miss.
        #expect(seen.count > 1, "\(hidden) \(cell)")
      }
    }
  }
}
