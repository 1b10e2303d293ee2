import Vocabulary

/// What the builder must know of one kind, laid out for speed.
struct KindPlan: Sendable {
  /// How the bytes of a field's value are read.
  enum Form: Sendable {
    case text
    /// An identifier; those that are not free have a form of their own, which only the checker knows.
    case reference(isFree: Bool)
    /// By the builder's number for the code list.
    case code(list: Int)
    case integer(ClosedRange<Int64>)
    case decimal(ClosedRange<Double>)
    case date
    case period
    case boolean
    case list
    /// Only the vocabulary's own checker reads it, and no column holds it.
    case other
  }

  struct FieldPlan: Sendable {
    let name: [UInt8]
    let text: String
    let form: Form
    let isKept: Bool
  }

  /// A rule of the kind, by the indices of its fields.
  enum RulePlan: Sendable {
    case within(value: Int, low: Int, high: Int)
    case ordered(Int, Int)
  }

  let kind: Kind
  /// In the order in which canonical JSON writes them.
  let fields: [FieldPlan]
  /// A bit for each field that must be there.
  let required: UInt64
  /// Of each requirement, the sets of fields of which one must be there in full.
  let requirements: [[UInt64]]
  let rules: [RulePlan]
  /// The places of the slot's fields in `fields`, in the slot's order; nil for a kind without a slot.
  let slot: [Int]?
  /// Whether the fast way may be tried at all.
  let isFast: Bool
  /// The longest key that the fast way reads, with its quotes and colon.
  private static let longestKey = 30

  /// - Parameters:
  ///   - kept: The fields that get a column; nil for all.
  ///   - listNumber: The builder's number for a code list of that name.
  init(_ kind: Kind, keeping kept: Set<String>?, listNumber: (String) -> Int?) {
    self.kind = kind
    let sorted = kind.fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    fields = sorted.map { field in
      FieldPlan(
        name: Array(field.name.utf8), text: field.name, form: Self.form(of: field.type, listNumber),
        isKept: kept?.contains(field.name) ?? true)
    }
    let positions = Dictionary(sorted.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let isSmall = sorted.count <= 64
    func mask(_ names: [String]) -> UInt64? {
      names.reduce(0) { mask, name in
        guard let mask, let position = positions[name], isSmall else { return nil }
        return mask | 1 << UInt64(position)
      }
    }
    let required = mask(sorted.filter(\.isRequired).map(\.name))
    let requirements = kind.requirements.map { $0.alternatives.map(mask) }
    let rules = kind.rules.map { Self.plan(of: $0, positions) }
    self.required = required ?? 0
    self.requirements = requirements.map { $0.map { $0 ?? 0 } }
    self.rules = rules.compactMap(\.self)
    let slot = kind.slot?.map { positions[$0] }
    self.slot = slot?.compactMap(\.self)
    isFast =
      isSmall && required != nil && !rules.contains { $0 == nil } && !requirements.joined().contains(nil)
      && slot?.contains(nil) != true && sorted.allSatisfy { $0.name.utf8.count + 3 <= Self.longestKey }
  }

  private static func form(of type: FieldType, _ listNumber: (String) -> Int?) -> Form {
    switch type {
    case .text: .text
    case .reference(.logID), .reference(.line): .other
    case .reference(.regio): .reference(isFree: false)
    case .reference: .reference(isFree: true)
    case .code(let name): listNumber(name).map { .code(list: $0) } ?? .other
    case .integer(let range): .integer(range)
    case .decimal(let range): .decimal(range)
    case .cents: .integer(Int64.min...Int64.max)
    case .date: .date
    case .period: .period
    case .boolean: .boolean
    case .list(.text), .list(.code), .list(.reference): .list
    default: .other
    }
  }

  private static func plan(of rule: Kind.Rule, _ positions: [String: Int]) -> RulePlan? {
    switch rule {
    case .within(let value, let low, let high):
      guard let value = positions[value], let low = positions[low], let high = positions[high] else { return nil }
      return .within(value: value, low: low, high: high)
    case .ordered(let first, let second):
      guard let first = positions[first], let second = positions[second] else { return nil }
      return .ordered(first, second)
    }
  }

  /// Whether a payload with exactly the fields of `present` has all that it must have.
  func isComplete(_ present: UInt64) -> Bool {
    guard present & required == required else { return false }
    for alternatives in requirements where !alternatives.contains(where: { present & $0 == $0 }) { return false }
    return true
  }
}

extension KindPlan.Form {
  /// The shape of the field's column; nil when it has none.
  var shape: ColumnShape? {
    switch self {
    case .text, .reference, .code, .period, .boolean: .codes
    case .integer, .decimal: .numbers
    case .date: .days
    case .list: .list
    case .other: nil
    }
  }
}
