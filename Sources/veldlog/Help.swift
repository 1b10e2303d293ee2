import PlainText
import Words

/// Prints help: an overview, or a page for one command.
enum Help {
  static func run(_ words: [String], _ console: Console) throws(UsageError) -> ExitStatus {
    guard let name = words.first else {
      console.out(overview(console.language))
      return .done
    }
    guard let command = Command.all.first(where: { $0.name == name }) else {
      throw .unknownCommand(name, nearest: EditDistance.nearest(to: name, among: Command.all.map(\.name)))
    }
    console.out(page(command, console.language))
    return .done
  }

  static func overview(_ language: Language) -> String {
    var lines = [HelpWords.title[language], "", HelpWords.usage[language], "", HelpWords.commands[language] + ":"]
    let width = (Command.all.map(\.name.count).max() ?? 0) + 2
    for command in Command.all {
      lines.append(
        "  " + command.name + String(repeating: " ", count: width - command.name.count) + command.summary[language])
    }
    lines += ["", HelpWords.more[language], HelpWords.exits[language]]
    return lines.joined(separator: "\n")
  }

  static func page(_ command: Command, _ language: Language) -> String {
    var lines = ["veldlog " + command.name + " - " + command.summary[language], ""]
    lines += command.forms.map { "  veldlog " + command.name + ($0.isEmpty ? "" : " " + $0) }
    for note in command.notes { lines += [""] + wrapped(note[language]) }
    if !command.options.isEmpty {
      lines += ["", HelpWords.options[language] + ":"]
      let names = command.options.map { $0.name + ($0.value.map { " " + $0 } ?? "") }
      let width = (names.map(\.count).max() ?? 0) + 2
      for (option, name) in zip(command.options, names) {
        lines.append("  " + name + String(repeating: " ", count: width - name.count) + option.note[language])
      }
    }
    lines += ["", HelpWords.examples[language] + ":"]
    for example in command.examples {
      lines += ["  # " + example.note[language], "  " + example.line]
    }
    return lines.joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > 90, !line.isEmpty {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }
}
