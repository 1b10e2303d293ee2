import Cryptography

/// The text at the start of a file, which says how the file key can be had.
struct AgeHeader {
  private var stanzas: [(line: Int, stanza: AgeStanza)] = []
  private let code: [UInt8]
  /// What the code is over: all up to and with the three dashes.
  private let covered: [UInt8]
  /// Where the payload begins.
  let byteCount: Int

  static let anyVersion = "age-encryption.org/"
  private static let firstLine = anyVersion + "v1"
  private static let codeMark = Array("---".utf8)
  private static let stanzaMark = Array("-> ".utf8)
  private static let columnCount = 64

  /// - Throws: `AgeError.notAge`, `newerVersion`, `malformedHeader` or `incompleteHeader`.
  init(parsing file: [UInt8]) throws(AgeError) {
    guard file.starts(with: Self.anyVersion.utf8) else { throw .notAge }
    var lines = AgeLines(file.prefix(Age.maximumHeaderByteCount))
    let version = try lines.next()
    guard version.elementsEqual(Self.firstLine.utf8) else {
      // What is not a version is some other thing, and is not repeated to people.
      let name = version.dropFirst(Self.anyVersion.utf8.count)
      guard name.count <= 16, name.first == UInt8(ascii: "v"), name.dropFirst().allSatisfy(Self.isDigit) else {
        throw .malformedHeader(line: 1)
      }
      throw .newerVersion(String(decoding: name, as: UTF8.self))
    }
    while true {
      let start = lines.position
      let line = try lines.next()
      if line.starts(with: Self.codeMark) {
        guard let code = Self.code(in: line) else { throw .malformedHeader(line: lines.count) }
        self.code = code
        covered = Array(file[..<(start + Self.codeMark.count)])
        byteCount = lines.position
        break
      }
      let number = lines.count
      guard let arguments = Self.arguments(in: line) else { throw .malformedHeader(line: number) }
      let body = try Self.body(&lines)
      guard let stanza = AgeStanza(arguments: arguments, body: body) else { throw .malformedHeader(line: number) }
      stanzas.append((number, stanza))
    }
    guard let first = stanzas.first else { throw .malformedHeader(line: 2) }
    for (line, stanza) in stanzas where stanzas.count > 1 {
      // Whoever knows the passphrase can have written the file, and that must hold for all who open it.
      if case .scrypt = stanza { throw .malformedHeader(line: max(line, first.line)) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// The words after the arrow, each of one or more visible characters, with one space between.
  private static func arguments(in line: ArraySlice<UInt8>) -> [String]? {
    guard line.starts(with: stanzaMark) else { return nil }
    let words = line.dropFirst(stanzaMark.count).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { 33...126 ~= $0 } }) else { return nil }
    return words.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Full lines and then one that is not full, which may be empty.
  private static func body(_ lines: inout AgeLines) throws(AgeError) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try lines.next()
      guard line.count <= columnCount, let bytes = Base64.bytes(unpadded: line) else {
        throw .malformedHeader(line: lines.count)
      }
      body += bytes
      if line.count < columnCount { return body }
    }
  }

  private static func code(in line: ArraySlice<UInt8>) -> [UInt8]? {
    let rest = line.dropFirst(codeMark.count)
    guard rest.first == UInt8(ascii: " "), let code = Base64.bytes(unpadded: rest.dropFirst()), code.count == 32 else {
      return nil
    }
    return code
  }

  var isToPassphrase: Bool {
    if case .scrypt = stanzas.first?.stanza { true } else { false }
  }

  /// The file key, from the first stanza that opens with one of the identities.
  ///
  /// - Throws: `AgeError.noMatch`, `wrongPassphrase`, `workFactor` or `malformedHeader`.
  func fileKey(for identities: [AgeIdentity], maximumWorkFactor: Int) throws(AgeError) -> [UInt8] {
    for identity in identities {
      for (line, stanza) in stanzas {
        let fileKey = try identity.fileKey(from: stanza, line: line, maximumWorkFactor: maximumWorkFactor)
        if let fileKey { return fileKey }
      }
    }
    if isToPassphrase, identities.contains(where: \.isPassphrase) { throw .wrongPassphrase }
    throw .noMatch(recipientCount: stanzas.count)
  }

  /// Whether the code is right, so that nothing was changed by someone without the file key.
  func isWritten(with fileKey: [UInt8]) -> Bool {
    HMAC.isSHA256(code, of: covered, key: Self.codeKey(fileKey))
  }

  private static func codeKey(_ fileKey: [UInt8]) -> [UInt8] {
    HKDF.sha256(secret: fileKey, salt: [], info: Array("header".utf8))
  }

  /// A whole header.
  static func bytes(of stanzas: [AgeStanza], fileKey: [UInt8]) -> [UInt8] {
    let text = firstLine + "\n" + stanzas.map(\.text).joined()
    let covered = Array(text.utf8) + codeMark
    return covered + Array((" " + Base64.unpadded(HMAC.sha256(covered, key: codeKey(fileKey))) + "\n").utf8)
  }
}
