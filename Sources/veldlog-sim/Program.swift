import Dispatch
import Simulation
import Synchronization
import Words

/// The command: reads its arguments, runs seeds on all cores and tells of the first that breaks.
struct Program {
  private var seed: UInt64 = 1
  private var seedCount = 1
  private var stepCount = 200
  private var without: Rule?
  private var jobCount = 2
  private var language = Language.english
  private var isTelling = false
  private var isListingRules = false
  private var isShrinking = true
  private var mistake: String?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      switch name {
      case "--story": isTelling = true
      case "--no-shrink": isShrinking = false
      case "--rules": isListingRules = true
      default:
        guard let value = rest.popFirst(), set(name, value) else {
          mistake = name
          return
        }
      }
    }
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--seed": return UInt64(value).map { seed = $0 } != nil
    case "--seeds": return Int(value).map { seedCount = max(1, $0) } != nil
    case "--steps": return Int(value).map { stepCount = max(0, $0) } != nil
    case "--jobs": return Int(value).map { jobCount = max(1, $0) } != nil
    case "--without": return Rule(rawValue: value).map { without = $0 } != nil
    case "--lang": return Language(rawValue: value).map { language = $0 } != nil
    default: return false
    }
  }

  /// - Returns: 0 where all is right, 1 where a history broke, 2 for wrong usage.
  func run() -> Int32 {
    if let mistake {
      print(SimulationWords.wrongArgument(mistake)[language])
      print(SimulationWords.usage[language])
      return 2
    }
    if isListingRules {
      for rule in Rule.allCases { print(rule.rawValue) }
      return 0
    }
    let simulator = Simulator(stepCount: stepCount, without: without)
    guard let failure = firstFailure(simulator) else {
      if isTelling { tell(simulator.story(seed: seed)) }
      print(SimulationWords.allRight(seeds: seedCount, steps: stepCount)[language])
      return 0
    }
    print(SimulationWords.brokenAt(failure.seed, step: failure.step)[language])
    var breakage = failure.breakage
    if isShrinking {
      let shrunk = simulator.shrink(failure)
      print(SimulationWords.shrunk(to: shrunk.stepCount)[language])
      tell(shrunk.story)
      breakage = shrunk.failure.breakage
    }
    print(SimulationWords.expected(on: breakage.machine)[language] + breakage.expected[language])
    print(SimulationWords.found[language] + breakage.found[language])
    return 1
  }

  private func tell(_ story: [Phrase]) {
    for (index, phrase) in story.enumerated() { print("\(index + 1). \(phrase[language])") }
  }

  /// The failure of the lowest seed that fails, whichever core finds it.
  private func firstFailure(_ simulator: Simulator) -> Simulator.Failure? {
    let next = Atomic<Int>(0)
    let found = Mutex<Simulator.Failure?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(jobCount, seedCount)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < seedCount else { return }
        let number = seed &+ UInt64(index)
        if let first = found.withLock({ $0?.seed }), first < number { return }
        guard let failure = simulator.run(seed: number) else { continue }
        found.withLock { first in
          if first.map({ $0.seed > failure.seed }) ?? true { first = failure }
        }
      }
    }
    return found.withLock { $0 }
  }
}
