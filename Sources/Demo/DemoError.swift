/// Why the demo stopped by its own judgement. What was made until then stays.
public enum DemoError: Error, Sendable, Equatable {
  /// There is something in the folder already; nothing was touched.
  case notEmpty(path: String)
  /// Of the facts in a file that the demo wrote, some were not recorded.
  case notAllRecorded(file: String, recorded: Int, of: Int)
  /// Two instances that hold the same do not show the same: the fingerprints by region.
  case fingerprintsDiffer([String])
  /// The one disagreement is not there, or is not the only one.
  case wrongConflicts(count: Int)
}
