/// What an instance touches outside itself: files, the clock and randomness.
public struct Surroundings: Sendable {
  public let files: any FileSystem
  public let clock: any Clock
  public let randomness: any Randomness

  public init(files: any FileSystem, clock: any Clock, randomness: any Randomness) {
    self.files = files
    self.clock = clock
    self.randomness = randomness
  }

  /// The machine's own.
  public static var real: Surroundings {
    Surroundings(files: RealFileSystem(), clock: SystemClock(), randomness: SystemRandomness())
  }
}

/// Tells the time, which may jump or go back.
public protocol Clock: Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  func now() -> Int64
}

/// Gives bytes that nobody can foretell.
public protocol Randomness: Sendable {
  func bytes(_ count: Int) -> [UInt8]
}
