/// Cuts the bytes of a table into records and fields, without making strings.
///
/// A field that begins with a quote runs to the closing quote, over separators and line ends; two quotes inside it
/// stand for one. A quote elsewhere is an ordinary character. LF, CRLF and CR end a line. (RFC 4180, widened.)
///
/// A quote that was opened by mistake would swallow the rows after it. So when a quote has no end, or is followed by
/// something other than a separator, the record ends with the line on which that quote opened, and scanning goes on
/// at the next line. No byte is scanned more than a few times: a line that opens such a quote also ends the search
/// of any earlier one.
struct CSVScanner: Sendable {
  struct Field: Sendable {
    /// Without the enclosing quotes.
    var range: Range<Int>
    var hasDoubledQuotes = false
    var isQuoted = false
  }

  struct Record: Sendable {
    let line: Int
    let source: Range<Int>
    let problem: CSVProblem?
    /// Whether there is nothing in it but separators and spaces.
    let isBlank: Bool
  }

  let bytes: [UInt8]
  let separator: UInt8
  private(set) var position: Int
  private(set) var line: Int
  /// The fields of the last record.
  private(set) var fields: [Field] = []

  init(_ bytes: [UInt8], from position: Int, line: Int, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    self.line = line
  }

  /// The next record, blank ones too; nil at the end.
  mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    let start = position
    let firstLine = line
    var problem: CSVProblem?
    fields.removeAll(keepingCapacity: true)
    repeat {
      if position < bytes.count, bytes[position] == .quote {
        problem = scanQuoted()
      } else {
        scanPlain()
      }
    } while problem == nil && stepOverSeparator()
    let source = start..<position
    stepOverLineEnd()
    return Record(line: firstLine, source: source, problem: problem, isBlank: problem == nil && isBlank)
  }

  private var isBlank: Bool {
    fields.allSatisfy { field in !field.isQuoted && field.range.allSatisfy { bytes[$0] == .space } }
  }

  private mutating func stepOverSeparator() -> Bool {
    guard position < bytes.count, bytes[position] == separator else { return false }
    position += 1
    return true
  }

  private mutating func stepOverLineEnd() {
    guard position < bytes.count else { return }
    let isCRLF = bytes[position] == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed
    position += isCRLF ? 2 : 1
    line += 1
  }

  private mutating func scanPlain() {
    let start = position
    var end = position
    let count = bytes.count
    while end < count {
      let byte = bytes[end]
      if byte == separator || byte == .lineFeed || byte == .carriageReturn { break }
      end += 1
    }
    position = end
    fields.append(Field(range: start..<end))
  }

  /// Scans a field that begins with a quote at `position`.
  private mutating func scanQuoted() -> CSVProblem? {
    let opened = (position: position, line: line)
    var field = Field(range: position + 1..<position + 1, isQuoted: true)
    var index = position + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == .quote {
        guard index + 1 < bytes.count, bytes[index + 1] == .quote else { break }
        field.hasDoubledQuotes = true
        index += 2
        continue
      }
      let isInsideCRLF = byte == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
      if byte == .lineFeed || byte == .carriageReturn && !isInsideCRLF { line += 1 }
      index += 1
    }
    let isClosed = index < bytes.count
    if isClosed, endsField(index + 1) {
      field.range = opened.position + 1..<index
      position = index + 1
      fields.append(field)
      return nil
    }
    let problem: CSVProblem =
      isClosed && line == opened.line ? .textAfterQuote(line: line) : .unclosedQuote(line: opened.line)
    (position, line) = opened
    while position < bytes.count, bytes[position] != .lineFeed, bytes[position] != .carriageReturn { position += 1 }
    fields.append(Field(range: opened.position..<position))
    return problem
  }

  private func endsField(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return byte == separator || byte == .lineFeed || byte == .carriageReturn
  }

  /// The text of a field of the last record.
  func text(of field: Field) -> String {
    guard field.hasDoubledQuotes else { return String(decoding: bytes[field.range], as: UTF8.self) }
    var content: [UInt8] = []
    content.reserveCapacity(field.range.count)
    var index = field.range.lowerBound
    while index < field.range.upperBound {
      content.append(bytes[index])
      index += bytes[index] == .quote ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}
