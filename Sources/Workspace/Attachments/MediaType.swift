/// What a file's extension says it is.
enum MediaType {
  private static let types: [String: (type: String, soort: String?)] = [
    "m4a": ("audio/mp4", "opname"), "mp3": ("audio/mpeg", "opname"), "wav": ("audio/wav", "opname"),
    "ogg": ("audio/ogg", "opname"), "opus": ("audio/ogg", "opname"), "flac": ("audio/flac", "opname"),
    "aac": ("audio/aac", "opname"), "mp4": ("video/mp4", "opname"), "mov": ("video/quicktime", "opname"),
    "pdf": ("application/pdf", nil), "txt": ("text/plain", nil), "md": ("text/markdown", nil),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", nil),
    "odt": ("application/vnd.oasis.opendocument.text", nil), "csv": ("text/csv", "tabel"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "tabel"),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", "tabel"), "jpg": ("image/jpeg", "afbeelding"),
    "jpeg": ("image/jpeg", "afbeelding"), "png": ("image/png", "afbeelding"), "heic": ("image/heic", "afbeelding"),
  ]

  /// The media type of a file of this name, and the code of `bijlagesoort` that goes without saying.
  static func of(_ name: String) -> (type: String, soort: String?)? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return types[name[name.index(after: dot)...].lowercased()]
  }
}
