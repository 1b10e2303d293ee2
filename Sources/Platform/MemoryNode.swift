/// A file or folder of a `MemoryDisk`: as programs see it, and as a power cut would leave it for sure.
///
/// Unchecked: only touched under the lock of the `MemoryFileSystem` that it belongs to.
final class MemoryNode: @unchecked Sendable {
  enum Change {
    case write([UInt8])
    /// So small a piece that a power cut leaves all of it or nothing.
    case overwrite([UInt8], at: Int)
    case truncate(Int)
  }

  let isFolder: Bool
  let mode: UInt16
  /// A file's bytes as they stand.
  var content: [UInt8] = []
  /// A file's bytes when it was last synchronized, and what happened to them since.
  var durableContent: [UInt8] = []
  var unsynced: [Change] = []
  /// A folder's names as they stand.
  var entries: [String: MemoryNode] = [:]
  /// A folder's names that a power cut cannot take away.
  var durableEntries: [String: MemoryNode] = [:]
  /// Whether no name leads here any more, so that the bytes take no room on the disk.
  var isUnlinked = false
  weak var lock: MemoryLock?

  init(isFolder: Bool, mode: UInt16) {
    self.isFolder = isFolder
    self.mode = mode
  }

  func append(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    content += bytes
    unsynced.append(.write(Array(bytes)))
  }

  func overwrite(_ bytes: some Collection<UInt8>, at offset: Int) {
    guard !bytes.isEmpty else { return }
    let change = Change.overwrite(Array(bytes), at: offset)
    Self.apply(change, to: &content)
    unsynced.append(change)
  }

  func truncate(to size: Int) {
    guard size != content.count else { return }
    Self.apply(.truncate(size), to: &content)
    unsynced.append(.truncate(size))
  }

  func synchronize() {
    durableContent = content
    unsynced.removeAll()
  }

  static func apply(_ change: Change, to content: inout [UInt8]) {
    switch change {
    case .write(let bytes): content += bytes
    case .overwrite(let bytes, let offset):
      content += [UInt8](repeating: 0, count: max(0, offset - content.count))
      content.replaceSubrange(offset..<min(content.count, offset + bytes.count), with: bytes)
    case .truncate(let size) where size < content.count: content.removeLast(content.count - size)
    case .truncate(let size): content += [UInt8](repeating: 0, count: size - content.count)
    }
  }
}

/// The lock of a file in memory; held by being referred to.
final class MemoryLock: FileLock, Sendable {}
