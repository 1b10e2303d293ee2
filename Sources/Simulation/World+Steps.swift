import CivilTime
import Platform
import Words

extension World {
  /// Lets a step happen.
  ///
  /// - Throws: `Breakage`.
  func take(_ step: Step) throws {
    let machine = machines[step.who % machines.count]
    machine.clock.advance(milliseconds: Int64(step.b % 3) * 500)
    switch step.action {
    case .record: try record(machine, step)
    case .correct: try correct(machine, step)
    case .retract: try retract(machine, step)
    case .resolve: try resolve(machine, step)
    case .batch: try batch(machine, step)
    case .admit: try admit(machine, step)
    case .revoke: try revoke(machine, step)
    case .forge: try forge(machine, step, isDecision: false)
    case .forgeDecision: try forge(machine, step, isDecision: true)
    case .foundForged: try foundForged(machine, step)
    case .forgeTwins: try forgeTwins(machine, step)
    case .bundle: try makeBundle(machine)
    case .sync: try synchronize(machine)
    case .carry: try carry(machine, step)
    case .delta: try makeDelta(machine, step)
    case .apply: if let parcel = someParcel(step) { try apply(machine, parcel) }
    case .applyCut: if let parcel = someParcel(step) { try applyCut(machine, parcel, step) }
    case .applyFlipped: if let parcel = someParcel(step) { try applyFlipped(machine, parcel, step) }
    case .powerCut: arm(machine, .powerCut, step)
    case .kill: arm(machine, .powerCut, step, survival: .everything)
    case .failingCall:
      let fault: Fault = step.b % 2 == 0 ? .fails(.other(5)) : .writesOnly(step.c % 400, then: .diskFull)
      arm(machine, fault, step)
    case .diskFull: fill(machine, step)
    case .clock: turn(machine, step)
    case .erase: try erase(machine, step)
    case .copy: try copy(machine, step)
    case .backUp: backUp(machine)
    case .restore: try restore(machine, step)
    }
  }

  /// One of the last bundles more often than an old one: lost, doubled and out of order are what that leaves.
  private func someParcel(_ step: Step) -> Parcel? {
    if parcels.isEmpty { return nil }
    let recent = parcels.suffix(step.a % 4 == 0 ? parcels.count : 6)
    return recent[recent.startIndex + step.b % recent.count]
  }

  private func applyCut(_ machine: Machine, _ parcel: Parcel, _ step: Step) throws {
    let count = step.c % parcel.bytes.count
    tell(SimulationWords.appliesCut(machine.name, parcel.number, count))
    try applyDamaged(machine, parcel, Array(parcel.bytes[..<count]))
  }

  private func applyFlipped(_ machine: Machine, _ parcel: Parcel, _ step: Step) throws {
    let byte = step.c % parcel.bytes.count
    var bytes = parcel.bytes
    bytes[byte] ^= 1 << UInt8(step.c % 8)
    tell(SimulationWords.appliesFlipped(machine.name, parcel.number, byte: byte, bit: step.c % 8))
    try applyDamaged(machine, parcel, bytes)
  }

  private func arm(_ machine: Machine, _ fault: Fault, _ step: Step, survival: PowerCutSurvival? = nil) {
    let survivals: [PowerCutSurvival] = [
      .nothing, .everything, .chance(seed: UInt64(step.c)), .chanceWithZeroes(seed: UInt64(step.c)),
    ]
    let trouble = Machine.Trouble(
      fault: fault, callCount: step.a % 70, survival: survival ?? survivals[step.b % survivals.count])
    machine.trouble = trouble
    tell(SimulationWords.trouble(machine.name, "\(fault)", trouble.callCount + 1))
  }

  private func fill(_ machine: Machine, _ step: Step) {
    machine.capacity = machine.capacity == nil ? machine.files.usedByteCount + step.c % 2000 : nil
    tell(machine.capacity != nil ? SimulationWords.diskIsFull(machine.name) : SimulationWords.diskHasRoom(machine.name))
  }

  private func turn(_ machine: Machine, _ step: Step) {
    let year: Int64 = 31_557_600_000
    let turns: [Int64] = [10 * year, -10 * year, 3_600_000, -3_600_000, 60_000, -60_000]
    machine.clock.set(to: World.startTime + turns[step.a % turns.count])
    tell(SimulationWords.setsClock(machine.name, Instant(milliseconds: machine.clock.now()).iso))
  }
}
