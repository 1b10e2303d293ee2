import Vocabulary
import Words

extension Command {
  static let completion = Command(
    "completion", HelpWords.completion, forms: ["bash|zsh|fish"], notes: [HelpWords.completionNote],
    examples: [
      .init(
        line: "veldlog completion bash > ~/.local/share/bash-completion/completions/veldlog",
        note: HelpWords.bashExample),
      .init(line: "veldlog completion fish > ~/.config/fish/completions/veldlog.fish", note: HelpWords.fishExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(1)
    let shell = try invocation.word(0, HelpWords.aShell)
    switch shell {
    case "bash": invocation.console.out(Completion.bash)
    case "zsh": invocation.console.out("#compdef veldlog\nautoload -U bashcompinit && bashcompinit\n" + Completion.bash)
    case "fish": invocation.console.out(Completion.fish)
    default: throw UsageError.badValue(option: "completion", value: shell, allowed: ["bash", "zsh", "fish"])
    }
    return .done
  }
}

/// Scripts by which shells complete commands, their first words and options, and the kinds of facts.
private enum Completion {
  private static var names: String { Command.all.map(\.name).joined(separator: " ") }
  private static var kinds: String { Vocabulary.standard.kinds.map(\.name).joined(separator: " ") }
  private static let global = "--dir --lang --format --no-color --ascii --help"
  /// Commands whose first word is a kind.
  private static let ofKinds = "record|log|export|codebook"

  /// The words that a command's forms begin with: `new`, `resume` …
  private static func words(of command: Command) -> [String] {
    command.forms.compactMap { form in
      form.split(separator: " ").first.map(String.init)
    }.filter { word in word.allSatisfy { $0.isLetter && $0.isLowercase } }
  }

  static var bash: String {
    var cases = ""
    for command in Command.all {
      let choices = (words(of: command) + command.options.map(\.name)).joined(separator: " ")
      if !choices.isEmpty { cases += "    \(command.name)) choices=\"\(choices)\" ;;\n" }
    }
    return """
      _veldlog() {
        local current=${COMP_WORDS[COMP_CWORD]} command="" word choices=""
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case " \(names) " in *" $word "*) command=$word; break ;; esac
        done
        case "$command" in
          "") choices="\(names)" ;;
      \(cases)  esac
        case "$command" in \(ofKinds)) choices="$choices \(kinds)" ;; esac
        case "$current" in -*) choices="$choices \(global)" ;; esac
        COMPREPLY=($(compgen -W "$choices" -- "$current") $(compgen -f -- "$current"))
      }
      complete -o filenames -F _veldlog veldlog
      """
  }

  static var fish: String {
    var lines = ["complete -c veldlog -n __fish_use_subcommand -f -a '\(names)'"]
    for command in Command.all {
      let seen = "-n '__fish_seen_subcommand_from \(command.name)'"
      let choices = words(of: command).joined(separator: " ")
      if !choices.isEmpty { lines.append("complete -c veldlog \(seen) -a '\(choices)'") }
      for option in command.options {
        lines.append("complete -c veldlog \(seen) -l \(option.name.dropFirst(2))\(option.value == nil ? "" : " -r")")
      }
    }
    let kindCommands = ofKinds.split(separator: "|").joined(separator: " ")
    lines.append("complete -c veldlog -n '__fish_seen_subcommand_from \(kindCommands)' -a '\(kinds)'")
    return lines.joined(separator: "\n")
  }
}
