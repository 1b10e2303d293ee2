/// How the bytes of a table stand for characters.
public enum TextEncoding: String, Sendable, Equatable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// What older spreadsheets write: assumed where the bytes are not UTF-8, so a guess worth telling a person.
  case windows1252 = "Windows-1252"
}
