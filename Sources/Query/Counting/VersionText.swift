/// The name of a version, with an order in which the numbers in it count by their value.
///
///     VersionText("9") < VersionText("10")
///     VersionText("2.1") < VersionText("2.10")
///
/// Texts that differ are never equal: "2" and "02" are in alphabetical order.
struct VersionText: Comparable {
  private let text: String
  private let pieces: [Piece]

  private enum Piece: Equatable {
    /// Its digits without zeros before them, so that no number is too long.
    case number(Substring)
    case word(Substring)
  }

  init(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var rest = text[...]
    while let first = rest.first {
      let isNumber = Self.isDigit(first)
      let piece = rest.prefix { Self.isDigit($0) == isNumber }
      pieces.append(isNumber ? .number(piece.drop { $0 == "0" }) : .word(piece))
      rest = rest.dropFirst(piece.count)
    }
    self.pieces = pieces
  }

  static func < (left: VersionText, right: VersionText) -> Bool {
    for (one, other) in zip(left.pieces, right.pieces) where one != other {
      return switch (one, other) {
      case (.number(let one), .number(let other)): (one.count, one) < (other.count, other)
      case (.word(let one), .word(let other)): one < other
      case (.number, .word): true
      case (.word, .number): false
      }
    }
    if left.pieces.count != right.pieces.count { return left.pieces.count < right.pieces.count }
    return left.text < right.text
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
