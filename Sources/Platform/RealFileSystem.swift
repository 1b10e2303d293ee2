#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The disk of this machine.
public final class RealFileSystem: FileSystem {
  public init() {}

  public func entry(at path: String) throws(FileError) -> FileEntry? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(.look, path, errno: errno)
    }
    let kind: FileEntry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return FileEntry(
      kind: kind, size: Int(status.st_size), permissions: UInt16(truncatingIfNeeded: status.st_mode & 0o777),
      stamp: FileStamp(status))
  }

  public func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(.list, folder, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw FileError(.list, folder, errno: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func makeFolder(_ path: String, mode: UInt16) throws(FileError) {
    if mkdir(path, mode_t(mode)) != 0, errno != EEXIST { throw FileError(.create, path, errno: errno) }
  }

  public func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    let descriptor = try Descriptor(path, O_RDONLY, for: .read)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      (filled, failure) = descriptor.read(offset..<offset + count, to: UnsafeMutableRawBufferPointer(buffer))
    }
    if failure != 0 { throw FileError(.read, path, errno: failure) }
    return bytes
  }

  public func map(_ path: String) throws(FileError) -> MappedBytes {
    let descriptor = try Descriptor(path, O_RDONLY, for: .map)
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else { throw FileError(.map, path, errno: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(.map, path, .isFolder) }
    let size = Int(status.st_size)
    // A mapping of nothing is an error to the system, and a file to us.
    if size == 0 { return MappedBytes(UnsafeBufferPointer(start: nil, count: 0)) {} }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0), start != MAP_FAILED else {
      throw FileError(.map, path, errno: errno)
    }
    let again = Self.mapAgain(descriptor, size)
    let addresses = (UInt(bitPattern: start), UInt(bitPattern: again?.area))
    return MappedBytes(
      UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size), places: again?.bytes,
      read: { ranges in Self.read(ranges, of: path, status) },
      setAside: Self.setAside,
      release: {
        munmap(UnsafeMutableRawPointer(bitPattern: addresses.0), size)
        if let area = UnsafeMutableRawPointer(bitPattern: addresses.1) { munmap(area, size + 2 * largestPage) }
      })
  }

  /// Takes mapped bytes, with the rest of the pages that they begin and end in, out of memory until they are read again.
  private static func setAside(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let past = Int(bitPattern: start) & (pageByteCount - 1)
    _ = madvise(UnsafeMutableRawPointer(mutating: start - past), bytes.count + past, MADV_DONTNEED)
  }

  /// Reads ranges of a file, behind each other; nil where another one, or a shorter one, has its name by now.
  private static func read(_ ranges: [Range<Int>], of path: String, _ known: stat) -> MappedBytes? {
    var status = stat()
    guard let descriptor = try? Descriptor(path, O_RDONLY, for: .read), fstat(descriptor.number, &status) == 0,
      status.st_ino == known.st_ino, status.st_dev == known.st_dev
    else { return nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ranges.reduce(0) { $0 + $1.count }, alignment: 16)
    let bytes = MappedBytes(UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))) { buffer.deallocate() }
    var start = 0
    for range in ranges {
      let end = start + range.count
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<end])
      guard descriptor.read(range, to: room).count == range.count else { return nil }
      start = end
    }
    return bytes
  }

  /// Maps a large file at an address at which the system cannot bring in its largest pages: each look at a line would
  /// bring 2 MiB along.
  private static func mapAgain(
    _ descriptor: Descriptor, _ size: Int
  ) -> (area: UnsafeMutableRawPointer, bytes: UnsafeBufferPointer<UInt8>)? {
    guard size >= largestPage / 4,
      let area = mmap(nil, size + 2 * largestPage, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0), area != MAP_FAILED
    else { return nil }
    let past = Int(bitPattern: area) & (largestPage - 1)
    let target = area + (largestPage - past) + 16384
    guard let start = mmap(target, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor.number, 0), start != MAP_FAILED
    else {
      munmap(area, size + 2 * largestPage)
      return nil
    }
    return (area, UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: size))
  }

  public func mapPrivately(_ path: String) throws(FileError) -> PrivateBytes {
    let descriptor = try Descriptor(path, O_RDONLY, for: .map)
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else { throw FileError(.map, path, errno: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(.map, path, .isFolder) }
    let size = Int(status.st_size)
    if size == 0 { return PrivateBytes(UnsafeMutableRawBufferPointer(start: nil, count: 0)) {} }
    guard let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor.number, 0), start != MAP_FAILED
    else { throw FileError(.map, path, errno: errno) }
    let address = UInt(bitPattern: start)
    return PrivateBytes(UnsafeMutableRawBufferPointer(start: start, count: size)) {
      munmap(UnsafeMutableRawPointer(bitPattern: address), size)
    }
  }

  public func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any WritableFile {
    let descriptor: Descriptor
    switch mode {
    case .append: descriptor = try Descriptor(path, O_RDWR | O_APPEND, for: .write)
    case .create(let bits): descriptor = try Descriptor(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL, bits, for: .create)
    case .replace(let bits):
      descriptor = try Descriptor(path, O_RDWR | O_APPEND | O_CREAT | O_TRUNC, bits, for: .create)
    case .overwrite(let bits): descriptor = try Descriptor(path, O_RDWR | O_CREAT, bits, for: .create)
    }
    return RealFile(path: path, descriptor: descriptor)
  }

  public func rename(_ source: String, to target: String) throws(FileError) {
    #if canImport(Glibc)
      let result = Glibc.rename(source, target)
    #elseif canImport(Musl)
      let result = Musl.rename(source, target)
    #else
      let result = Darwin.rename(source, target)
    #endif
    if result != 0 { throw FileError(.rename, target, errno: errno) }
  }

  public func remove(_ path: String) throws(FileError) {
    if unlink(path) != 0, errno != EISDIR || rmdir(path) != 0 { throw FileError(.remove, path, errno: errno) }
  }

  public func synchronizeFolder(_ path: String) throws(FileError) {
    let descriptor = try Descriptor(path, O_RDONLY | O_DIRECTORY, for: .synchronize)
    // Some file systems (a stick formatted as FAT, a share) cannot sync a folder and say EINVAL.
    if fsync(descriptor.number) != 0, errno != EINVAL { throw FileError(.synchronize, path, errno: errno) }
  }

  public func lock(_ path: String) throws(FileError) -> (any FileLock)? {
    let descriptor = try Descriptor(path, O_RDWR | O_CREAT, 0o600, for: .lock)
    if flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return nil }
      throw FileError(.lock, path, errno: errno)
    }
    return RealLock(descriptor: descriptor)
  }
}

