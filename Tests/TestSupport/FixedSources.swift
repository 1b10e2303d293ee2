import Platform
import Synchronization

/// A clock that goes on one second with every look at it.
public final class TickingClock: Clock {
  private let milliseconds: Atomic<Int64>

  public init(from start: Int64 = 1_456_902_847_123) { milliseconds = Atomic(start) }

  public func now() -> Int64 { milliseconds.add(1000, ordering: .relaxed).oldValue }
}

extension Surroundings {
  /// The real disk with a clock and randomness that repeat.
  public static func repeatable(_ seed: UInt64) -> Surroundings {
    Surroundings(files: RealFileSystem(), clock: TickingClock(), randomness: SeededRandomness(seed: seed))
  }
}
