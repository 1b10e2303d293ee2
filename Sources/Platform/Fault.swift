/// What goes wrong at one call of a `MemoryFileSystem`.
public enum Fault: Sendable, Equatable {
  /// The call throws and changes nothing.
  case fails(FileError.Reason)
  /// A write puts down the first `count` bytes and then throws; any other call just throws.
  case writesOnly(_ count: Int, then: FileError.Reason)
  /// The power goes while the call is under way: what it did may be found or not, and nothing works from here on.
  case powerCut
}

extension FileError {
  /// The number that stands for a cut of the power in `Reason.other`; no system uses it.
  static let powerCutNumber: Int32 = -1

  /// Whether the power of a `MemoryFileSystem` was cut.
  public var isPowerCut: Bool { reason == .other(Self.powerCutNumber) }
}
