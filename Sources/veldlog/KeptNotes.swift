import Synchronization

/// Messages that wait until there is a place to show them.
final class KeptNotes: Sendable {
  private let texts = Mutex<[String]>([])

  func add(_ text: String) { texts.withLock { $0.append(text) } }

  /// The messages since the last time, each once.
  func take() -> [String] {
    texts.withLock { texts in
      defer { texts = [] }
      var seen: [String] = []
      for text in texts where !seen.contains(text) { seen.append(text) }
      return seen
    }
  }
}
