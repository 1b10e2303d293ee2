import Synchronization

/// A disk in memory that behaves as the real one does, can fail or stop at any call, and knows what a power cut
/// leaves.
///
/// Bytes written survive a cut for sure once their file is synchronized, names made, renamed and removed once their
/// folder is. Until then they may be found or not; `afterPowerCut` gives one of the disks that can be found. Calls
/// are counted from 1, those on open files too, so that a run can be repeated with a fault at each of them in turn:
///
///     let disk = MemoryFileSystem()
///     disk.inject(.powerCut, atCall: 7)
///     _ = try? work(on: disk)
///     check(disk.afterPowerCut(.chance(seed: 1)))
///
/// It can be used from several threads; the same calls in the same order always give the same.
public final class MemoryFileSystem: FileSystem {
  private struct State {
    var disk = MemoryDisk()
    var callCount = 0
    var lastCall = ""
    var faults: [Int: Fault] = [:]
    var isReadOnly = false
    var isOff = false
    /// How many checks are looking on.
    var calmCount = 0
  }

  private let state: Mutex<State>

  public init() {
    state = Mutex(State())
  }

  private init(_ disk: sending MemoryDisk) {
    state = Mutex(State(disk: disk))
  }

  // MARK: Trouble

  /// Calls so far.
  public var callCount: Int { state.withLock { $0.callCount } }
  /// The last call, for messages: `write logs/x`.
  public var lastCall: String { state.withLock { $0.lastCall } }
  /// Whether the power was cut.
  public var isOff: Bool { state.withLock { $0.isOff } }
  /// Bytes in files.
  public var usedByteCount: Int { state.withLock { $0.disk.usedByteCount } }

  /// Lets something go wrong at a call, counted from 1 since the disk was made.
  public func inject(_ fault: Fault, atCall number: Int) {
    state.withLock { $0.faults[number] = fault }
  }

  /// Lets a write that does not fit in this many bytes put down what does and then fail; nil for no limit.
  public func setCapacity(_ byteCount: Int?) {
    state.withLock { $0.disk.capacity = byteCount }
  }

  /// Lets every call that changes something fail, as on a disk mounted to be read only.
  public func setReadOnly(_ isReadOnly: Bool) {
    state.withLock { $0.isReadOnly = isReadOnly }
  }

  /// Takes back every fault that was injected and has not happened.
  public func clearFaults() {
    state.withLock { $0.faults = [:] }
  }

  /// Lets `body` use the disk without being counted, and with nothing going wrong: for whoever checks what is there.
  public func withoutTrouble<Result>(_ body: () throws -> Result) rethrows -> Result {
    state.withLock { $0.calmCount += 1 }
    defer { state.withLock { $0.calmCount -= 1 } }
    return try body()
  }

  /// Cuts the power between two calls.
  public func cutPower() {
    state.withLock { $0.isOff = true }
  }

  /// A disk that is found after a power cut at this moment; this one stays as it is.
  public func afterPowerCut(_ survival: PowerCutSurvival) -> MemoryFileSystem {
    MemoryFileSystem(state.withLock { $0.disk.afterPowerCut(survival) })
  }

  /// Counts a call, lets go wrong what has to, and carries it out.
  fileprivate func call<Result: Sendable>(
    _ operation: FileError.Operation,
    _ path: String,
    changes: Bool = false,
    _ body: (inout MemoryDisk, Fault?) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    try state.withLock { (state: inout sending State) throws(FileError) -> Result in
      if state.calmCount > 0 { return try body(&state.disk, nil) }
      state.callCount += 1
      state.lastCall = "\(operation.rawValue) \(path)"
      let powerCut = FileError(operation, path, .other(FileError.powerCutNumber))
      if state.isOff { throw powerCut }
      let fault = state.faults[state.callCount]
      switch fault {
      case .powerCut?:
        // Begun and never answered: it counts as done and not synchronized.
        if changes, !state.isReadOnly { _ = try? body(&state.disk, nil) }
        state.isOff = true
        throw powerCut
      case .fails(let reason)?: throw FileError(operation, path, reason)
      default: break
      }
      if changes, state.isReadOnly { throw FileError(operation, path, .readOnlyDisk) }
      return try body(&state.disk, fault)
    }
  }

  /// The same for every call but a write, of which no part can be done.
  private func wholeCall<Result: Sendable>(
    _ operation: FileError.Operation,
    _ path: String,
    changes: Bool = false,
    _ body: (inout MemoryDisk) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    try call(operation, path, changes: changes) { (disk, fault) throws(FileError) in
      if case .writesOnly(_, let reason)? = fault { throw FileError(operation, path, reason) }
      return try body(&disk)
    }
  }

  // MARK: FileSystem

  public func entry(at path: String) throws(FileError) -> FileEntry? {
    try wholeCall(.look, path) { (disk) throws(FileError) in
      let node: MemoryNode?
      do throws(FileError) { node = try disk.place(of: path, .look).node } catch { return nil }
      return node.map { FileEntry(kind: $0.isFolder ? .folder : .file, size: $0.content.count) }
    }
  }

