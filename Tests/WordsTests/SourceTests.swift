import Testing
import Words

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the sources themselves: a `Phrase` cannot be made without one of the languages, but it could be made empty,
/// and a text could be written around it.
@Suite struct SourceTests {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  static func sources(in folder: String) -> [(path: String, lines: [String])] {
    var result: [(String, [String])] = []
    var waiting = [root + "/Sources/" + folder]
    while let next = waiting.popLast() {
      guard let stream = opendir(next) else { continue }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        if name.hasSuffix(".swift") { result.append((next + "/" + name, lines(of: next + "/" + name))) }
        if !name.contains(".") { waiting.append(next + "/" + name) }
      }
      closedir(stream)
    }
    return result
  }

  static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `no phrase is empty in one language only`() {
    var phraseCount = 0
    for module in ["Words", "Vocabulary", "Interview"] {
      for (path, lines) in Self.sources(in: module) {
        for (index, line) in lines.enumerated() where line.contains("nl: \"") || line.contains("en: \"") {
          phraseCount += 1
          let isEmpty = line.contains("nl: \"\"") || line.contains("en: \"\"")
          #expect(!isEmpty || line.contains("\"\"\""), "\(path):\(index + 1)")
        }
      }
    }
    #expect(phraseCount > 500)
  }

  @Test func `the command says nothing that is not a phrase`() {
    let sources = Self.sources(in: "veldlog")
    #expect(sources.count > 15)
    for (path, lines) in sources {
      for (index, line) in lines.enumerated() {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("//") || code.contains("line: ") || code.contains("forms: ") { continue }
        guard code.contains(".out(\"") || code.contains(".note(\"") else { continue }
        let literal = code.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first ?? ""
        // Names, marks and inserted values may stand in quotes; two words of prose may not.
        let words = literal.split(separator: " ").filter { $0.count > 1 && $0.allSatisfy(\.isLetter) }
        #expect(words.count < 2, "\(path):\(index + 1): \(literal)")
      }
    }
  }

  @Test func `nobody but the terminal's own module makes colours`() {
    for module in ["veldlog", "Dashboard", "Words", "Demo", "Interview", "PlainText"] {
      for (path, lines) in Self.sources(in: module) {
        for (index, line) in lines.enumerated() { #expect(!line.contains("1B}["), "\(path):\(index + 1)") }
      }
    }
  }

  @Test(arguments: [
    ("nl_NL.UTF-8", Language.dutch), ("en_GB", .english), ("nl", .dutch), ("C", nil), ("de_DE", nil), ("", nil),
  ])
  func `a locale names a language that exists, or none`(locale: String, language: Language?) {
    #expect(Language(locale: locale) == language)
  }
}
