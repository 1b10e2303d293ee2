import Cryptography

/// A file as text, for mail: padded base64 in lines of 64 characters between two marks. It is read here, not written.
///
/// Lines end in LF or CRLF. White space may stand before and after, and nowhere else.
public enum AgeArmor {
  private static let head = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  private static let foot = Array("-----END AGE ENCRYPTED FILE-----".utf8)
  private static let columnCount = 64
  private static let maximumSpaceCount = 1024

  /// Whether a file that starts so claims to be armored.
  public static func isArmored(_ start: some Collection<UInt8>) -> Bool {
    start.prefix(maximumSpaceCount + head.count).drop(while: isSpace).starts(with: head)
  }

  /// The file that the text holds.
  ///
  /// - Throws: `AgeError.malformedArmor`.
  public static func bytes(in text: [UInt8]) throws(AgeError) -> [UInt8] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }[...]
    func fault() -> AgeError { .malformedArmor(line: min(lines.startIndex + 1, lines.endIndex)) }

    let spaceBefore = lines.prefix { $0.allSatisfy(isSpace) }
    lines = lines.dropFirst(spaceBefore.count)
    guard spaceBefore.reduce(0, { $0 + $1.count + 1 }) <= maximumSpaceCount, lines.first.map(Array.init) == head else {
      throw fault()
    }
    lines.removeFirst()

    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var isLast = false
    while let line = lines.first, !line.elementsEqual(foot) {
      guard !isLast, !line.isEmpty, line.count <= columnCount, let part = Base64.bytes(padded: line) else {
        throw fault()
      }
      isLast = part.count < columnCount / 4 * 3
      bytes += part
      lines.removeFirst()
    }
    guard !lines.isEmpty else { throw fault() }
    lines.removeFirst()
    guard lines.reduce(0, { $0 + $1.count + 1 }) <= maximumSpaceCount, lines.allSatisfy({ $0.allSatisfy(isSpace) })
    else { throw fault() }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
