import PlainText
import Terminal

/// One line of text being typed.
public struct LineEditor: Sendable, Equatable {
  private var before: [Character]
  private var behind: [Character] = []
  /// A line longer than this is no filter and no name.
  private static let longest = 500

  public init(_ text: String = "") {
    before = Array(text)
  }

  public var text: String { String(before + behind) }

  /// In columns from the start of the text.
  var cursor: Int { TextWidth.of(String(before)) }

  /// Takes a key; false where it means nothing in a line.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace: _ = before.popLast()
    case .delete: if !behind.isEmpty { behind.removeFirst() }
    case .left: if let last = before.popLast() { behind.insert(last, at: 0) }
    case .right: if !behind.isEmpty { before.append(behind.removeFirst()) }
    case .home, .control("a"): (before, behind) = ([], before + behind)
    case .end, .control("e"): (before, behind) = (before + behind, [])
    case .control("u"): before = []
    case .control("w"):
      while before.last == " " { before.removeLast() }
      while let last = before.last, last != " " { before.removeLast() }
    default: return false
    }
    return true
  }

  private mutating func insert(_ character: Character) {
    guard before.count + behind.count < Self.longest else { return }
    // A mark joins the letter before it.
    before = Array(String(before) + String(character))
  }
}
