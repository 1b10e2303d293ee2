import Platform

/// One thing that happens in a world, as data: three numbers that the action reads in its own way, always as an index
/// into what is there by then, so that a list of steps keeps its meaning when steps are taken out of it.
public struct Step: Sendable {
  /// What happens.
  enum Action: String, CaseIterable, Sendable {
    // What people do.
    case record, correct, retract, resolve, batch, erase, admit, revoke, bundle, delta, apply, sync, carry
    // What a changed program could do.
    case forge, forgeDecision, foundForged, forgeTwins
    // What befalls a file under way.
    case applyCut, applyFlipped
    // What befalls a machine.
    case powerCut, kill, failingCall, diskFull, clock
    // What befalls a folder.
    case copy, backUp, restore
  }

  let action: Action
  /// The machine it befalls.
  let who: Int
  let a: Int
  let b: Int
  let c: Int
}

extension Step {
  /// What a world is like: calm, or with much of one kind of trouble.
  struct Mood {
    /// Whether bundles carry branches and erasures yet.
    static let knowsBranches = true
    static let knowsFolder = true

    let machineCount: Int
    let weights: [(action: Action, weight: Int)]
    let total: Int

    init(seed: UInt64) {
      var random = SplitMix(seed: seed)
      machineCount = 2 + random.below(5)
      var weights: [(action: Action, weight: Int)] = [
        (.record, 20), (.correct, 7), (.retract, 4), (.resolve, 3), (.batch, 3), (.admit, 5), (.revoke, 2),
        (.bundle, 8), (.apply, 18), (.clock, 2),
      ]
      if random.below(2) == 0 { weights += [(.forge, 12), (.foundForged, 2), (.forgeTwins, 1)] }
      if random.below(2) == 0 { weights += [(.powerCut, 6), (.kill, 2), (.failingCall, 4), (.diskFull, 2)] }
      if random.below(2) == 0 { weights += [(.applyCut, 2), (.applyFlipped, 2)] }
      if Self.knowsBranches {
        if random.below(2) == 0 { weights += [(.copy, 2), (.backUp, 2), (.restore, 2)] }
        if random.below(3) > 0 { weights.append((.erase, 3)) }
        if random.below(3) > 0 { weights.append((.delta, 8)) }
        if Self.knowsFolder, random.below(3) == 0 { weights += [(.sync, 12), (.carry, 12)] }
      }
      // A world in which people, and changed programs, mostly decide about each other.
      if random.below(4) == 0 {
        weights += [(.forgeDecision, 30), (.admit, 8), (.revoke, 8), (.foundForged, 2), (.erase, 8), (.delta, 8)]
      }
      self.weights = weights
      total = weights.reduce(0) { $0 + $1.weight }
    }
  }

  /// The steps of a seed. More steps begin with the same ones.
  static func list(seed: UInt64, count: Int) -> [Step] {
    let mood = Mood(seed: seed)
    var random = SplitMix(seed: seed &+ 1 << 32)
    var steps: [Step] = []
    func number() -> Int { Int(truncatingIfNeeded: random.next() >> 20) }
    // Most are admitted before anything else happens.
    for machine in 1..<mood.machineCount where random.below(5) > 0 {
      steps.append(Step(action: .admit, who: 0, a: machine, b: number(), c: 0))
    }
    while steps.count < count {
      var place = random.below(mood.total)
      let action = mood.weights.first { entry in
        place -= entry.weight
        return place < 0
      }?.action
      steps.append(Step(action: action ?? .record, who: number(), a: number(), b: number(), c: number()))
    }
    return Array(steps.prefix(count))
  }
}
