import Platform
import Words

/// Runs histories from seeds.
public struct Simulator: Sendable {
  public let stepCount: Int
  /// The rule that the plain model leaves out, so that every history that needs it is one that breaks.
  public let without: Rule?

  public init(stepCount: Int, without: Rule? = nil) {
    self.stepCount = stepCount
    self.without = without
  }

  /// A history that broke.
  public struct Failure: Sendable {
    public let seed: UInt64
    /// From 1; one more than there are steps for what everyone's exchange at the end showed.
    public let step: Int
    public let breakage: Breakage
    let steps: [Step]
  }

  /// Runs the history of a seed; nil where all is right.
  public func run(seed: UInt64) -> Failure? {
    run(seed: seed, Step.list(seed: seed, count: stepCount)).failure
  }

  /// The history of a seed in words.
  public func story(seed: UInt64) -> [Phrase] {
    run(seed: seed, Step.list(seed: seed, count: stepCount), telling: true).story
  }

  /// The same failure with as few steps as a few hundred attempts can find, and its story.
  public func shrink(_ failure: Failure, attempts: Int = 400) -> (stepCount: Int, failure: Failure, story: [Phrase]) {
    var best = Array(failure.steps.prefix(failure.step))
    var broken = failure
    var left = attempts
    var size = max(1, best.count / 2)
    while left > 0 {
      var start = 0
      var isShorter = false
      while start < best.count, left > 0 {
        var steps = best
        steps.removeSubrange(start..<min(best.count, start + size))
        left -= 1
        if let found = run(seed: failure.seed, steps).failure, found.breakage.sort == failure.breakage.sort {
          best = Array(steps.prefix(found.step))
          broken = found
          isShorter = true
        } else {
          start += size
        }
      }
      if size == 1, !isShorter { break }
      size = max(1, size / 2)
    }
    return (best.count, broken, run(seed: failure.seed, best, telling: true).story)
  }

  private func run(seed: UInt64, _ steps: [Step], telling: Bool = false) -> (failure: Failure?, story: [Phrase]) {
    var number = 0
    var world: World?
    do {
      let made = try World(
        seed: seed, machineCount: Step.Mood(seed: seed).machineCount, without: without, telling: telling)
      world = made
      for step in steps {
        number += 1
        try made.take(step)
      }
      number += 1
      try made.exchangeEverything(byDelta: Step.Mood.knowsBranches && seed % 2 == 1)
      return (nil, made.story ?? [])
    } catch {
      let breakage =
        error as? Breakage
        ?? Breakage(
          sort: .damage, machine: "", expected: SimulationWords.success, found: SimulationWords.value("\(error)"))
      return (Failure(seed: seed, step: number, breakage: breakage, steps: steps), world?.story ?? [])
    }
  }
}
