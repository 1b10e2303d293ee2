import CanonicalJSON
import Vocabulary
import Words

/// One row of a file that is being imported.
struct ImportRow {
  enum Content {
    /// A payload that the vocabulary finds right, and what it says it replaces.
    case fact(Kind, JSONObject, replaces: [String])
    /// All that is wrong with the row.
    case refused([Phrase])
  }

  /// In the file, from 1.
  let line: Int
  let content: Content
  /// The cells of a row of a table.
  var cells: [String] = []
  /// Where a line stands in its file's bytes.
  var source = 0..<0
  /// By which the cells were read; nil where it did not come to that.
  var kind: String?
  /// Cells that could not be read.
  var failedCells: [Int] = []
}

/// A file that rows are read from.
protocol ImportSource {
  /// The code of the sort of file, in `importsoort`.
  var sort: String { get }
  /// The names of the kinds that occur in it.
  var kinds: [String] { get }
  /// The columns of the rejects file, without the reason.
  var rejectsHeader: [String] { get }
  var separator: UInt8 { get }
  mutating func next() -> ImportRow?
  /// The row as the rejects file repeats it: a cell for each of the source's columns, BSNs blanked.
  func rejectedCells(of row: ImportRow) -> [String]
}

extension ImportSource {
  /// What stands in the rejects file where a BSN stood.
  static var blank: String { "[bsn]" }
}
