import Terminal

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Darwin
#endif

/// What the program is told by its surroundings, read once.
struct Environment {
  /// How the program was called: a name that was found on `PATH`, or a path.
  var program = "veldlog"
  /// Whether tables and screens are to stay within ASCII, whatever the locale says.
  private(set) var wantsASCII = false
  let variables: [String: String]
  let currentFolder: String
  let isOutputTerminal: Bool
  let isErrorTerminal: Bool
  let isInputTerminal: Bool

  static var current: Environment {
    var variables: [String: String] = [:]
    let names = [
      "VELDLOG_DIR", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLORTERM", "COLUMNS", "HOME",
      "XDG_STATE_HOME",
    ]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    var folder = "/"
    if let path = getcwd(nil, 0) {
      folder = String(cString: path)
      free(path)
    }
    return Environment(
      program: CommandLine.arguments.first ?? "veldlog", variables: variables, currentFolder: folder,
      isOutputTerminal: TerminalStream.output.isTerminal, isErrorTerminal: TerminalStream.errors.isTerminal,
      isInputTerminal: TerminalStream.input.isTerminal)
  }

  func drawing(onlyASCII: Bool) -> Environment {
    var copy = self
    copy.wantsASCII = wantsASCII || onlyASCII
    return copy
  }

  func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path as seen from the current folder, made absolute.
  func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }
    var folder = currentFolder
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        let cut = folder.lastIndex(of: "/") ?? folder.startIndex
        folder = cut == folder.startIndex ? "/" : String(folder[..<cut])
      } else {
        folder += (folder == "/" ? "" : "/") + part
      }
    }
    return folder
  }
}
