/// Used facts as columns, ready to be counted.
///
/// A used fact is a live one that counts for figures (`SyncSpecs/state.md`); which they are is the caller's to say.
public struct Projection: Sendable {
  /// The texts behind the codes in the tables.
  public let strings: StringTable
  /// The numbers of the facts whose payload breaks the vocabulary's rules: they are in no table and no figure.
  public let invalidLines: [Int32]
  /// How many facts say that their data are invented (`herkomst_data`).
  public let inventedCount: Int

  private let tables: [String: FactTable]

  init(strings: StringTable, tables: [String: FactTable], invalidLines: [Int32], inventedCount: Int) {
    self.strings = strings
    self.tables = tables
    self.invalidLines = invalidLines
    self.inventedCount = inventedCount
  }

  /// The facts of a kind; an empty table when there are none.
  public func table(_ kind: String) -> FactTable {
    tables[kind] ?? .empty
  }

  /// How many facts are in the tables.
  public var factCount: Int { tables.values.reduce(0) { $0 + $1.rowCount } }
}
