import Demo
import Terminal
import Words

extension Command {
  static let demo = Command(
    "demo", DemoWords.summary, forms: ["[DIR]"], notes: [DemoWords.note],
    examples: [
      .init(line: "veldlog demo", note: DemoWords.example),
      .init(line: "veldlog demo /tmp/veldlog-demo", note: DemoWords.otherExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(1)
    var shown = invocation.words.first ?? "veldlog-demo"
    while shown.count > 1, shown.hasSuffix("/") { shown.removeLast() }
    let story = DemoStory(
      in: invocation.environment.absolute(shown), shownAs: shown, surroundings: invocation.surroundings)
    let teller = DemoTeller(invocation)
    var hasBegun = false
    do {
      let ending = try story.play { scene in
        hasBegun = true
        teller.tell(scene)
      }
      teller.finish(ending, in: shown)
      return .done
    } catch {
      let status = ErrorText.report(error, on: invocation.console)
      if hasBegun { invocation.console.note(DemoWords.stopped(shown)) }
      return status
    }
  }
}

extension ErrorText {
  static func demo(_ error: DemoError) -> Message {
    switch error {
    case .notEmpty(let path): Message(text: DemoWords.notEmpty(path), hint: DemoWords.notEmptyHint)
    case .notAllRecorded(let file, let recorded, let all):
      Message(text: DemoWords.notAllRecorded(file, recorded, of: all))
    case .fingerprintsDiffer: Message(text: DemoWords.fingerprintsDiffer)
    case .wrongConflicts(let count): Message(text: DemoWords.wrongConflicts(count))
    }
  }
}

/// Prints the demo's scenes as they happen.
private struct DemoTeller {
  private let invocation: Invocation
  private var console: Console { invocation.console }
  private var language: Language { console.language }

  init(_ invocation: Invocation) {
    self.invocation = invocation
  }

  func tell(_ scene: Scene) {
    switch scene {
    case .chapter(let title): say("\n" + styled(title[language], .bold))
    case .remark(let text): say(wrapped(text[language]))
    case .step(let line, let result):
      say(prompt(line))
      say(indented(result[language]))
    case .view(let line):
      // A machine that reads the result has no use for screens.
      if console.format == .json { return }
      say(prompt(line))
      show(line)
    }
  }

  /// Runs a line as if it were typed, in the language and with the colours of this run.
  private func show(_ line: TypedLine) {
    let here = invocation.environment
    // No screen of the demo waits for a key.
    let environment = Environment(
      variables: here.variables, currentFolder: here.currentFolder, isOutputTerminal: here.isOutputTerminal,
      isErrorTerminal: here.isErrorTerminal, isInputTerminal: false
    ).drawing(onlyASCII: here.wantsASCII)
    let options = ["--lang", language.rawValue] + (console.palette == .none ? ["--no-color"] : [])
    _ = Program(surroundings: invocation.surroundings, environment: environment).run(options + line.words)
    say("")
  }

  func finish(_ ending: Ending, in folder: String) {
    tell(.chapter(DemoWords.next))
    let instance = TypedLine(["--dir", (folder == "/" ? "" : folder) + "/" + DemoStory.regions[0]]).words
    let lines: [([String], Phrase)] = [
      (instance + ["dashboard"], DemoWords.nextFigures),
      (instance + ["query", "uitval_breed per aanbieder"], DemoWords.nextQuery),
      (instance + ["conflicts"], DemoWords.nextConflicts),
      (
        instance + ["resolve", ending.unusedReference, "--reason", DemoWords.reason[language]], DemoWords.nextResolve
      ),
      (["help"], DemoWords.nextHelp),
    ]
    if invocation.environment.program.contains("/") {
      // Not found on PATH, so the lines below would not be either.
      let path = invocation.environment.absolute(invocation.environment.program)
      say(indented("alias veldlog=" + TypedLine.quoted(path)))
      say(indented(indented(styled(DemoWords.nextAlias[language], .gray))))
    }
    for (words, note) in lines {
      say(indented(TypedLine(words).text))
      say(indented(indented(styled(note[language], .gray))))
    }
    say("\n" + DemoWords.cleanUp(folder)[language])
    if console.format == .json { console.out(ending.json) }
  }

  // MARK: Text

  private func say(_ text: String) {
    if console.format == .json { console.note(text) } else { console.out(text) }
  }

  private func prompt(_ line: TypedLine) -> String { styled("$ " + line.text, .green) }

  private func styled(_ text: String, _ style: Style) -> String { style.applied(to: text, in: console.palette) }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }

  private func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > min(console.width, 100) {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
