import EventLog
import Platform

extension LogsSeen {
  /// How many marks files with so many rows have.
  static func markCount(_ rowCount: Int) -> Int { (rowCount + stride - 1) / stride }

  /// The file that a row is in; nil for a number beyond them.
  func file(of row: Int) -> Int? {
    let first = files.indices.border(where: { files[$0].rows.upperBound > row })
    return first < files.count && files[first].rows.contains(row) ? first : nil
  }

  /// The bytes of a file in which a row's line stands, and how many lines stand before it there.
  ///
  /// - Parameter firstMark: Of the file, among `marks`.
  func place(of row: Int, in file: File, firstMark: Int) -> (bytes: Range<Int>, lineCount: Int)? {
    let (mark, rest) = (row - file.rows.lowerBound).quotientAndRemainder(dividingBy: Self.stride)
    guard marks.indices.contains(firstMark + mark) else { return nil }
    let start = Int(marks[firstMark + mark])
    let isLast = mark + 1 == Self.markCount(file.rows.count)
    guard isLast || marks.indices.contains(firstMark + mark + 1) else { return nil }
    let end = isLast ? file.byteCount : Int(marks[firstMark + mark + 1])
    return start <= end && end <= file.byteCount ? (start..<end, rest) : nil
  }
}
