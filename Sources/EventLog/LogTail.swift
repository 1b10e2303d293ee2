import Cryptography
import Identity
import Platform

/// The end of a log: all that is needed to write the next line.
///
/// Found by hashing from the last checkpoint on, so the cost does not grow with the log.
public struct LogTail: Sendable {
  public let header: LogHeader
  /// Of the last whole line.
  public let seq: Int
  public let link: Digest
  /// The number of the last checkpoint, 0 without one.
  public let checkpointSeq: Int
  /// Bytes of the lines after it.
  public let bytesSinceCheckpoint: Int
  /// The last file, and how many bytes of it are whole lines.
  public let part: LogFolder.Part
  public let wholeByteCount: Int

  /// What follows the last line feed: a line that was cut off while it was written.
  public var tornByteCount: Int { part.size - wholeByteCount }

  /// Reads the end of a branch.
  ///
  /// - Parameter base: Where the branch leaves another; nil for one from line 1 on.
  /// - Throws: `LogError`; nothing was changed.
  public init(of folder: LogFolder, leaving base: ForkPoint? = nil) throws(LogError) {
    do { try self.init(reading: folder, base) } catch let error as LogError { throw error } catch let error as FileError
    {
      throw .file(error)
    } catch { throw .empty(folder.log) }
  }

  private init(reading folder: LogFolder, _ base: ForkPoint?) throws {
    let parts = try folder.parts()
    guard let last = parts.last, let first = parts.first else { throw LogError.empty(folder.log) }
    let header = try base?.header ?? Self.header(of: folder, first)
    var window = Window()
    // Usually the last part alone: a new one begins after a checkpoint.
    for part in parts.reversed() {
      let mapped = try folder.files.map(part.path)
      try window.extend(backwards: mapped, path: part.path)
      if window.startsAtCheckpoint { break }
    }
    var walker =
      base.map { ChainWalker(log: folder.log, header: header, after: $0.seq, link: $0.link) }
      ?? ChainWalker(log: folder.log, workspace: header.workspace)
    for (index, line) in window.lines.reversed().enumerated() {
      let bytes = window.files[line.file].bytes
      do throws(LineFault) {
        if index == 0, window.startsAtCheckpoint {
          walker = ChainWalker(log: folder.log, header: header)
          let view = try LineView(parsing: bytes, in: line.range)
          guard walker.resume(at: view, in: bytes) else { throw .falseCheckpoint }
        } else {
          try walker.step(bytes, in: line.range)
        }
      } catch {
        throw LogError.damaged(
          path: window.paths[line.file], line: Self.lineNumber(of: line.range.lowerBound, in: bytes), fault: error)
      }
    }
    guard !window.lines.isEmpty, walker.seq > 0 else { throw LogError.empty(folder.log) }
    self.header = header
    seq = walker.seq
    link = walker.link
    checkpointSeq = walker.checkpointSeq
    bytesSinceCheckpoint = window.lines.reduce(0) { $0 + $1.range.count + 1 }
    part = last
    wholeByteCount = withExtendedLifetime(window.files) { LineBreaks.end(of: window.files[0].bytes) }
  }

  /// The lines from the last checkpoint to the end, last first.
  private struct Window {
    var lines: [(file: Int, range: Range<Int>)] = []
    var files: [MappedBytes] = []
    var paths: [String] = []
    var startsAtCheckpoint = false

    /// Adds lines from the end of a file until one is a checkpoint or the file is through.
    mutating func extend(backwards mapped: MappedBytes, path: String) throws {
      files.append(mapped)
      paths.append(path)
      let bytes = mapped.bytes
      var end = LineBreaks.end(of: bytes)
      while end > 0 {
        var start = end - 1
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        lines.append((files.count - 1, start..<end - 1))
        if let line = try? LineView(parsing: bytes, in: start..<end - 1), line.isKind(Checkpoint.kind, in: bytes) {
          startsAtCheckpoint = true
          return
        }
        end = start
      }
    }
  }

  private static func header(of folder: LogFolder, _ part: LogFolder.Part) throws -> LogHeader {
    let mapped = try folder.files.map(part.path)
    defer { withExtendedLifetime(mapped) {} }
    var lines = LineBreaks(mapped.bytes)
    guard let range = lines.next() else { throw LogError.empty(folder.log) }
    var walker = ChainWalker(log: folder.log, workspace: nil)
    do throws(LineFault) { try walker.step(mapped.bytes, in: range) } catch {
      throw LogError.damaged(path: part.path, line: 1, fault: error)
    }
    guard let header = walker.header else { throw LogError.empty(folder.log) }
    return header
  }

  private static func lineNumber(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.part(0..<offset).count { $0 == 0x0A } + 1
  }
}
