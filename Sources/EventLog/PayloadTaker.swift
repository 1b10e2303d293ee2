/// Takes in the payloads of lines while they are read, so that no byte is looked at twice.
///
/// For each line whose kind it has a number for, in order: `read` and, where that succeeded and the rest of the line was
/// right, `keep`; else `take`.
public protocol PayloadTaker: AnyObject {
  /// Its number for a kind; nil for one that it does not want.
  func number(of kind: String) -> Int?

  /// Says about how many rows there will be; it may be more, or less.
  func expect(rowCount: Int)

  /// Reads a payload that holds nothing unusual.
  ///
  /// - Parameter start: Where its brace stands.
  /// - Returns: Where it ends; nil where it is unusual, be it right or not.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, kind: Int) -> Int?

  /// Keeps what was read last as that of a row.
  func keep(row: Int)

  /// Takes a payload of any form that is canonical.
  func take(_ payload: UnsafeBufferPointer<UInt8>, kind: Int, row: Int)
}
