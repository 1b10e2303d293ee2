import Bundle
import Cryptography

/// Finds the files in a tar as its bytes go by, whoever wrote it, and as far as it goes.
///
/// For salvaging alone: a block that is no header is stepped over, so files behind a damaged one are found again.
struct TarIndex {
  /// A file in the tar.
  struct Entry: Sendable {
    let name: String
    /// Where its contents begin in the stream.
    let offset: Int
    let byteCount: Int
  }

  private static let blockByteCount = 512

  /// Attachments, by their names.
  private(set) var attachments: [(sha256: Digest, entry: Entry)] = []
  /// Small files that may be keys, settings or invites, with their contents.
  private(set) var small: [(name: String, bytes: [UInt8])] = []

  private var block: [UInt8] = []
  private var offset = 0
  /// Bytes of the present file that are still to come, with its padding.
  private var rest = 0
  private var wanted: (name: String, byteCount: Int)?
  private var contents: [UInt8] = []

  /// Whether a stream that starts so is a tar; one block is enough.
  static func isTar(_ start: [UInt8]) -> Bool {
    start.count >= blockByteCount && start[257..<262].elementsEqual("ustar".utf8)
  }

  mutating func take(_ piece: [UInt8]) {
    var position = 0
    while position < piece.count {
      if rest > 0 {
        let count = min(rest, piece.count - position)
        if wanted != nil { contents.append(contentsOf: piece[position..<position + count]) }
        rest -= count
        position += count
        offset += count
        if rest == 0 { endFile() }
      } else {
        let count = min(Self.blockByteCount - block.count, piece.count - position)
        block.append(contentsOf: piece[position..<position + count])
        position += count
        offset += count
        if block.count == Self.blockByteCount { readHeader() }
      }
    }
  }

  private mutating func endFile() {
    if let wanted { small.append((wanted.name, Array(contents.prefix(wanted.byteCount)))) }
    wanted = nil
    contents = []
  }

  private mutating func readHeader() {
    defer { block.removeAll(keepingCapacity: true) }
    guard block[257..<262].elementsEqual("ustar".utf8), block[156] == UInt8(ascii: "0") || block[156] == 0,
      let size = Self.number(block[124..<136])
    else { return }
    let name = Self.text(block[0..<100])
    let prefix = Self.text(block[345..<500])
    let path = prefix.isEmpty ? name : prefix + "/" + name
    let parts = path.split(separator: "/")
    rest = (size + Self.blockByteCount - 1) / Self.blockByteCount * Self.blockByteCount
    guard size > 0, let last = parts.last else { return }
    if parts.dropLast().last == "attachments", let digest = Digest(hexadecimal: String(last)) {
      attachments.append((digest, Entry(name: path, offset: offset, byteCount: size)))
    } else if size <= HeapFinds.largestByteCount, last.hasSuffix(".json") || parts.dropLast().last == "keys" {
      wanted = (path, size)
    }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Octal digits, with spaces or zero bytes around them; nil for anything else, and for more than fits.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    guard !digits.isEmpty, digits.count <= 12 else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
      number = number << 3 | Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
