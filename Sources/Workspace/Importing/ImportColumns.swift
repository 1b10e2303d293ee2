import CanonicalJSON
import Vocabulary

/// What the columns of a table mean.
struct ImportColumns {
  struct Column {
    /// From 0.
    let index: Int
    let name: String
    /// The field that `--map` names.
    var given: String?
    /// Not read: asked for with `--map`, without a name and empty, or the reasons of an earlier rejects file.
    var isLeftOut = false
    var isKind = false

    /// The field that the column holds for facts of a kind.
    func field(of kind: Kind) -> Field? {
      if isLeftOut || isKind { return nil }
      return given.map { kind.field(named: $0) } ?? kind.field(matching: name)
    }
  }

  private(set) var columns: [Column]
  private let mappedFields: [String]

  /// - Throws: `ImportError` for columns that are meant for a BSN, a header that holds one (a file without a header), and for a `--map` of a column that is not there.
  init(_ header: [String], _ request: ImportRequest, given kind: Kind?) throws(ImportError) {
    // Before anything that names a column: a file without a header has persons in its first row.
    if let index = header.firstIndex(where: { Bsn.isIn($0) }) { throw .bsnInHeader(number: index + 1) }
    if let name = header.first(where: { Bsn.isFieldName($0) }) { throw .bsnColumn(name) }
    columns = header.enumerated().map { Column(index: $0, name: $1) }
    mappedFields = request.mappings.compactMap(\.field)
    for mapping in request.mappings {
      let named = columns.indices.filter { columns[$0].name == mapping.column }
      let meant =
        named.isEmpty
        ? columns.indices.filter { Spelling.isSameHeading(columns[$0].name, mapping.column) } : named
      if meant.isEmpty {
        throw .noSuchColumn(mapping.column, nearest: Spelling.nearest(to: mapping.column, among: header))
      }
      for index in meant {
        columns[index].given = mapping.field
        columns[index].isLeftOut = mapping.field == nil
      }
    }
    for index in columns.indices where RejectsFile.isReasonColumn(columns[index].name) {
      columns[index].isLeftOut = true
    }
    markKindColumn(kind)
  }

  private mutating func markKindColumn(_ kind: Kind?) {
    for name in ["kind", "soort"] {
      let place = columns.firstIndex { column in
        if column.isLeftOut { return false }
        if let given = column.given { return given == name && kind?.field(named: name) == nil }
        return Spelling.isSameHeading(column.name, name) && kind?.field(matching: name) == nil
      }
      guard let place else { continue }
      columns[place].isKind = true
      return
    }
  }

  var kindColumn: Int? { columns.first(where: \.isKind)?.index }

  /// Leaves out a column that has neither a name nor a value.
  mutating func leaveOut(_ index: Int) { columns[index].isLeftOut = true }

  /// Checks that every column is a field of one of the kinds, and no field has two columns.
  func check(_ kinds: [Kind]) throws(ImportError) {
    let names = kinds.map(\.name)
    func nearest(_ name: String) -> [String] {
      var found: [String] = []
      for field in kinds.flatMap({ $0.nearestFields(to: name) }) where !found.contains(field) { found.append(field) }
      return Array(found.prefix(3))
    }
    for field in mappedFields where !kinds.isEmpty && !kinds.contains(where: { $0.field(named: field) != nil }) {
      if columns.contains(where: { $0.isKind && $0.given == field }) { continue }
      if Bsn.isFieldName(field) { throw .bsnColumn(field) }
      throw .noSuchField(field, kinds: names, nearest: nearest(field))
    }
    if isWithoutKnownColumn(kinds) { throw .noKnownColumn(kinds: names) }
    for column in columns where !column.isLeftOut && !column.isKind {
      if kinds.isEmpty || kinds.contains(where: { column.field(of: $0) != nil }) { continue }
      if column.name.isEmpty { throw .namelessColumn(number: column.index + 1) }
      throw .unknownColumn(column.name, kinds: names, nearest: nearest(column.name))
    }
    for kind in kinds {
      var taken: [String: String] = [:]
      for column in columns {
        guard let field = column.field(of: kind) else { continue }
        if let other = taken[field.name] { throw .columnsForOneField(field.name, columns: [other, column.name]) }
        taken[field.name] = column.name
      }
    }
  }

  /// Whether there are several columns and no name of them means anything, as in a file without a header.
  private func isWithoutKnownColumn(_ kinds: [Kind]) -> Bool {
    guard columns.count > 1, !kinds.isEmpty else { return false }
    return !columns.contains { column in
      column.isLeftOut || column.isKind || column.given != nil || kinds.contains { column.field(of: $0) != nil }
    }
  }

  /// Where the fields of a kind stand.
  struct Plan {
    let kind: Kind
    /// In canonical order of the fields' names.
    let fields: [(cell: Int, field: Field)]
    /// Columns that are no fields of this kind.
    let foreign: [Int]
  }

  func plan(for kind: Kind) -> Plan {
    var fields: [(cell: Int, field: Field)] = []
    var foreign: [Int] = []
    for column in columns where !column.isLeftOut && !column.isKind {
      if let field = column.field(of: kind) {
        fields.append((column.index, field))
      } else {
        foreign.append(column.index)
      }
    }
    fields.sort { $0.field.name.utf8.lexicographicallyPrecedes($1.field.name.utf8) }
    return Plan(kind: kind, fields: fields, foreign: foreign)
  }
}
