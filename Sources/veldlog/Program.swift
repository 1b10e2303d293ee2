import PlainText
import Platform
import Terminal
import Words

/// The command line as a whole: options that every command takes, and the choice of a command.
struct Program {
  let surroundings: Surroundings
  let environment: Environment

  /// Runs one command line and returns the exit status. Never throws, so no error ends in a trace.
  func run(_ arguments: [String]) -> Int32 {
    var console = defaultConsole
    var command: Command?
    do {
      let (global, rest) = try Self.split(arguments)
      try apply(global, to: &console)
      guard let name = rest.first else {
        console.out(Help.overview(console.language))
        return ExitStatus.done.rawValue
      }
      if name == "--version" || name == "version" {
        console.out("veldlog " + Self.version)
        return ExitStatus.done.rawValue
      }
      if name == "help" || name == "--help" || name == "-h" {
        return try Help.run(Array(rest.dropFirst()), console).rawValue
      }
      command = Command.all.first { $0.name == name }
      guard let command else {
        throw UsageError.unknownCommand(name, nearest: EditDistance.nearest(to: name, among: Command.all.map(\.name)))
      }
      if rest.dropFirst().contains("--help") {
        console.out(Help.page(command, console.language))
        return ExitStatus.done.rawValue
      }
      let invocation = Invocation(
        arguments: try Arguments(Array(rest.dropFirst()), options: command.options), console: console,
        environment: environment.drawing(onlyASCII: global["--ascii"] != nil), surroundings: surroundings,
        givenFolder: global["--dir"] ?? environment.variable("VELDLOG_DIR"))
      // Where the command fails, too: what it began beside must not be ended halfway.
      defer { invocation.afterwards.run() }
      return try command.run(invocation).rawValue
    } catch {
      return ErrorText.report(error, during: command?.name, on: console).rawValue
    }
  }

  static let version = "0.1"

  private var defaultConsole: Console {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment.variable).first
    let isColored = environment.isOutputTerminal && environment.variable("NO_COLOR") == nil
    return Console(
      language: locale.flatMap(Language.init(locale:)) ?? .english, format: .table,
      palette: isColored
        ? Style.Palette(term: environment.variable("TERM"), colorTerm: environment.variable("COLORTERM")) : .none,
      width: TerminalStream.output.size?.columns ?? environment.variable("COLUMNS").flatMap(Int.init) ?? 100,
      isErrorTerminal: environment.isErrorTerminal,
      isInputTerminal: environment.isInputTerminal, isOutputTerminal: environment.isOutputTerminal)
  }

  private static let globalOptions = ["--dir", "--lang", "--format"]

  /// Takes out the options that every command knows, wherever they stand before a `--`.
  private static func split(_ arguments: [String]) throws(UsageError) -> ([String: String], [String]) {
    var global: [String: String] = [:]
    var rest: [String] = []
    var waiting = arguments[...]
    while let argument = waiting.popFirst() {
      if argument == "--" {
        rest.append(argument)
        rest += waiting
        break
      }
      let parts = argument.split(separator: "=", maxSplits: 1)
      if argument == "--no-color" || argument == "--no-colour" {
        global["--no-color"] = ""
      } else if argument == "--ascii" {
        global["--ascii"] = ""
      } else if let name = parts.first.map(String.init), globalOptions.contains(name) {
        guard let value = parts.count == 2 ? String(parts[1]) : waiting.popFirst() else { throw .missingValue(name) }
        global[name] = value
      } else {
        rest.append(argument)
      }
    }
    return (global, rest)
  }

  private func apply(_ global: [String: String], to console: inout Console) throws(UsageError) {
    if let value = global["--lang"] {
      guard let language = Language(rawValue: value) else {
        throw .badValue(option: "--lang", value: value, allowed: Language.allCases.map(\.rawValue))
      }
      console.language = language
    }
    if let value = global["--format"] {
      guard let format = Console.Format(rawValue: value) else {
        throw .badValue(option: "--format", value: value, allowed: Console.Format.allCases.map(\.rawValue))
      }
      console.format = format
    }
    if global["--no-color"] != nil { console.palette = .none }
    console.isASCII = global["--ascii"] != nil
  }
}
