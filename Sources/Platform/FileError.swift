/// A call on a file that did not succeed.
public struct FileError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case notFound
    case exists
    case noPermission
    case readOnlyDisk
    case diskFull
    case isFolder
    case notFolder
    case tooManyOpenFiles
    /// Any other, with the system's number for it.
    case other(Int32)
  }

  public enum Operation: String, Sendable {
    case look, list, read, write, create, rename, remove, synchronize, lock, map
  }

  public let operation: Operation
  public let path: String
  public let reason: Reason

  public init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}
