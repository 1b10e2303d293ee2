import Foundation
import Synchronization
import Words

/// How far a long run is, on standard error, where that is a terminal: one line that is written over.
final class Progress: Sendable {
  private let count: Int
  private let language: Language
  private let isShown: Bool
  private let start = ContinuousClock.now
  /// How many are done, and after how many whole seconds that was last shown.
  private let state = Mutex<(done: Int, second: Int64)>((0, 0))

  init(of count: Int, _ language: Language) {
    self.count = count
    self.language = language
    isShown = isatty(STDERR_FILENO) == 1
  }

  func advance() {
    state.withLock { state in
      state.done += 1
      let second = (ContinuousClock.now - start).components.seconds
      guard isShown, second > state.second else { return }
      state.second = second
      Self.write("\r" + SimulationWords.progress(state.done, of: count, seconds: Int(second))[language])
    }
  }

  /// Leaves the line empty.
  func end() {
    if isShown { Self.write("\r\u{1B}[K") }
  }

  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension Program {
  static func complain(_ text: String) { Progress.write(text + "\n") }
}
