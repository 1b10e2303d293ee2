import CanonicalJSON
import Tabular

/// Why a file as a whole was not imported. Nothing was written then, except with `interrupted`.
public enum ImportError: Error {
  /// Neither a table nor JSONL, by its name.
  case notAnImportFile(path: String)
  case empty(path: String)
  case header(path: String, line: Int, CSVProblem)
  /// No `--kind`, and no column that names it.
  case noKind(path: String)
  /// A column that is no field of the kinds in the file.
  case unknownColumn(String, kinds: [String], nearest: [String])
  /// A column with values but without a name.
  case namelessColumn(number: Int)
  case columnsForOneField(String, columns: [String])
  /// `--map` names a column that the file does not have.
  case noSuchColumn(String, nearest: [String])
  /// `--map` names a field that the kinds in the file do not have.
  case noSuchField(String, kinds: [String], nearest: [String])
  /// A column or member that is meant for a BSN.
  case bsnColumn(String)
  /// A name of a column holds a number that passes the elfproef, which is not repeated; from 1.
  case bsnInHeader(number: Int)
  /// Not one column is a field of the kinds in the file: its first row may be a row of facts, and is not repeated.
  case noKnownColumn(kinds: [String])
  /// Most values of a column pass the elfproef.
  case bsnValues(column: String, passing: Int, of: Int)
  case badPrefix(String)
  /// Writing failed half-way: the facts before that are recorded and stay.
  case interrupted(recorded: Int, any Error)
}
