import Platform
import Synchronization

/// Remembers the first file that could not be read, for lookups that answer nil then.
final class ReadFaults: Sendable {
  private let first = Mutex<FileError?>(nil)

  /// Runs what reads; a failure is kept and ends it.
  func keep(_ read: () throws -> Void) {
    do { try read() } catch let error as FileError {
      first.withLock { $0 = $0 ?? error }
    } catch {}
  }

  func check() throws(FileError) {
    if let error = first.withLock({ $0 }) { throw error }
  }
}
