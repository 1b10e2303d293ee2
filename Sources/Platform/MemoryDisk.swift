/// The tree behind a `MemoryFileSystem`, with the errors that Linux gives.
///
/// A path is cut at `/`; empty parts and `.` are passed over, `..` goes back one folder, and relative paths start at
/// the root.
struct MemoryDisk {
  /// A change of names that a power cut may take back until each folder it touches is synchronized.
  struct NameChange {
    struct Effect {
      let folder: MemoryNode
      let name: String
      /// What the name leads to now; nil for nothing.
      let node: MemoryNode?
    }

    let effects: [Effect]
    /// Folders not synchronized since.
    var waiting: [MemoryNode]

    func touches(_ other: NameChange) -> Bool {
      effects.contains { mine in other.effects.contains { $0.folder === mine.folder && $0.name == mine.name } }
    }
  }

  /// Where a path leads: the folder that its last name stands in, and what stands there.
  struct Place {
    let folder: MemoryNode
    /// Empty where the path names no entry: the root, or a way back with `..`.
    let name: String
    let node: MemoryNode?
  }

  let root = MemoryNode(isFolder: true, mode: 0o700)
  private(set) var unsyncedNames: [NameChange] = []
  /// Bytes in files that have a name.
  var usedByteCount = 0
  /// Bytes that fit; nil for no limit.
  var capacity: Int?

  // MARK: Looking

  /// - Throws: `notFound` or `notFolder` where the way to the last name is not one of folders.
  func place(of path: String, _ operation: FileError.Operation) throws(FileError) -> Place {
    let parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    var way = [root]
    for (index, part) in parts.enumerated() {
      let folder = way[way.count - 1]
      if part == ".." {
        if way.count > 1 { way.removeLast() }
      } else if index == parts.count - 1 {
        return Place(folder: folder, name: part, node: folder.entries[part])
      } else {
        guard let next = folder.entries[part] else { throw FileError(operation, path, .notFound) }
        guard next.isFolder else { throw FileError(operation, path, .notFolder) }
        way.append(next)
      }
    }
    let folder = way[way.count - 1]
    return Place(folder: folder, name: "", node: folder)
  }

  func node(at path: String, _ operation: FileError.Operation) throws(FileError) -> MemoryNode {
    guard let node = try place(of: path, operation).node else { throw FileError(operation, path, .notFound) }
    return node
  }

  func file(at path: String, _ operation: FileError.Operation) throws(FileError) -> MemoryNode {
    let node = try node(at: path, operation)
    if node.isFolder { throw FileError(operation, path, .isFolder) }
    return node
  }

  func folder(at path: String, _ operation: FileError.Operation) throws(FileError) -> MemoryNode {
    let node = try node(at: path, operation)
    if !node.isFolder { throw FileError(operation, path, .notFolder) }
    return node
  }

  // MARK: Names

  /// The file at `path`, made with these permissions if nothing is there.
  mutating func fileMakingIt(_ path: String, mode: UInt16, _ operation: FileError.Operation) throws(FileError)
    -> MemoryNode
  {
    let place = try place(of: path, operation)
    if let node = place.node {
      if node.isFolder { throw FileError(operation, path, .isFolder) }
      return node
    }
    return add(MemoryNode(isFolder: false, mode: mode), at: place)
  }

  @discardableResult
  mutating func add(_ node: MemoryNode, at place: Place) -> MemoryNode {
    change([.init(folder: place.folder, name: place.name, node: node)])
    return node
  }

  mutating func rename(_ source: String, to target: String) throws(FileError) {
    func refusal(_ reason: FileError.Reason) -> FileError { FileError(.rename, target, reason) }
    let from: Place
    let onto: Place
    do throws(FileError) {
      from = try place(of: source, .rename)
      onto = try place(of: target, .rename)
    } catch {
      throw refusal(error.reason)
    }
    if from.name.isEmpty || onto.name.isEmpty { throw refusal(.other(SystemNumber.busy)) }
    guard let node = from.node else { throw refusal(.notFound) }
    if node.isFolder, contains(onto.folder, in: node) { throw refusal(.other(SystemNumber.invalid)) }
    if let present = onto.node {
      if present === node { return }
      if present.isFolder, contains(from.folder, in: present) { throw refusal(.other(SystemNumber.notEmpty)) }
      if node.isFolder, !present.isFolder { throw refusal(.notFolder) }
      if !node.isFolder, present.isFolder { throw refusal(.isFolder) }
      if !present.entries.isEmpty { throw refusal(.other(SystemNumber.notEmpty)) }
      unlink(present)
    }
    change([
      .init(folder: from.folder, name: from.name, node: nil), .init(folder: onto.folder, name: onto.name, node: node),
    ])
  }

