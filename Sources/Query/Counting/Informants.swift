import Projection

/// Who answered, as places in an alphabetical list.
enum Informants {
  /// The informants that occur in the tables and that the conditions leave; `usual` where none does.
  static func found(in tables: [FactTable], _ strings: StringTable, _ filter: RowFilter, usual: [String]) -> [String] {
    var codes = Set<Int32>()
    for table in tables {
      var last = FactTable.noCode
      for code in table.codes("informant") where code != last {
        last = code
        codes.insert(code)
      }
    }
    let found = codes.filter { $0 >= 0 }.map { strings.string($0) }
    return (found.isEmpty ? usual : found).filter { filter.keeps($0, on: .informant) }.sorted()
  }

  /// Per row its informant's place in `names`, or −1.
  static func places(of table: FactTable, _ names: [String], _ strings: StringTable) -> [Int32] {
    let codes = names.map { strings.code(of: $0) ?? -2 }
    return table.codes("informant").map { code in
      for (place, known) in codes.enumerated() where known == code { return Int32(truncatingIfNeeded: place) }
      return -1
    }
  }
}
