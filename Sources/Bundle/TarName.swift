/// The names that an entry of a bundle's archive can have.
///
/// Letters, digits and `._~-` in parts joined by `/`; no part is empty, `.` or `..`. So a name, put behind any folder,
/// stays inside it, on every file system.
enum TarName {
  static let largestByteCount = 100

  static func isSafe(_ name: ArraySlice<UInt8>) -> Bool {
    guard !name.isEmpty, name.count <= largestByteCount, name.allSatisfy(isAllowed) else { return false }
    return name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
  }

  /// The name for a message: a name from outside could hold anything, commands to a terminal included.
  static func printable(_ name: some Sequence<UInt8>) -> String {
    String(decoding: name.map { 0x20..<0x7F ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "-"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