  mutating func remove(_ path: String) throws(FileError) {
    let place = try place(of: path, .remove)
    guard let node = place.node else { throw FileError(.remove, path, .notFound) }
    if !node.entries.isEmpty { throw FileError(.remove, path, .other(SystemNumber.notEmpty)) }
    if place.name.isEmpty { throw FileError(.remove, path, .other(SystemNumber.busy)) }
    unlink(node)
    change([.init(folder: place.folder, name: place.name, node: nil)])
  }

  /// Makes every change of names in `folder` durable, with those that it builds on.
  mutating func synchronize(folder: MemoryNode) {
    var isDurable = unsyncedNames.map { _ in false }
    for index in unsyncedNames.indices {
      unsyncedNames[index].waiting.removeAll { $0 === folder }
      if unsyncedNames[index].waiting.isEmpty { isDurable[index] = true }
    }
    for index in unsyncedNames.indices.reversed() where isDurable[index] {
      for earlier in 0..<index where unsyncedNames[earlier].touches(unsyncedNames[index]) { isDurable[earlier] = true }
    }
    for index in unsyncedNames.indices where isDurable[index] {
      for effect in unsyncedNames[index].effects { effect.folder.durableEntries[effect.name] = effect.node }
    }
    unsyncedNames = unsyncedNames.indices.filter { !isDurable[$0] }.map { unsyncedNames[$0] }
  }

  private mutating func change(_ effects: [NameChange.Effect]) {
    for effect in effects { effect.folder.entries[effect.name] = effect.node }
    var waiting: [MemoryNode] = []
    for effect in effects where !waiting.contains(where: { $0 === effect.folder }) { waiting.append(effect.folder) }
    unsyncedNames.append(NameChange(effects: effects, waiting: waiting))
  }

  private mutating func unlink(_ node: MemoryNode) {
    usedByteCount -= node.content.count
    node.isUnlinked = true
  }

  /// Whether `node` is `folder` or lies below it.
  private func contains(_ node: MemoryNode, in folder: MemoryNode) -> Bool {
    node === folder || folder.entries.values.contains { $0.isFolder && contains(node, in: $0) }
  }

  // MARK: Bytes

  /// Appends as much as fits; false when that is not all.
  mutating func append(_ bytes: [UInt8], to node: MemoryNode, atMost limit: Int = .max) -> Bool {
    let room = node.isUnlinked ? Int.max : capacity.map { max(0, $0 - usedByteCount) } ?? .max
    let kept = bytes.prefix(min(room, limit))
    node.append(kept)
    if !node.isUnlinked { usedByteCount += kept.count }
    return kept.count == bytes.count
  }

  /// Writes over what is there, as much as fits; false when that is not all.
  mutating func overwrite(_ bytes: [UInt8], in node: MemoryNode, at offset: Int, atMost limit: Int = .max) -> Bool {
    let room = node.isUnlinked ? Int.max : capacity.map { max(0, $0 - usedByteCount) } ?? .max
    let inPlace = max(0, node.content.count - offset)
    let kept = bytes.prefix(min(limit, room < .max - inPlace ? room + inPlace : .max))
    let before = node.content.count
    node.overwrite(kept, at: offset)
    if !node.isUnlinked { usedByteCount += node.content.count - before }
    return kept.count == bytes.count
  }

  mutating func truncate(_ node: MemoryNode, to size: Int) {
    if !node.isUnlinked { usedByteCount += size - node.content.count }
    node.truncate(to: size)
  }
}
