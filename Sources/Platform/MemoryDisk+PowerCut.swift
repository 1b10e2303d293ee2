extension MemoryDisk {
  /// The disk that is found after the power was cut: a tree of its own, in which everything is durable.
  ///
  /// A change of names that was not synchronized is there or not, and not without the earlier ones of the same
  /// names; of the writes to a file since it was synchronized, some number of whole ones from the first on is there,
  /// and perhaps the beginning of the next.
  func afterPowerCut(_ survival: PowerCutSurvival) -> MemoryDisk {
    var chance = Chance(survival)
    var found = MemoryDisk()
    var names = FoundNames()
    var lost: [NameChange] = []
    for change in unsyncedNames {
      if !lost.contains(where: { $0.touches(change) }), chance.keeps() {
        names.apply(change)
      } else {
        lost.append(change)
      }
    }
    let used = copy(root, into: found.root, names, &chance)
    found.usedByteCount = used
    return found
  }

  /// Copies what is found below `folder`, and returns how many bytes that is.
  private func copy(
    _ folder: MemoryNode,
    into target: MemoryNode,
    _ names: FoundNames,
    _ chance: inout Chance
  ) -> Int {
    var used = 0
    // In the order of the names, so that the same seed gives the same disk.
    for (name, node) in names.entries(of: folder).sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let copied = MemoryNode(isFolder: node.isFolder, mode: node.mode)
      if node.isFolder {
        used += copy(node, into: copied, names, &chance)
      } else {
        copied.content = chance.content(of: node)
        copied.durableContent = copied.content
        used += copied.content.count
      }
      target.entries[name] = copied
      target.durableEntries[name] = copied
    }
    return used
  }
}

/// The durable names of each folder with the changes that survived.
private struct FoundNames {
  private var changed: [ObjectIdentifier: [String: MemoryNode]] = [:]

  mutating func apply(_ change: MemoryDisk.NameChange) {
    for effect in change.effects {
      changed[ObjectIdentifier(effect.folder), default: effect.folder.durableEntries][effect.name] = effect.node
    }
  }

  func entries(of folder: MemoryNode) -> [String: MemoryNode] {
    changed[ObjectIdentifier(folder)] ?? folder.durableEntries
  }
}

/// What becomes of each thing that was not synchronized.
private struct Chance {
  private let survival: PowerCutSurvival
  private var numbers: SplitMix

  init(_ survival: PowerCutSurvival) {
    self.survival = survival
    switch survival {
    case .chance(let seed), .chanceWithZeroes(let seed): numbers = SplitMix(seed: seed)
    case .nothing, .everything: numbers = SplitMix(seed: 0)
    }
  }

  mutating func keeps() -> Bool {
    switch survival {
    case .nothing: false
    case .everything: true
    case .chance, .chanceWithZeroes: numbers.next() & 1 == 0
    }
  }

  mutating func content(of file: MemoryNode) -> [UInt8] {
    switch survival {
    case .nothing: return file.durableContent
    case .everything: return file.content
    case .chance, .chanceWithZeroes: break
    }
    guard !file.unsynced.isEmpty else { return file.durableContent }
    var content = file.durableContent
    let wholeCount = numbers.below(file.unsynced.count + 1)
    for change in file.unsynced[..<wholeCount] { MemoryNode.apply(change, to: &content) }
    guard wholeCount < file.unsynced.count, case .write(let bytes) = file.unsynced[wholeCount] else { return content }
    let kept = numbers.below(bytes.count)
    content += bytes[..<kept]
    if case .chanceWithZeroes = survival, keeps() { content += [UInt8](repeating: 0, count: bytes.count - kept) }
    return content
  }
}
