import Synchronization

/// Signatures that verified before, for a process that meets the same ones over and over, as the simulator does.
///
/// Off unless it is asked for. What is remembered is a hash of key, signature and message, so an answer is the one that
/// verifying would give.
public enum RememberedSignatures {
  private static let isOn = Atomic<Bool>(false)
  private static let known = Mutex<Set<Digest>>([])
  private static let largestCount = 1 << 20

  /// From now on, in the whole process.
  public static func turnOn() { isOn.store(true, ordering: .relaxed) }

  /// Whether a signature is right: as it was found before, or as `verify` finds now.
  static func verifies(
    _ key: [UInt8], _ signature: [UInt8], _ message: [UInt8], _ verify: () -> Bool
  ) -> Bool {
    guard isOn.load(ordering: .relaxed) else { return verify() }
    let hasher = SHA256()
    hasher.update(key)
    hasher.update(signature)
    hasher.update(message)
    let digest = hasher.finish()
    if known.withLock({ $0.contains(digest) }) { return true }
    guard verify() else { return false }
    known.withLock { known in
      if known.count >= largestCount { known.removeAll() }
      known.insert(digest)
    }
    return true
  }
}
