/// Copies facts of a projection into a builder, each as often as is asked.
///
/// Facts may be copied into several worlds, which have no traject in common: behind the name of a traject stands the
/// number of its world.
public final class FactCopier {
  private let source: Projection
  private let builder: ProjectionBuilder
  /// By code of the source, the builder's; −1 where it was not needed yet.
  private var codes: [Int32]
  private var trajecten: [TrajectInWorld: Int32] = [:]
  private var kinds: [String: KindColumns] = [:]

  private struct TrajectInWorld: Hashable {
    let code: Int32
    let world: Int
  }

  /// A kind's number in the plan, and for each of its fields what the source has.
  private struct KindColumns {
    let number: Int
    let columns: [FieldColumn]
    let traject: Int?
  }

  private enum FieldColumn {
    case none
    case codes(Column<Int32>)
    case days(Column<Int32>)
    case numbers(Column<Double>)
    case list(ListColumn)
  }

  public init(from source: Projection, to builder: ProjectionBuilder) {
    self.source = source
    self.builder = builder
    codes = [Int32](repeating: -1, count: source.strings.count)
  }

  /// - Parameters:
  ///   - row: In the source's table of the kind. A kind that the builder's plan does not have is passed over.
  ///   - number: The copy's own, larger than those before.
  ///   - world: Nil for a fact of all worlds.
  public func copy(_ row: Int, of kind: String, as number: Int, world: Int? = nil) {
    guard let columns = columns(of: kind) else { return }
    let cells = builder.cells + columns.number
    cells.pointee.reserve()
    for (field, column) in columns.columns.enumerated() {
      switch column {
      case .codes(let codes) where codes[row] >= 0:
        cells.pointee.set(word: code(codes[row], field == columns.traject ? world : nil), field: field)
      case .days(let days) where days[row] != FactTable.noDay: cells.pointee.set(word: days[row], field: field)
      case .numbers(let numbers) where !numbers[row].isNaN: cells.pointee.set(number: numbers[row], field: field)
      case .list(let list) where !list.values(of: row).isEmpty:
        cells.pointee.set(list: list.values(of: row).map { code($0, nil) }, field: field)
      default: cells.pointee.setAbsent(field)
      }
    }
    builder.keep(kind: columns.number, row: number)
  }

  private func columns(of kind: String) -> KindColumns? {
    if let known = kinds[kind] { return known }
    guard let number = builder.number(of: kind) else { return nil }
    let (table, fields) = (source.table(kind), builder.plan.plans[number].fields)
    let found = KindColumns(
      number: number,
      columns: fields.map { field in
        guard field.isKept else { return .none }
        if let codes = table.codeColumns[field.text] { return .codes(codes) }
        if let days = table.dayColumns[field.text] { return .days(days) }
        if let numbers = table.numberColumns[field.text] { return .numbers(numbers) }
        return table.listColumns[field.text].map(FieldColumn.list) ?? .none
      }, traject: fields.firstIndex { $0.text == "traject" })
    kinds[kind] = found
    return found
  }

  private func code(_ code: Int32, _ world: Int?) -> Int32 {
    guard let world else {
      if codes[Int(code)] < 0 { codes[Int(code)] = builder.strings.add(source.strings.string(code)) }
      return codes[Int(code)]
    }
    let key = TrajectInWorld(code: code, world: world)
    if let known = trajecten[key] { return known }
    let new = builder.strings.add("\(source.strings.string(code))#\(world)")
    trajecten[key] = new
    return new
  }
}
