/// A language that everything a person reads exists in.
public enum Language: String, Sendable, CaseIterable {
  case dutch = "nl"
  case english = "en"

  /// The language of a locale name such as `nl_NL.UTF-8`; nil for others, and for `C` and `POSIX`.
  public init?(locale: String) {
    let code = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
    self.init(rawValue: code)
  }
}
