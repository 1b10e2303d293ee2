import Synchronization

/// A clock that shows what it was told to.
public final class ManualClock: Clock {
  private let time: Mutex<Int64>

  /// - Parameter time: Milliseconds since 1970-01-01T00:00:00Z.
  public init(at time: Int64 = 0) {
    self.time = Mutex(time)
  }

  public func now() -> Int64 { time.withLock { $0 } }

  /// Puts the clock at another time, earlier or later.
  public func set(to milliseconds: Int64) {
    time.withLock { $0 = milliseconds }
  }

  /// Moves the clock, back where `milliseconds` is negative; it stops at the ends of what it can show.
  public func advance(milliseconds: Int64) {
    time.withLock { time in
      let (sum, isOverflow) = time.addingReportingOverflow(milliseconds)
      time = isOverflow ? (milliseconds < 0 ? .min : .max) : sum
    }
  }
}

/// Bytes that are the same for the same seed; for simulations and tests only.
public final class SeededRandomness: Randomness {
  private let numbers: Mutex<SplitMix>

  public init(seed: UInt64) {
    numbers = Mutex(SplitMix(seed: seed))
  }

  public func bytes(_ count: Int) -> [UInt8] {
    numbers.withLock { numbers in (0..<max(0, count)).map { _ in UInt8(truncatingIfNeeded: numbers.next() >> 56) } }
  }
}
