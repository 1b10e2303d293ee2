import Simulation
import Testing

@Suite struct SimulatorTests {
  @Test(arguments: [UInt64(1), 7])
  func `the same seed tells the same story twice`(seed: UInt64) {
    let simulator = Simulator(stepCount: 60)
    let story = simulator.story(seed: seed)
    #expect(story.count > 40)
    #expect(simulator.story(seed: seed) == story, "seed \(seed)")
  }

  @Test(arguments: 1...8)
  func `short histories lose nothing and end the same everywhere`(seed: Int) {
    let failure = Simulator(stepCount: 40).run(seed: UInt64(seed))
    #expect(failure == nil, "seed \(seed)")
  }

  @Test(arguments: [Rule.countingLinesAct, .replacedIsNotLive])
  func `a rule that is left out is missed, and the story of it is short`(rule: Rule) throws {
    let simulator = Simulator(stepCount: 60, without: rule)
    let failure = try #require((1...20).lazy.compactMap { simulator.run(seed: UInt64($0)) }.first)
    let shrunk = simulator.shrink(failure, attempts: 12)
    #expect(shrunk.stepCount <= failure.step)
    #expect(shrunk.failure.breakage.sort == failure.breakage.sort)
    #expect(!shrunk.story.isEmpty)
  }
}