/// An open file descriptor, closed with its last reference.
private final class Descriptor {
  let number: Int32

  init(_ path: String, _ flags: Int32, _ mode: UInt16 = 0, for operation: FileError.Operation) throws(FileError) {
    while true {
      let number = open(path, flags | O_CLOEXEC, mode_t(mode))
      if number >= 0 {
        self.number = number
        return
      }
      if errno != EINTR { throw FileError(operation, path, errno: errno) }
    }
  }

  deinit { close(number) }

  /// Reads a range of the file, fewer bytes at its end or where something goes wrong.
  ///
  /// - Parameter buffer: With room for the range.
  /// - Returns: How many were read, and the system's number for what went wrong, or 0.
  func read(_ range: Range<Int>, to buffer: UnsafeMutableRawBufferPointer) -> (count: Int, failure: Int32) {
    var filled = 0
    while filled < range.count, let start = buffer.baseAddress {
      let got = pread(number, start + filled, range.count - filled, off_t(range.lowerBound + filled))
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return (filled, got < 0 ? errno : 0) }
      filled += got
    }
    return (filled, 0)
  }
}

private final class RealFile: WritableFile {
  private let path: String
  private let descriptor: Descriptor

  init(path: String, descriptor: Descriptor) {
    self.path = path
    self.descriptor = descriptor
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    let failure = bytes.withUnsafeBytes(put)
    if failure != 0 { throw FileError(.write, path, errno: failure) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    let failure = put(bytes)
    if failure != 0 { throw FileError(.write, path, errno: failure) }
  }

  /// Writes all bytes; the system's number for what went wrong, or 0.
  private func put(_ buffer: UnsafeRawBufferPointer) -> Int32 {
    guard let start = buffer.baseAddress else { return 0 }
    var done = 0
    while done < buffer.count {
      #if canImport(Glibc)
        let written = Glibc.write(descriptor.number, start + done, buffer.count - done)
      #elseif canImport(Musl)
        let written = Musl.write(descriptor.number, start + done, buffer.count - done)
      #else
        let written = Darwin.write(descriptor.number, start + done, buffer.count - done)
      #endif
      if written < 0, errno == EINTR { continue }
      if written < 0 { return errno }
      done += written
    }
    return 0
  }

  func synchronize() throws(FileError) {
    #if os(Linux)
      let result = fdatasync(descriptor.number)
    #else
      let result = fcntl(descriptor.number, F_FULLFSYNC)
    #endif
    if result != 0 { throw FileError(.synchronize, path, errno: errno) }
  }

  func truncate(to size: Int) throws(FileError) {
    if ftruncate(descriptor.number, off_t(size)) != 0 { throw FileError(.write, path, errno: errno) }
  }
}

private final class RealLock: FileLock {
  private let descriptor: Descriptor
  init(descriptor: Descriptor) { self.descriptor = descriptor }
}

extension FileStamp {
  fileprivate init(_ status: stat) {
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    self.init(
      number: UInt64(status.st_ino), changed: Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec))
  }
}

extension FileError {
  init(_ operation: Operation, _ path: String, errno code: Int32) {
    let reason: Reason =
      switch code {
      case ENOENT: .notFound
      case EEXIST: .exists
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnlyDisk
      case ENOSPC, EDQUOT: .diskFull
      case EISDIR: .isFolder
      case ENOTDIR: .notFolder
      case EMFILE, ENFILE: .tooManyOpenFiles
      default: .other(code)
      }
    self.init(operation, path, reason)
  }

  /// The system's own words for `other`.
  public var systemText: String? {
    if case .other(let code) = reason { String(cString: strerror(code)) } else { nil }
  }
}

/// The largest piece of a file that the system may bring into memory at once.
private let largestPage = 2 << 20
private let pageByteCount = Int(getpagesize())
