import Dispatch
import Simulation
import Synchronization
import Words

/// The command: runs seeds on all cores and tells of those that break.
struct Program {
  private let arguments: Arguments
  private var language: Language { arguments.language }

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// - Returns: 0 where all is right, 1 where a history broke, 2 for wrong usage.
  func run() -> Int32 {
    if let mistake = arguments.mistake {
      Self.complain(SimulationWords.wrongArgument(mistake)[language])
      return 2
    }
    if arguments.isHelp {
      print(SimulationWords.help[language])
      return 0
    }
    if arguments.isListingRules {
      for rule in Rule.allCases { print(rule.rawValue) }
      return 0
    }
    if arguments.isListingSlots {
      print(Simulator.slots)
      return 0
    }
    let simulator = Simulator(stepCount: arguments.stepCount, without: arguments.without)
    if let count = arguments.setCount { return printSets(count, simulator) }
    let failures = failures(simulator)
    guard let first = failures.first else {
      if arguments.isTelling { tell(simulator.story(seed: arguments.seed)) }
      print(SimulationWords.allRight(seeds: arguments.seedCount, steps: arguments.stepCount)[language])
      return 0
    }
    if arguments.isTellingAll {
      for failure in failures { tell(failure, failure.breakage) }
      print(SimulationWords.broken(failures.count, of: arguments.seedCount)[language])
    } else if arguments.isShrinking {
      let shrunk = simulator.shrink(first)
      print(SimulationWords.brokenAt(first.seed, step: first.step)[language])
      print(SimulationWords.shrunk(to: shrunk.stepCount)[language])
      tell(shrunk.story)
      tell(shrunk.failure.breakage)
    } else {
      tell(first, first.breakage)
    }
    return 1
  }

  /// Prints sets of logs until there are enough, seed after seed.
  private func printSets(_ count: Int, _ simulator: Simulator) -> Int32 {
    let progress = Progress(of: count, language)
    defer { progress.end() }
    var (seed, left) = (arguments.seed, count)
    while left > 0 {
      do {
        for set in try simulator.sets(seed: seed).prefix(left) {
          print(set)
          left -= 1
          progress.advance()
        }
      } catch {
        Self.complain(SimulationWords.brokenAt(seed)[language])
        return 1
      }
      seed += 1
    }
    return 0
  }

  private func tell(_ failure: Simulator.Failure, _ breakage: Breakage) {
    print(SimulationWords.brokenAt(failure.seed, step: failure.step)[language])
    tell(breakage)
  }

  private func tell(_ breakage: Breakage) {
    print(SimulationWords.expected(on: breakage.machine)[language] + breakage.expected[language])
    print(SimulationWords.found[language] + breakage.found[language])
  }

  private func tell(_ story: [Phrase]) {
    for (index, phrase) in story.enumerated() { print("\(index + 1). \(phrase[language])") }
  }

  /// The failures in order of their seeds, whichever core finds them: all of them, or the first.
  private func failures(_ simulator: Simulator) -> [Simulator.Failure] {
    let count = arguments.seedCount
    let next = Atomic<Int>(0)
    let found = Mutex<[Simulator.Failure]>([])
    let progress = Progress(of: count, language)
    DispatchQueue.concurrentPerform(iterations: min(arguments.jobCount, count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let number = arguments.seed &+ UInt64(index)
        if !arguments.isTellingAll, let first = found.withLock({ $0.first?.seed }), first < number { return }
        if let failure = simulator.run(seed: number) {
          found.withLock { failures in
            if arguments.isTellingAll {
              // At once, since the others may take long.
              Self.complain(SimulationWords.brokenAt(failure.seed, step: failure.step)[language])
              failures.append(failure)
            } else if failures.first.map({ $0.seed > failure.seed }) ?? true {
              failures = [failure]
            }
          }
        }
        progress.advance()
      }
    }
    progress.end()
    return found.withLock { $0 }.sorted { $0.seed < $1.seed }
  }
}
