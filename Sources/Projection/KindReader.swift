import CanonicalJSON
import CivilTime
import Merge

/// Reads payloads of one kind in one pass: what it is sure of; it leaves the rest to the vocabulary's checker.
final class KindReader {
  /// What must be known of a field, laid out for speed.
  private struct FieldReader {
    let key: UnsafeMutablePointer<UInt8>
    let keyCount: Int
    /// The first sixteen bytes of the key.
    let startOfKey: PlainCursor.Start
    let form: KindPlan.Form
    let isKept: Bool
    /// Its place in the slot, or −1.
    let slotPlace: Int
    let last: UnsafeMutablePointer<LastText>
  }

  private let plan: KindPlan
  private let allowed: [[Bool]]
  private let isOpenList: [Bool]
  private let yes: Int32
  private let no: Int32
  private let fieldCount: Int
  private let fields: UnsafeMutablePointer<FieldReader>
  /// By a field's place + 1, which field came behind it last; at 0, which one came first. Mostly it is the same again.
  private let followers: UnsafeMutablePointer<Int>
  /// Fields that were found to be all that must be there.
  private var lastComplete: UInt64?
  private let hasRules: Bool
  private let slotSeed: UInt32
  private let slotCount: Int
  /// By place in the slot, the hash of the value.
  private let slotValues: UnsafeMutablePointer<UInt32>
  // What rules compare, by field.
  private let words: UnsafeMutablePointer<Int32>
  private let numbers: UnsafeMutablePointer<Double>

  /// - Parameter lastTexts: Of the builder, which keeps them for as long as this is used.
  init(_ plan: KindPlan, _ shared: ProjectionPlan, _ lastTexts: LastTexts) {
    self.plan = plan
    (allowed, isOpenList) = (shared.allowed, shared.isOpenList)
    (yes, no) = (shared.yes, shared.no)
    fieldCount = plan.fields.count
    fields = .allocate(capacity: max(1, fieldCount))
    followers = .allocate(capacity: fieldCount + 1)
    for index in 0...fieldCount { followers[index] = index }
    words = .allocate(capacity: max(1, fieldCount))
    numbers = .allocate(capacity: max(1, fieldCount))
    slotCount = plan.slot?.count ?? 0
    slotValues = .allocate(capacity: max(1, slotCount))
    hasRules = !plan.rules.isEmpty
    slotSeed = SlotReader.seed(ofKind: plan.kind.name)
    for (index, field) in plan.fields.enumerated() {
      let text = [UInt8(ascii: "\"")] + field.name + Array("\":".utf8)
      let key = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
      for (place, byte) in text.enumerated() { key[place] = byte }
      (fields + index).initialize(
        to: FieldReader(
          key: key, keyCount: text.count, startOfKey: PlainCursor.Start(of: text), form: field.form,
          isKept: field.isKept, slotPlace: plan.slot?.firstIndex(of: index) ?? -1, last: lastTexts.last(of: field)))
    }
  }

  deinit {
    for index in 0..<fieldCount { fields[index].key.deallocate() }
    fields.deinitialize(count: fieldCount)
    fields.deallocate()
    followers.deallocate()
    words.deallocate()
    numbers.deallocate()
    slotValues.deallocate()
  }

