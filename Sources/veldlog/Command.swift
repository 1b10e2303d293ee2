import Platform
import Vocabulary
import Words
import Workspace

/// How the program ends.
enum ExitStatus: Int32 {
  case done = 0
  case refused = 1
  case usage = 2
  /// Done, but something was set aside, and said so.
  case aside = 3
}

/// One command: what help says of it, and what it does.
struct Command: Sendable {
  struct Example: Sendable {
    let line: String
    let note: Phrase
  }

  let name: String
  let summary: Phrase
  /// What may follow the name, a line for each form.
  let forms: [String]
  let options: [Arguments.Option]
  /// Anything else a person should know.
  let notes: [Phrase]
  let examples: [Example]
  let run: @Sendable (Invocation) throws -> ExitStatus

  init(
    _ name: String, _ summary: Phrase, forms: [String], options: [Arguments.Option] = [], notes: [Phrase] = [],
    examples: [Example], run: @escaping @Sendable (Invocation) throws -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.forms = forms
    self.options = options
    self.notes = notes
    self.examples = examples
    self.run = run
  }
}

/// One run of a command.
struct Invocation {
  let arguments: Arguments
  let console: Console
  let environment: Environment
  let surroundings: Surroundings
  /// `--dir`, else `$VELDLOG_DIR`.
  let givenFolder: String?
  /// What is left to do once the command is done.
  let afterwards = Afterwards()

  var words: [String] { arguments.words }

  /// The word at a place.
  ///
  /// - Throws: `UsageError.missingWord`.
  func word(_ index: Int, _ what: Phrase) throws(UsageError) -> String {
    guard words.indices.contains(index) else { throw .missingWord(what) }
    return words[index]
  }

  /// Refuses words beyond the first `count`.
  func expectAtMost(_ count: Int) throws(UsageError) {
    if words.count > count { throw .tooManyWords(words[count]) }
  }

  /// Who may read what is recorded, as `--audience` says; nil for the kind's own.
  func audience() throws(UsageError) -> Audience? {
    guard let name = arguments.value("--audience") else { return nil }
    guard let audience = Audience(rawValue: name) else {
      throw .badValue(option: "--audience", value: name, allowed: Audience.allCases.map(\.rawValue))
    }
    return audience
  }

  /// The workspace that the command is about.
  func workspace() throws -> Workspace {
    var workspace = try Workspace(opening: try folder(), surroundings: surroundings)
    workspace.tell = { [console] notice in NoticeText.lines(of: notice).forEach { console.note($0) } }
    return workspace
  }

  private func folder() throws(WorkspaceError) -> String {
    if let givenFolder { return environment.absolute(givenFolder) }
    guard let folder = Workspace.folder(from: environment.currentFolder, files: surroundings.files) else {
      throw WorkspaceError.notFound(from: environment.currentFolder)
    }
    return folder
  }
}
