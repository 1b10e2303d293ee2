/// What an instance touches outside itself: files, the clock and randomness.
public struct Surroundings: Sendable {
  public let files: any FileSystem
  public let clock: any Clock
  public let randomness: any Randomness
  /// Where an instance remembers, outside its own folder, how far it wrote its logs, so that it notices a folder that
  /// was copied or put back; nil where nothing is remembered.
  public var stateFolder: String?

  public init(files: any FileSystem, clock: any Clock, randomness: any Randomness, stateFolder: String? = nil) {
    self.files = files
    self.clock = clock
    self.randomness = randomness
    self.stateFolder = stateFolder
  }

  /// Where the programs of this machine keep what they remember, as the XDG base directory specification has it; nil
  /// without a home. A path that is not absolute is passed over.
  ///
  /// - Parameter variable: Reads the environment.
  public static func stateFolder(from variable: (String) -> String?) -> String? {
    if let folder = variable("XDG_STATE_HOME"), folder.hasPrefix("/") { return folder + "/veldlog" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/veldlog"
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
