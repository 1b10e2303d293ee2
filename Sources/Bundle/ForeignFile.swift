/// What a file that is no bundle seems to be, by its first bytes, so that the message can say what to do.
public enum ForeignFile: Sendable, Equatable, CaseIterable {
  /// No bytes at all.
  case empty
  /// Zero bytes only, as a copy that was broken off leaves behind.
  case zeros
  /// A tar that is not compressed.
  case tar
  case gzip
  case zip
  case pdf
  /// JSON, a log itself perhaps.
  case json
  /// Text of another kind.
  case text
  /// Something compressed with zstd that is no tar.
  case zstandard
  /// A tar compressed with zstd that has no manifest.
  case zstandardTar
  case unknown

  /// - Parameter bytes: A file that does not begin as a zstd frame.
  init(_ bytes: [UInt8]) {
    let first = bytes.first { $0 != 0 }
    self =
      if bytes.isEmpty { .empty } else if first == nil { .zeros } else if Self.isTar(bytes) {
        .tar
      } else if bytes.starts(with: [0x1F, 0x8B]) { .gzip } else if bytes.starts(with: "PK".utf8) {
        .zip
      } else if bytes.starts(with: "%PDF-".utf8) { .pdf } else if bytes.first == UInt8(ascii: "{") {
        .json
      } else if Self.isText(bytes.prefix(4096)) { .text } else { .unknown }
  }

  static func isTar(_ bytes: [UInt8]) -> Bool {
    bytes.dropFirst(TarHeader.magicRange.lowerBound).starts(with: "ustar".utf8)
  }

  /// Whether the file is one that `age` encrypted, in its binary or its text form.
  static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "age-encryption.org/v1".utf8)
      || bytes.starts(with: "-----BEGIN AGE ENCRYPTED FILE-----".utf8)
  }

  /// No control characters but tab and line ends.
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
  }
}