  /// Reads a payload into the next row of `cells`.
  ///
  /// - Returns: Where it ends; nil when anything is unusual, be it wrong or not. The row then holds nothing useful.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into builder: ProjectionBuilder, _ cells: inout KindCells
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var cursor = PlainCursor(bytes, at: start, base: base)
    guard cursor.isInReach, cursor.take(UInt8(ascii: "{")) else { return nil }
    for place in 0..<slotCount { slotValues[place] = SlotReader.absentHash }
    var present: UInt64 = 0
    // The place behind the field that was read last.
    var place = 0
    if cursor.next != UInt8(ascii: "}") {
      repeat {
        guard cursor.isInReach, let index = field(from: place, &cursor), cursor.isInReach else { return nil }
        let valueStart = cursor.position
        let field = fields + index
        if cursor.take(field.pointee.last.pointee.start) {
          if field.pointee.isKept { cells.set(word: field.pointee.last.pointee.code, field: index) }
        } else if !readValue(&cursor, index, builder.strings, &cells) {
          return nil
        }
        if field.pointee.slotPlace >= 0 {
          slotValues[field.pointee.slotPlace] = slotValue(field, cursor, from: valueStart)
        }
        present |= 1 &<< UInt64(truncatingIfNeeded: index)
        place = index + 1
      } while cursor.take(UInt8(ascii: ","))
    }
    guard cursor.take(UInt8(ascii: "}")), isComplete(present), !hasRules || keepsRules(present) else { return nil }
    cells.setAbsent(notIn: present)
    builder.slotHash = slotHash()
    return cursor.position
  }

  /// Steps over the key of a field from a place on: its place; nil where what is next is no such key.
  ///
  /// Keys come in the order of the fields; one that is unknown, repeated or out of order finds none.
  @inline(__always)
  private func field(from place: Int, _ cursor: inout PlainCursor) -> Int? {
    var index = followers[place]
    if index < fieldCount, takeKey(index, &cursor) { return index }
    index = place
    while index < fieldCount, !takeKey(index, &cursor) { index += 1 }
    guard index < fieldCount else { return nil }
    followers[place] = index
    return index
  }

  @inline(__always)
  private func takeKey(_ index: Int, _ cursor: inout PlainCursor) -> Bool {
    cursor.take(key: fields[index].key, count: fields[index].keyCount, start: fields[index].startOfKey)
  }

  @inline(__always)
  private func isComplete(_ present: UInt64) -> Bool {
    if present == lastComplete { return true }
    guard plan.isComplete(present) else { return false }
    lastComplete = present
    return true
  }

  @inline(__always)
  private func slotValue(_ field: UnsafeMutablePointer<FieldReader>, _ cursor: PlainCursor, from start: Int) -> UInt32 {
    switch field.pointee.form {
    case .text, .reference, .code, .period: field.pointee.last.pointee.hash
    default: SlotReader.hash(ofValue: UnsafeBufferPointer(start: cursor.base + start, count: cursor.position - start))
    }
  }

  @inline(__always)
  private func slotHash() -> UInt32 {
    if plan.slot == nil { return SlotReader.noHash }
    var hash = slotSeed
    var isThere = slotCount == 0
    for place in 0..<slotCount {
      isThere = isThere || slotValues[place] != SlotReader.absentHash
      hash = ValueHash.joined(hash, slotValues[place])
    }
    return isThere ? SlotReader.finished(hash) : SlotReader.noHash
  }

  /// Reads a value that is not the text that was read last.
  private func readValue(
    _ cursor: inout PlainCursor, _ index: Int, _ strings: StringTable, _ cells: inout KindCells
  ) -> Bool {
    let field = fields + index
    switch field.pointee.form {
    case .text, .reference(isFree: true), .code, .period:
      let start = cursor.position
      guard let text = cursor.string() else { return false }
      let hash = text.hash
      guard accepts(text, field.pointee.form) else { return false }
      let code = strings.add(text.bytes, hash: hash)
      guard isListed(code, text, field.pointee.form) else { return false }
      field.pointee.last.pointee = LastText(
        start: cursor.start(from: start), hash: SlotReader.valueHash(hash), code: code)
      if field.pointee.isKept { cells.set(word: code, field: index) }
    case .integer(let range):
      guard let number = cursor.integer(), range.contains(number) else { return false }
      numbers[index] = Double(number)
      if field.pointee.isKept { cells.set(number: Double(number), field: index) }
    case .decimal(let range):
      guard let number = cursor.decimal(), range.contains(number) else { return false }
      numbers[index] = number
      if field.pointee.isKept { cells.set(number: number, field: index) }
    case .date:
      guard let text = cursor.string(), let day = text.day else { return false }
      words[index] = day
      if field.pointee.isKept { cells.set(word: day, field: index) }
    case .boolean:
      let word = UnsafeBufferPointer(start: cursor.base + cursor.position, count: 5)
      if word.elementsEqual("false".utf8) {
        cursor.position += 5
        words[index] = no
      } else if word.prefix(4).elementsEqual("true".utf8) {
        cursor.position += 4
        words[index] = yes
      } else {
        return false
      }
      if field.pointee.isKept { cells.set(word: words[index], field: index) }
    case .reference(isFree: false), .list, .other: return false
    }
    return true
  }

  /// Whether a text may stand in a field of that form, as far as its characters tell.
  private func accepts(_ text: PlainCursor.Text, _ form: KindPlan.Form) -> Bool {
    switch form {
    case .text: text.isPlain && text.count <= 200
    // Whether an identifier may hold a space depends on what it stands for: the checker knows.
    case .reference: text.isPlain && text.count <= 200 && !text.hasSpace
    case .period: text.isPeriod
    default: true
    }
  }

  private func isListed(_ code: Int32, _ text: PlainCursor.Text, _ form: KindPlan.Form) -> Bool {
    guard case .code(let list) = form else { return true }
    let isListed = Int(code) < allowed[list].count && allowed[list][Int(code)]
    return isListed || (isOpenList[list] && text.isPlain)
  }

  private func keepsRules(_ present: UInt64) -> Bool {
    func has(_ field: Int) -> Bool { present >> UInt64(field) & 1 == 1 }
    for rule in plan.rules {
      switch rule {
      case .within(let value, let low, let high):
        guard has(value), has(low), has(high) else { continue }
        guard numbers[low] <= numbers[value], numbers[value] <= numbers[high] else { return false }
      case .ordered(let first, let second):
        guard has(first), has(second) else { continue }
        switch (fields[first].form, fields[second].form) {
        case (.date, .date): guard words[first] <= words[second] else { return false }
        case (.integer, .integer), (.decimal, .decimal):
          guard numbers[first] <= numbers[second] else { return false }
        default: return false
        }
      }
    }
    return true
  }
}
