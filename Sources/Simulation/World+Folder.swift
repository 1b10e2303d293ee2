import Cryptography
import Platform
import Words
import Workspace

/// A shared folder, of which each machine has its own copy, and what carries files between the copies.
extension World {
  /// Syncs a machine with its copy of the folder, and checks that all that can be read there came, and that no file went
  /// whose lines are in no other.
  func synchronize(_ machine: Machine) throws {
    tell(SimulationWords.synchronizes(machine.name))
    try machine.files.withoutTrouble { try machine.files.makeFolders(Machine.shared) }
    let before = try machine.sharedFiles()
    let parcels = before.compactMap { byFile[Self.hash($0.bytes)] }.filter { $0.isReadable(with: machine.ownKeys) }
    let wanted = foretell(machine, parcels)
    let outcome = try act(machine, expecting: .lines(wanted.holdings.present)) { recording in
      var folder = SharedFolder(Machine.shared)
      return try folder.sync(recording)
    }
    let after = try machine.sharedFiles()
    for file in after where byFile[Self.hash(file.bytes)] == nil {
      // What was written now; what came damaged cannot be read, and is nobody's.
      guard !before.contains(where: { $0.path == file.path }), !Path.name(of: file.path).hasPrefix(".tmp-") else {
        continue
      }
      let plain = try machine.files.withoutTrouble { try machine.open().decrypted(file.bytes) }
      let parcel = try parcel(file.bytes, plain: plain, from: machine.name)
      self.parcels.append(parcel)
      byFile[Self.hash(file.bytes)] = parcel
    }
    let known = parcels.map { ($0.hash, $0.bundle) }
    try takeOver(machine, machine.waiting.merging(known) { first, _ in first })
    try checkFolded(machine, before, after)
    switch outcome {
    case .done:
      machine.doubtfulBundles.subtract(known.map(\.0))
      try machine.readWaiting(corpus)
      // A file that cannot be read, or written, is reported, and the others are still read.
      if machine.isTroubled { break }
      if !machine.holdings.present.isSuperset(of: wanted.holdings.present) {
        throw stateBreakage(machine, wanted.holdings)
      }
      try checkFolder(machine, before, after)
    case .refused(let error):
      throw Breakage(
        sort: .refusal, machine: machine.name, expected: SimulationWords.success,
        found: SimulationWords.value("\(error)"))
    case .interrupted: break
    }
  }

  static func hash(_ bytes: [UInt8]) -> String { SHA256.hash(bytes).hexadecimal }

  /// After a sync the folder lacks nothing that the members who are present may have; and where it lacked nothing,
  /// nothing was written.
  private func checkFolder(
    _ machine: Machine, _ before: [(path: String, bytes: [UInt8])], _ after: [(path: String, bytes: [UInt8])]
  ) throws {
    let model = model(machine.holdings, own: machine.ownKeys)
    let others = model.presentMembers.subtracting([machine.log])
    let regio = model.regio(machine.log)
    func lacking(_ files: [(path: String, bytes: [UInt8])]) -> Int? {
      let bundles = files.compactMap { byFile[Self.hash($0.bytes)] }
        .filter { $0.isReadable(with: machine.ownKeys) }.map(\.bundle)
      for member in others.sorted() {
        let open = machine.holdings.shareable(model, regio: model.regio(member) == regio ? regio : nil)
        let counting = bundles.filter {
          $0.receivers.isEmpty || $0.receivers.contains(member) || $0.writer == member
        }
        // One that lacks a payload which is held here does not bring the line.
        let brought = counting.flatMap(\.segments).flatMap { segment in
          segment.ids.filter { !segment.bare.contains($0) || model.isBare($0) }
        }
        if let id = open.subtracting(brought).min() { return id }
      }
      return nil
    }
    let left = lacking(after)
    if let left, without != .folderLacksNothing {
      throw Breakage(
        sort: .folder, machine: machine.name, expected: SimulationWords.lineThere(describe(left)),
        found: SimulationWords.lineGone)
    }
    let known = Set(before.map(\.path))
    let isWritten = after.contains { !known.contains($0.path) }
    if without == .folderLacksNothing, isWritten, lacking(before) != nil { throw folderBreakage(machine) }
    // Small files of its own may be folded into a larger one, and erased payloads taken out.
    let own = before.count { byFile[Self.hash($0.bytes)].map { machine.keys.contains($0.bundle.writer) } ?? false }
    let isAtRest = lacking(before) == nil && own < 8 && model.inForce.isEmpty
    if isAtRest, isWritten != (without == .folderRests) { throw folderBreakage(machine) }
  }

