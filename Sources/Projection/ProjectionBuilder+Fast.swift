import CivilTime

/// The one-pass way: it reads what it is sure of, and leaves the rest to the vocabulary's checker.
extension ProjectionBuilder {
  /// Reads a payload into `scratch`.
  ///
  /// - Returns: false when anything is unusual, be it wrong or not; `scratch` then holds nothing useful.
  mutating func readFast(_ payload: UnsafeBufferPointer<UInt8>, kindIndex: Int) -> Bool {
    scratch.present = 0
    var bytes = PlainBytes(payload)
    guard bytes.take("{") else { return false }
    if bytes.take("}") { return bytes.isAtEnd && plans[kindIndex].isComplete(0) }
    var next = 0
    repeat {
      guard let key = bytes.string(), bytes.take(":") else { return false }
      // Keys come in the order of the fields; a key that is unknown, repeated or out of order finds no field.
      guard let field = fieldIndex(of: key.bytes, from: next, in: kindIndex),
        readValue(&bytes, field: field, form: plans[kindIndex].fields[field].form, kindIndex: kindIndex)
      else { return false }
      scratch.present |= 1 << UInt64(field)
      next = field + 1
    } while bytes.take(",")
    return bytes.take("}") && bytes.isAtEnd && plans[kindIndex].isComplete(scratch.present)
      && keepsRules(kindIndex: kindIndex)
  }

  private func fieldIndex(of key: UnsafeBufferPointer<UInt8>, from start: Int, in kindIndex: Int) -> Int? {
    let count = plans[kindIndex].fields.count
    var index = start
    while index < count {
      if isSame(plans[kindIndex].fields[index].name, key) { return index }
      index += 1
    }
    return nil
  }

  private func isSame(_ name: [UInt8], _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count == key.count else { return false }
    for index in 0..<key.count where name[index] != key[index] { return false }
    return true
  }

  private mutating func readValue(
    _ bytes: inout PlainBytes,
    field: Int,
    form: KindPlan.Form,
    kindIndex: Int
  ) -> Bool {
    switch form {
    case .text, .reference(isFree: true):
      guard let text = bytes.string(), text.isPlain, text.bytes.count <= 200 else { return false }
      // Whether an identifier may hold a space depends on what it stands for: the checker knows.
      if case .reference = form, text.bytes.contains(UInt8(ascii: " ")) { return false }
      if plans[kindIndex].fields[field].isKept { scratch.words[field] = strings.add(text.bytes) }
    case .code(let list):
      guard let text = bytes.string() else { return false }
      let code = strings.add(text.bytes)
      let isListed = Int(code) < allowed[list].count && allowed[list][Int(code)]
      guard isListed || (isOpenList[list] && text.isPlain) else { return false }
      scratch.words[field] = code
    case .integer(let range):
      guard let number = bytes.integer(), range.contains(number) else { return false }
      scratch.numbers[field] = Double(number)
    case .decimal(let range):
      guard let number = bytes.decimal(), range.contains(number) else { return false }
      scratch.numbers[field] = number
    case .date:
      guard let text = bytes.string(), let day = text.day else { return false }
      scratch.words[field] = day
    case .period:
      guard let text = bytes.string(), text.isPeriod else { return false }
      scratch.words[field] = strings.add(text.bytes)
    case .boolean:
      if bytes.take("true") {
        scratch.words[field] = yes
      } else if bytes.take("false") {
        scratch.words[field] = no
      } else {
        return false
      }
    case .reference(isFree: false), .list, .other: return false
    }
    return true
  }

  private func keepsRules(kindIndex: Int) -> Bool {
    for rule in plans[kindIndex].rules {
      switch rule {
      case .within(let value, let low, let high):
        guard has(value), has(low), has(high) else { continue }
        let numbers = scratch.numbers
        guard numbers[low] <= numbers[value], numbers[value] <= numbers[high] else { return false }
      case .ordered(let first, let second):
        guard has(first), has(second) else { continue }
        switch (plans[kindIndex].fields[first].form, plans[kindIndex].fields[second].form) {
        case (.date, .date): guard scratch.words[first] <= scratch.words[second] else { return false }
        case (.integer, .integer), (.decimal, .decimal):
          guard scratch.numbers[first] <= scratch.numbers[second] else { return false }
        default: return false
        }
      }
    }
    return true
  }

  private func has(_ field: Int) -> Bool { scratch.present >> UInt64(field) & 1 == 1 }
}
