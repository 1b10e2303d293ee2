/// The members of a JSON object, in canonical order: by UTF-16 code units of the key (RFC 8785, §3.2.3).
public struct JSONObject: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public let key: String
    public let value: JSONValue
  }

  /// In canonical order, each key once.
  public private(set) var members: [Member] = []

  public init() {}

  public var isEmpty: Bool { members.isEmpty }
  public var keys: [String] { members.map(\.key) }

  /// - Complexity: O(log *n*) to read, O(*n*) to change.
  public subscript(key: String) -> JSONValue? {
    get {
      let index = insertionIndex(of: key)
      return index < members.count && Self.isSame(members[index].key, key) ? members[index].value : nil
    }
    set {
      let index = insertionIndex(of: key)
      let isPresent = index < members.count && Self.isSame(members[index].key, key)
      switch (newValue, isPresent) {
      case (let value?, true): members[index] = Member(key: key, value: value)
      case (let value?, false): members.insert(Member(key: key, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Adds a member; false, and nothing changes, when the key is there already.
  mutating func insertNew(_ key: String, _ value: JSONValue) -> Bool {
    // Canonical input arrives in order, so the end is the usual place.
    if let last = members.last, !Self.precedes(last.key, key) {
      let index = insertionIndex(of: key)
      if index < members.count, Self.isSame(members[index].key, key) { return false }
      members.insert(Member(key: key, value: value), at: index)
    } else {
      members.append(Member(key: key, value: value))
    }
    return true
  }

  private func insertionIndex(of key: String) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(members[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the keys are the same bytes; String's own equality takes canonically equivalent texts for one.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Whether `left` stands before `right` by UTF-16 code units.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf16.lexicographicallyPrecedes(right.utf16)
  }
}