  private func folderBreakage(_ machine: Machine) -> Breakage {
    Breakage(
      sort: .folder, machine: machine.name, expected: SimulationWords.noOtherLine,
      found: SimulationWords.value(Machine.shared))
  }

  /// A file goes only when others of the same writer hold its lines; one with an erased payload also when it counts for
  /// nobody who is present.
  private func checkFolded(
    _ machine: Machine, _ before: [(path: String, bytes: [UInt8])], _ after: [(path: String, bytes: [UInt8])]
  ) throws {
    let left = Set(after.map(\.path))
    let model = model(machine.holdings, own: machine.ownKeys)
    let present = model.presentMembers.subtracting([machine.log])
    for file in before where !left.contains(file.path) {
      guard let parcel = byFile[Self.hash(file.bytes)] else { continue }
      let (writer, receivers) = (parcel.bundle.writer, parcel.bundle.receivers)
      let counts = !present.isDisjoint(with: receivers + [writer]) || (receivers.isEmpty && !present.isEmpty)
      if !counts, !model.inForce.isEmpty { continue }
      let others = after.compactMap { byFile[Self.hash($0.bytes)] }.filter { machine.keys.contains($0.bundle.writer) }
      let lines = Set(others.flatMap { $0.bundle.segments.flatMap(\.ids) })
      if let gone = Set(parcel.bundle.segments.flatMap(\.ids)).subtracting(lines).min() {
        throw Breakage(
          sort: .folder, machine: machine.name, expected: SimulationWords.lineThere(describe(gone)),
          found: SimulationWords.lineGone)
      }
    }
  }

  /// Carries files from one copy of the folder to another, as a file syncer or a person does it, well or badly.
  func carry(_ machine: Machine, _ step: Step) throws {
    let other = machines[step.b % machines.count]
    let files = machine.files
    try files.withoutTrouble { try files.makeFolders(Machine.shared) }
    let there = try other.sharedFiles()
    let here = Dictionary(try machine.sharedFiles().map { ($0.path, $0.bytes) }) { first, _ in first }
    switch step.a % 10 {
    case 0:
      tell(SimulationWords.folderVanishes(machine.name))
      try files.withoutTrouble { try files.removeTree(Machine.shared) }
      return
    case 1:
      tell(SimulationWords.folderIsOld(machine.name))
      try machine.share(machine.oldShared, isWhole: true)
      return
    case 2 where !there.isEmpty:
      // One file arrives half, or damaged, or under another name.
      let file = there[step.c % there.count]
      var bytes = file.bytes
      var path = file.path
      let way = ["half", "flipped", "renamed"][step.c % 3]
      tell(SimulationWords.carries(other.name, machine.name, way))
      switch step.c % 3 {
      case 0: bytes = Array(bytes.prefix(bytes.count / 2))
      case 1: bytes[step.c % bytes.count] ^= 1
      default: path += ".sync-conflict-20160302.veld"
      }
      if here[path] == nil { try machine.share([(path, bytes)], isWhole: false) }
    default:
      tell(SimulationWords.carries(other.name, machine.name, "\(there.count)"))
      if step.c % 4 == 0 { machine.oldShared = try machine.sharedFiles() }
      try machine.share(there, isWhole: step.c % 3 == 0)
    }
  }
}

extension Machine {
  static let shared = "/shared"

  /// The files in this machine's copy of the shared folder.
  func sharedFiles() throws -> [(path: String, bytes: [UInt8])] {
    try files.withoutTrouble { files.exists(Self.shared) ? try files.tree(Self.shared) : [] }
  }

  /// Puts files in the copy.
  ///
  /// - Parameter isWhole: Whether all others go.
  func share(_ incoming: [(path: String, bytes: [UInt8])], isWhole: Bool) throws {
    let capacity = capacity
    self.capacity = nil
    try files.withoutTrouble { () throws -> Void in
      if isWhole, files.exists(Self.shared) { try files.removeTree(Self.shared) }
      try files.makeFolders(Self.shared)
      for file in incoming where !Path.name(of: file.path).hasPrefix(".") {
        try files.makeFolders(Path.folder(of: file.path))
        try files.writeWhole(file.bytes, to: file.path)
      }
    }
    self.capacity = capacity
  }
}
