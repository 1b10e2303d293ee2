import Platform
import Tabular
import Vocabulary
import Words

/// The rows that an import could not record, with the reason, as a table that can be mended and imported.
///
/// UTF-8, the columns and the separator of the source, and a last column with the line's number and what is wrong.
struct RejectsFile {
  private var text: [UInt8] = []
  private(set) var rowCount = 0
  private let separator: UInt8
  private let language: Language

  init(header: [String], separator: UInt8, language: Language) {
    self.separator = separator
    self.language = language
    if ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(separator) {
      text += Array("sep=".utf8) + [separator, 0x0A]
    }
    add(header + [ImportWords.reasonColumn[language]])
  }

  /// Whether a column is the reason of an earlier rejects file.
  static func isReasonColumn(_ name: String) -> Bool {
    name == ImportWords.reasonColumn[.dutch] || name == ImportWords.reasonColumn[.english]
  }

  /// - Parameter cells: As many as the header has.
  mutating func add(_ cells: [String], line: Int, _ problems: [Phrase]) {
    rowCount += 1
    add(cells + [ImportWords.inLine(line, problems.joined(by: "; "))[language]])
  }

  private mutating func add(_ cells: [String]) {
    text += Array(CSVWriter.line(cells, separator: separator).utf8)
    text.append(0x0A)
  }

  /// Writes the file beside the source, or in `fallback` where that folder cannot be written; durable when this
  /// returns. A file of that name with other rows in it is kept under a numbered name.
  ///
  /// - Returns: Where it stands.
  func write(beside source: String, fallback: String, files: any FileSystem) throws(FileError) -> String {
    let beside = source + ".rejected.csv"
    do throws(FileError) {
      try put(beside, files)
      return beside
    } catch {
      let path = fallback + "/" + Path.name(of: beside)
      try put(path, files)
      return path
    }
  }

  private func put(_ path: String, _ files: any FileSystem) throws(FileError) {
    if try files.entry(at: path) != nil, try files.contents(of: path) != text {
      var number = 1
      while files.exists(path + ".\(number)") { number += 1 }
      try files.rename(path, to: path + ".\(number)")
    }
    try files.writeWhole(text, to: path)
  }
}
