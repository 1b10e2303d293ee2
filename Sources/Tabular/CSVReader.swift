/// Reads a table of text: a header line with names, and a row of cells a line.
///
/// The separator is a comma, a semicolon or a tab: the one given, else the one that a first line `sep=;` names (as
/// spreadsheets write it), else the one that stands most often in the header outside quotes. Rows without content
/// are skipped and counted. Empty cells beyond the header's last name are left out, as spreadsheets leave them.
/// A row that is not right carries its `problem`; it never stops the others.
///
///     var reader = CSVReader(Array("naam;fte\nzee-003;5,6\n".utf8))
///     reader.header          // ["naam", "fte"]
///     reader.next()?.cells   // ["zee-003", "5,6"]
public struct CSVReader: Sequence, IteratorProtocol, Sendable {
  /// The names of the columns, without spaces around them; empty for a file without content.
  public let header: [String]
  /// The physical line of the header, counted from 1.
  public let headerLine: Int
  /// What is wrong with the header itself.
  public let headerProblem: CSVProblem?
  public let separator: UInt8
  public let encoding: TextEncoding
  /// Whether half a character was found and became U+FFFD.
  public let hasReplacements: Bool
  /// Rows without content so far.
  public private(set) var blankRowCount = 0

  private var scanner: CSVScanner

  /// - Parameter separator: As one byte; nil to find it.
  /// - Complexity: O(*n*) to check the encoding; the rows are read one at a time.
  public init(_ bytes: [UInt8], separator given: UInt8? = nil) {
    let text = DecodedText(bytes)
    encoding = text.encoding
    hasReplacements = text.hasReplacements
    let named = Self.namedSeparator(in: text.bytes, from: text.start)
    let start = named?.next ?? text.start
    separator = given ?? named?.separator ?? Self.likelySeparator(in: text.bytes, from: start)
    var scanner = CSVScanner(text.bytes, from: start, line: named == nil ? 1 : 2, separator: separator)
    var record = scanner.next()
    while record?.isBlank == true { record = scanner.next() }
    var names = record == nil ? [] : scanner.fields.map { Self.trimmed(scanner.text(of: $0)) }
    while names.last == "" { names.removeLast() }
    header = names
    headerLine = record?.line ?? 1
    headerProblem = record?.problem
    self.scanner = scanner
  }

  /// The whole text as UTF-8: the input itself where it was that already.
  public var bytes: [UInt8] { scanner.bytes }

  /// How far reading has come in `bytes`.
  public var position: Int { scanner.position }

  /// The row as it stands in the file, as UTF-8 and without its line end.
  public func source(of row: CSVRow) -> ArraySlice<UInt8> { scanner.bytes[row.source] }

  /// Names that stand in the header more than once, in the order of their second place.
  public var repeatedNames: [String] {
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in header where !seen.insert(name).inserted && !repeated.contains(name) { repeated.append(name) }
    return repeated
  }

  /// The next row with content; nil at the end.
  public mutating func next() -> CSVRow? {
    while let record = scanner.next() {
      if record.isBlank {
        blankRowCount += 1
        continue
      }
      var cells = scanner.fields.map { scanner.text(of: $0) }
      while cells.count > header.count, cells.last == "" { cells.removeLast() }
      var problem = record.problem
      if problem == nil, cells.count != header.count {
        problem = .cellCount(expected: header.count, found: cells.count)
      }
      return CSVRow(line: record.line, cells: cells, problem: problem, source: record.source)
    }
    return nil
  }

  /// The separator of a first line `sep=;`, and where the line after it begins.
  private static func namedSeparator(in bytes: [UInt8], from start: Int) -> (separator: UInt8, next: Int)? {
    let mark = Array("sep=".utf8)
    let place = start + mark.count
    guard place < bytes.count, bytes[start..<place].map({ $0 | 0x20 }) == mark.map({ $0 | 0x20 }) else { return nil }
    var next = place + 1
    guard next < bytes.count else { return nil }
    if bytes[next] == .carriageReturn { next += 1 }
    if next < bytes.count, bytes[next] == .lineFeed { next += 1 }
    return next > place + 1 ? (bytes[place], next) : nil
  }

  /// The candidate that stands most often in the first line with content; a comma where none does.
  private static func likelySeparator(in bytes: [UInt8], from start: Int) -> UInt8 {
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
    var counts = [0, 0, 0]
    var isInsideQuotes = false
    var hasContent = false
    var isNewLine = false
    for byte in bytes[start...] {
      if byte == .quote { isInsideQuotes.toggle() }
      if isInsideQuotes { continue }
      if byte == .lineFeed || byte == .carriageReturn {
        if hasContent { break }
        isNewLine = true
      } else if let candidate = candidates.firstIndex(of: byte) {
        // Lines of separators alone say nothing, unless there is nothing else.
        if isNewLine { counts = [0, 0, 0] }
        isNewLine = false
        counts[candidate] += 1
      } else if byte != .space {
        if isNewLine { counts = [0, 0, 0] }
        isNewLine = false
        hasContent = true
      }
    }
    let most = counts.max() ?? 0
    return most == 0 ? UInt8(ascii: ",") : candidates[counts.firstIndex(of: most) ?? 2]
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.utf8.drop { $0 == .space || $0 == UInt8(ascii: "\t") }
    var end = kept.endIndex
    while end > kept.startIndex, [.space, UInt8(ascii: "\t")].contains(kept[kept.index(before: end)]) {
      end = kept.index(before: end)
    }
    return String(kept[..<end]) ?? text
  }
}
