import CanonicalJSON
import Vocabulary

/// Turns payloads, one after another, into the columns of a `Projection`.
///
/// Each payload is read in one pass over its bytes, checked as `Vocabulary` would and spread over columns, without a
/// `String` or a `JSONValue`. What that pass does not know (an escape, a letter beyond ASCII, a list, a number with an
/// exponent, many digits in a row) is not refused by it: the payload then goes to the vocabulary's own checker, which
/// always has the last word on what is invalid.
public struct ProjectionBuilder: Sendable {
  let vocabulary: Vocabulary
  let plans: [KindPlan]
  private let planIndices: [String: Int]
  var stores: [KindStore]
  var strings = StringTable()
  var scratch = RowScratch()
  /// Per code list, whether the text of that code is one of its values; texts beyond the end are not.
  let allowed: [[Bool]]
  /// Per code list, whether it takes other texts too.
  let isOpenList: [Bool]
  let yes: Int32
  let no: Int32
  private var invalidLines: [Int32] = []
  private var inventedCount = 0
  private let invented: Int32

  /// The growing columns of one kind, in the order of its plan's fields.
  struct KindStore: Sendable {
    var lines: [Int32] = []
    var columns: [Column?]
    /// Where `herkomst_data` stands among the fields, if the kind has it.
    let origin: Int?
  }

  /// - Parameters:
  ///   - vocabulary: Whose kinds become tables and whose rules decide what is invalid.
  ///   - columns: Per kind, the fields that get a column; kinds that are not named are passed over. Nil: everything.
  public init(vocabulary: Vocabulary, only columns: [String: Set<String>]? = nil) {
    self.vocabulary = vocabulary
    var strings = StringTable()
    let lists = vocabulary.codeLists
    let listCodes = lists.map { list in list.codes.map { strings.add($0.value) } }
    yes = strings.add("ja")
    no = strings.add("nee")
    invented = strings.add("verzonnen")
    allowed = listCodes.map { codes in
      var allowed = [Bool](repeating: false, count: strings.count)
      for code in codes { allowed[Int(code)] = true }
      return allowed
    }
    isOpenList = lists.map(\.isOpen)
    self.strings = strings
    let kinds = vocabulary.kinds.filter { columns == nil || columns?[$0.name] != nil }
    plans = kinds.map { kind in
      KindPlan(kind, keeping: columns?[kind.name]) { name in lists.firstIndex { $0.name == name } }
    }
    planIndices = Dictionary(kinds.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    stores = plans.map { plan in
      KindStore(
        columns: plan.fields.map { field in field.isKept ? field.form.shape.map(Column.init) : nil },
        origin: plan.fields.firstIndex { $0.text == "herkomst_data" })
    }
  }

  /// The number by which `add` knows a kind; nil when the vocabulary has no such kind, or it was passed over.
  public func index(of kind: String) -> Int? {
    planIndices[kind]
  }

  /// Adds a fact of the kind with that number.
  ///
  /// A payload that breaks the rules of its kind is left out, and its `line` kept in `Projection.invalidLines`.
  ///
  /// - Parameters:
  ///   - kindIndex: From `index(of:)`; any other number is a programming error.
  ///   - payload: Canonical JSON.
  ///   - line: The caller's own number for the fact, to find it again.
  public mutating func add(kindIndex: Int, payload: UnsafeBufferPointer<UInt8>, line: Int32) {
    let isGood =
      (plans[kindIndex].isFast && readFast(payload, kindIndex: kindIndex)) || readChecked(payload, kindIndex: kindIndex)
    if isGood {
      commit(kindIndex: kindIndex, line: line)
    } else {
      invalidLines.append(line)
    }
  }

  /// Adds a fact; one of a kind that has no number is passed over.
  public mutating func add(kind: String, payload: UnsafeBufferPointer<UInt8>, line: Int32) {
    if let index = index(of: kind) { add(kindIndex: index, payload: payload, line: line) }
  }

  /// The columns of all that was added.
  public consuming func finish() -> Projection {
    var tables: [String: FactTable] = [:]
    for (plan, store) in zip(plans, stores) where !store.lines.isEmpty {
      tables[plan.kind.name] = Self.table(plan, store)
    }
    return Projection(
      strings: strings, tables: tables, invalidLines: invalidLines, inventedCount: inventedCount)
  }

  /// Moves the row in `scratch` to the columns of its kind.
  private mutating func commit(kindIndex: Int, line: Int32) {
    let row = stores[kindIndex].lines.count
    stores[kindIndex].lines.append(line)
    if let origin = stores[kindIndex].origin, scratch.present >> UInt64(origin) & 1 == 1,
      scratch.words[origin] == invented
    {
      inventedCount += 1
    }
    var left = scratch.present
    while left != 0 {
      let field = left.trailingZeroBitCount
      left &= left - 1
      switch stores[kindIndex].columns[field]?.shape {
      case .codes, .days: stores[kindIndex].columns[field]?.set(word: scratch.words[field], row: row)
      case .numbers: stores[kindIndex].columns[field]?.set(number: scratch.numbers[field], row: row)
      case .list: stores[kindIndex].columns[field]?.set(list: scratch.lists[field] ?? [], row: row)
      case nil: break
      }
    }
  }

  private static func table(_ plan: KindPlan, _ store: KindStore) -> FactTable {
    var codes: [String: [Int32]] = [:]
    var numbers: [String: [Double]] = [:]
    var days: [String: [Int32]] = [:]
    var lists: [String: ListColumn] = [:]
    for (field, column) in zip(plan.fields, store.columns) {
      guard var column, !column.isEmpty else { continue }
      column.finish(rowCount: store.lines.count)
      switch column.shape {
      case .codes: codes[field.text] = column.words
      case .numbers: numbers[field.text] = column.numbers
      case .days: days[field.text] = column.words
      case .list: lists[field.text] = column.lists
      }
    }
    return FactTable(
      rowCount: store.lines.count, lines: store.lines, codeColumns: codes, numberColumns: numbers, dayColumns: days,
      listColumns: lists)
  }
}

/// The values of the payload being read, by field of its plan; only those in `present` mean anything.
struct RowScratch: Sendable {
  var present: UInt64 = 0
  var words = [Int32](repeating: 0, count: 64)
  var numbers = [Double](repeating: 0, count: 64)
  var lists: [Int: [Int32]] = [:]
}
