import EventLog
import Platform

/// Reads the bytes of lines of a heap again, in any order. Holds some 32 MiB at most.
final class HeapReader {
  private static let windowByteCount = 64 << 10
  private static let largestWindowCount = 512

  private struct Window: Hashable {
    let file: Int32
    let number: Int
  }

  private let files: any FileSystem
  private let heap: [HeapFile]
  private var windows: [Window: [UInt8]] = [:]

  init(_ files: any FileSystem, _ heap: [HeapFile]) {
    self.files = files
    self.heap = heap
  }

  /// Gives the bytes of a line, which are valid during the call; others than were found, where the file was changed
  /// since.
  ///
  /// - Throws: `FileError` when the file cannot be read any more, and what `body` throws.
  func read<Result>(
    _ line: HeapLines.Line, of lines: HeapLines, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    let range = line.offset..<line.offset + Int(line.length)
    if line.isKept {
      return try lines.kept.withUnsafeBufferPointer { try body($0.part(range)) }
    }
    let number = range.lowerBound / Self.windowByteCount
    let start = number * Self.windowByteCount
    if range.upperBound > start + Self.windowByteCount {
      let bytes = try files.read(path(line.file), from: range.lowerBound, count: range.count)
      return try bytes.withUnsafeBufferPointer { try body($0) }
    }
    let key = Window(file: line.file, number: number)
    if windows[key] == nil {
      if windows.count >= Self.largestWindowCount { windows.removeAll() }
      windows[key] = try files.read(path(line.file), from: start, count: Self.windowByteCount)
    }
    return try (windows[key] ?? []).withUnsafeBufferPointer {
      try body($0.part(range.lowerBound - start..<range.upperBound - start))
    }
  }

  private func path(_ file: Int32) -> String { heap[Int(file)].path }
}
