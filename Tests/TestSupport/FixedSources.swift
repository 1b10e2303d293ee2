import Platform
import Synchronization

/// A clock that goes on one second with every look at it.
public final class TickingClock: Clock {
  private let milliseconds: Atomic<Int64>

  public init(from start: Int64 = 1_456_902_847_123) { milliseconds = Atomic(start) }

  public func now() -> Int64 { milliseconds.add(1000, ordering: .relaxed).oldValue }
}

/// Randomness that is the same for the same seed (splitmix64).
public final class SeededSource: Randomness {
  private let state: Mutex<UInt64>

  public init(_ seed: UInt64) { state = Mutex(seed) }

  public func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
      }
    }
  }
}

extension Surroundings {
  /// The real disk with a clock and randomness that repeat.
  public static func repeatable(_ seed: UInt64) -> Surroundings {
    Surroundings(files: RealFileSystem(), clock: TickingClock(), randomness: SeededSource(seed))
  }
}
