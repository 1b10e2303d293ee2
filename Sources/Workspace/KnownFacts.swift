import CanonicalJSON
import EventLog
import Merge
import Vocabulary

/// The live facts of an instance, so that the same is not recorded twice.
///
/// A kind is indexed when it is first asked about. Facts recorded since the state was read are among them. Facts are
/// named by number: the row of one that was read, and numbers beyond those for the added ones, in order. Costs about
/// 32 bytes a fact of the kinds asked about, and for added facts their payloads.
public final class KnownFacts {
  public let state: MergedState
  private var indices: [String: KindIndex] = [:]
  private var added: [Added] = []
  private var replaced: Set<Reference> = []
  /// For each row in a conflict, all rows of it; made when first needed.
  private var rivals: [Int: [Int]]?

  private struct Added {
    let payload: ComparablePayload
    /// Nil until the fact is written.
    var reference: Reference?
  }

  /// Which fact stands for a slot, by the hash of the slot.
  private final class KindIndex {
    let slotFields: [[UInt8]]?
    var numbers: [UInt64: Int] = [:]

    init(_ slotFields: [[UInt8]]?) { self.slotFields = slotFields }
  }

  init(_ state: MergedState) {
    self.state = state
  }

  /// How a payload stands to what is known.
  public enum Standing {
    case new
    case same(Reference)
    /// The slot holds another fact.
    case other(Reference, JSONObject)
  }

  /// - Complexity: O(1); the first time for a kind, O(*n*) in the facts of that kind.
  func standing(of payload: JSONObject, kind: Kind) -> Standing {
    switch match(comparable(payload, kind: kind)) {
    case .new: return .new
    case .same(let number): return reference(number).map(Standing.same) ?? .new
    case .other(let number):
      guard let reference = reference(number), let known = self.payload(number) else { return .new }
      return .other(reference, known)
    }
  }

  // MARK: By number

  /// As `Standing`, with the known fact's number.
  enum Match: Equatable {
    case new
    case same(Int)
    case other(Int)
  }

  /// The payload in the form that `match` and `add` take.
  func comparable(_ payload: JSONObject, kind: Kind) -> ComparablePayload {
    ComparablePayload(payload, kind: kind.name, slotFields: index(of: kind.name)?.slotFields)
  }

  func match(_ payload: ComparablePayload) -> Match {
    guard let index = index(of: payload.kind), let number = index.numbers[payload.key] else { return .new }
    if !replaced.isEmpty, let reference = reference(number), replaced.contains(reference) { return .new }
    let known = comparable(number, index)
    // A hash that two slots share must not make one of them look taken.
    if known.slot != payload.slot { return .new }
    if known.bytes == payload.bytes { return .same(number) }
    if payload.slot == nil { return .new }
    if let equal = rivals(of: number).first(where: { comparable($0, index).bytes == payload.bytes }) {
      return .same(equal)
    }
    return .other(number)
  }

  /// Takes a fact that is being recorded, and returns its number.
  ///
  /// - Parameter reference: Nil where it is not written yet; `settle` gives it later.
  @discardableResult
  func add(_ payload: ComparablePayload, replacing targets: [Reference], reference: Reference?) -> Int {
    replaced.formUnion(targets)
    added.append(Added(payload: payload, reference: reference))
    let number = state.table.rowCount + added.count - 1
    indices[payload.kind]?.numbers[payload.key] = number
    return number
  }

  /// Gives an added fact the reference under which it was written.
  func settle(_ number: Int, _ reference: Reference) {
    added[number - state.table.rowCount].reference = reference
  }

  /// Takes a fact that was just recorded.
  func add(_ draft: Draft, _ reference: Reference) {
    guard let kind = state.vocabulary.kind(named: draft.kind) else {
      replaced.formUnion(draft.replaces)
      return
    }
    let payload = ComparablePayload(
      draft.payload, kind: kind.name, slotFields: indices[kind.name]?.slotFields ?? Self.slotFields(of: kind))
    add(payload, replacing: draft.replaces, reference: reference)
  }

  /// Whether a fact recorded since the state was read takes the place of one.
  func isReplaced(_ reference: Reference) -> Bool { replaced.contains(reference) }

  /// Whether a fact was added since the state was read.
  func isAdded(_ number: Int) -> Bool { number >= state.table.rowCount }

  /// Nil for a fact that is not written yet.
  func reference(_ number: Int) -> Reference? {
    isAdded(number) ? added[number - state.table.rowCount].reference : state.table.reference(number)
  }

  /// The payload; of an added fact without its `toelichting`.
  func payload(_ number: Int) -> JSONObject? {
    guard isAdded(number) else { return state.table.payloadObject(number) }
    return (try? JSONValue(parsing: added[number - state.table.rowCount].payload.bytes, rules: .line))?.objectValue
  }

  /// The rows of the conflict that a row is in, itself included; empty where it is in none.
  func rivals(of number: Int) -> [Int] {
    if let rivals { return rivals[number] ?? [] }
    var all: [Int: [Int]] = [:]
    for conflict in state.conflicts {
      for row in conflict.rows { all[row] = conflict.rows }
    }
    rivals = all
    return all[number] ?? []
  }

  // MARK: The index

  private func index(of kind: String) -> KindIndex? {
    if let index = indices[kind] { return index }
    guard let definition = state.vocabulary.kind(named: kind) else { return nil }
    let index = KindIndex(Self.slotFields(of: definition))
    let table = state.table
    for row in table.rows(ofKind: kind) where state.isLive[row] {
      let key = ComparablePayload(canonical: table.payload(row), kind: kind, slotFields: index.slotFields).key
      // Of facts in conflict, the one that figures use stands for the slot.
      if state.isUsed[row] || index.numbers[key] == nil { index.numbers[key] = row }
    }
    for (offset, fact) in added.enumerated() where fact.payload.kind == kind {
      index.numbers[fact.payload.key] = table.rowCount + offset
    }
    indices[kind] = index
    return index
  }

  private static func slotFields(of kind: Kind) -> [[UInt8]]? { kind.slot?.map { Array($0.utf8) } }

  private func comparable(_ number: Int, _ index: KindIndex) -> ComparablePayload {
    guard !isAdded(number) else { return added[number - state.table.rowCount].payload }
    let table = state.table
    return ComparablePayload(
      canonical: table.payload(number), kind: table.kindName(number), slotFields: index.slotFields)
  }
}
