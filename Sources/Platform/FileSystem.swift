/// The files an instance works on: a real disk, or one in memory that can fail or stop at any call.
///
/// Paths are absolute or relative to the process's folder, with `/` between names. Each call is one step that a
/// power cut can fall before or after; what several calls promise together stands with whoever combines them.
public protocol FileSystem: AnyObject, Sendable {
  /// What stands at `path`; nil if nothing does. Links are not followed.
  func entry(at path: String) throws(FileError) -> FileEntry?
  /// The names in a folder, sorted as bytes, without `.` and `..`.
  func names(in folder: String) throws(FileError) -> [String]
  /// Makes one folder with these permissions; its parent must exist. A folder that is there already is left alone.
  func makeFolder(_ path: String, mode: UInt16) throws(FileError)
  /// The bytes of a file from `offset`, at most `count` of them; fewer at its end.
  func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8]
  /// The whole file as it stands now, mapped where the disk is real.
  func map(_ path: String) throws(FileError) -> MappedBytes
  /// The whole file as it stands now, in memory that can be changed without changing the file.
  func mapPrivately(_ path: String) throws(FileError) -> PrivateBytes
  /// Opens a file for writing.
  func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any WritableFile
  /// Puts `source` in the place of `target`, which disappears, in one step.
  func rename(_ source: String, to target: String) throws(FileError)
  func remove(_ path: String) throws(FileError)
  /// Makes what was created, renamed and removed in a folder survive a power cut.
  func synchronizeFolder(_ path: String) throws(FileError)
  /// Takes the lock of a file, which is created if need be, for this process; nil when another has it.
  func lock(_ path: String) throws(FileError) -> (any FileLock)?
}

/// A file or folder as a listing shows it.
public struct FileEntry: Sendable, Equatable {
  public enum Kind: Sendable { case file, folder, link, other }
  public let kind: Kind
  /// In bytes.
  public let size: Int
  /// The nine permission bits; nil where the file system has none.
  public let permissions: UInt16?
  /// Nil where the file system tells files apart by their names alone.
  public let stamp: FileStamp?

  public init(kind: Kind, size: Int, permissions: UInt16? = nil, stamp: FileStamp? = nil) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.stamp = stamp
  }
}

public enum OpenMode: Sendable, Equatable {
  /// Write at the end; the file must exist.
  case append
  /// A new file with these permissions; it must not exist yet.
  case create(mode: UInt16)
  /// A file of this content alone: what was in it goes.
  case replace(mode: UInt16)
  /// Write over what is there from the start on, byte for byte; a file that is longer stays as long. It is made with
  /// these permissions where there is none.
  case overwrite(mode: UInt16)
}

/// A file opened for writing; closed when the last reference goes.
public protocol WritableFile: AnyObject {
  /// Writes all bytes at the end, or in their place where the file was opened to be overwritten. Where it throws, some of them may have been written.
  func write(_ bytes: [UInt8]) throws(FileError)
  /// The same of bytes that are in no array.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError)
  /// Returns once the bytes survive a power cut (`fdatasync`).
  func synchronize() throws(FileError)
  /// Cuts the file to `size` bytes.
  func truncate(to size: Int) throws(FileError)
}

/// A lock that is held until the last reference goes or the process ends.
public protocol FileLock: AnyObject {}

extension FileSystem {
  public func mapPrivately(_ path: String) throws(FileError) -> PrivateBytes {
    PrivateBytes(copying: try contents(of: path))
  }
}

extension WritableFile {
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) { try write(Array(bytes)) }
}