  public func names(in folder: String) throws(FileError) -> [String] {
    try wholeCall(.list, folder) { (disk) throws(FileError) in
      let names = try disk.folder(at: folder, .list).entries.keys
      return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  public func makeFolder(_ path: String, mode: UInt16) throws(FileError) {
    try wholeCall(.create, path, changes: true) { (disk) throws(FileError) in
      let place = try disk.place(of: path, .create)
      if place.node == nil { disk.add(MemoryNode(isFolder: true, mode: mode), at: place) }
    }
  }

  public func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    try wholeCall(.read, path) { (disk) throws(FileError) in
      let content = try disk.file(at: path, .read).content
      if offset < 0 { throw FileError(.read, path, .other(SystemNumber.invalid)) }
      return Array(content.dropFirst(offset).prefix(max(0, count)))
    }
  }

  public func map(_ path: String) throws(FileError) -> MappedBytes {
    try wholeCall(.map, path) { (disk) throws(FileError) in
      MappedBytes(copying: try disk.file(at: path, .map).content)
    }
  }

  public func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any WritableFile {
    let operation: FileError.Operation = mode == .append ? .write : .create
    let node = try wholeCall(operation, path, changes: true) { (disk) throws(FileError) -> MemoryNode in
      switch mode {
      case .append: return try disk.file(at: path, operation)
      case .create(let bits):
        let place = try disk.place(of: path, operation)
        if place.node != nil { throw FileError(operation, path, .exists) }
        return disk.add(MemoryNode(isFolder: false, mode: bits), at: place)
      case .replace(let bits):
        let node = try disk.fileMakingIt(path, mode: bits, operation)
        disk.truncate(node, to: 0)
        return node
      case .overwrite(let bits): return try disk.fileMakingIt(path, mode: bits, operation)
      }
    }
    let isOverwritten = if case .overwrite = mode { true } else { false }
    return MemoryFile(files: self, path: path, node: node, isOverwritten: isOverwritten)
  }

  public func rename(_ source: String, to target: String) throws(FileError) {
    try wholeCall(.rename, target, changes: true) { (disk) throws(FileError) in try disk.rename(source, to: target) }
  }

  public func remove(_ path: String) throws(FileError) {
    try wholeCall(.remove, path, changes: true) { (disk) throws(FileError) in try disk.remove(path) }
  }

  public func synchronizeFolder(_ path: String) throws(FileError) {
    try wholeCall(.synchronize, path) { (disk) throws(FileError) in
      disk.synchronize(folder: try disk.folder(at: path, .synchronize))
    }
  }

  public func lock(_ path: String) throws(FileError) -> (any FileLock)? {
    try wholeCall(.lock, path, changes: true) { (disk) throws(FileError) -> MemoryLock? in
      let node = try disk.fileMakingIt(path, mode: 0o600, .lock)
      if node.lock != nil { return nil }
      let lock = MemoryLock()
      node.lock = lock
      return lock
    }
  }
}

/// An open file of a disk in memory; it stays usable when its name goes.
private final class MemoryFile: WritableFile {
  private let files: MemoryFileSystem
  private let path: String
  private let node: MemoryNode
  /// Where the next bytes go in a file that is overwritten; nil for its end.
  private var offset: Int?

  init(files: MemoryFileSystem, path: String, node: MemoryNode, isOverwritten: Bool) {
    self.files = files
    self.path = path
    self.node = node
    offset = isOverwritten ? 0 : nil
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    try files.call(.write, path, changes: true) { (disk, fault) throws(FileError) in
      if case .writesOnly(let count, let reason)? = fault {
        _ = put(bytes, on: &disk, atMost: max(0, count))
        throw FileError(.write, path, reason)
      }
      if !put(bytes, on: &disk, atMost: .max) { throw FileError(.write, path, .diskFull) }
    }
    offset = offset.map { $0 + bytes.count }
  }

  private func put(_ bytes: [UInt8], on disk: inout MemoryDisk, atMost limit: Int) -> Bool {
    guard let offset else { return disk.append(bytes, to: node, atMost: limit) }
    return disk.overwrite(bytes, in: node, at: offset, atMost: limit)
  }

  func synchronize() throws(FileError) {
    try files.call(.synchronize, path) { (_, fault) throws(FileError) in
      if case .writesOnly(_, let reason)? = fault { throw FileError(.synchronize, path, reason) }
      node.synchronize()
    }
  }

  func truncate(to size: Int) throws(FileError) {
    try files.call(.write, path, changes: true) { (disk, fault) throws(FileError) in
      if case .writesOnly(_, let reason)? = fault { throw FileError(.write, path, reason) }
      if size < 0 { throw FileError(.write, path, .other(SystemNumber.invalid)) }
      disk.truncate(node, to: size)
    }
  }
}
