import Words
import Workspace

extension ErrorText {
  static func salvage(_ error: SalvageError) -> Message {
    switch error {
    case .nothingFound(let count): Message(text: SalvageWords.nothingFound(count))
    case .severalWorkspaces(let list):
      Message(
        text: SalvageWords.severalWorkspaces(list.map { ($0.workspace.text, $0.lineCount) }),
        hint: SalvageWords.severalWorkspacesHint(list.first?.workspace.text ?? ""))
    case .severalInstances(let logs):
      Message(
        text: SalvageWords.severalInstances(logs.map(\.text)),
        hint: SalvageWords.severalInstancesHint(logs.first?.text ?? ""))
    case .noKey(let log): Message(text: SalvageWords.noKeyOf(log.text))
    case .insideSource(let path, let source): Message(text: SalvageWords.insideSource(path, source))
    case .alreadyThere(let path):
      Message(text: SalvageWords.alreadyThere(path), hint: SalvageWords.alreadyThereHint(path))
    case .notAKey(let path): Message(text: SalvageWords.notAKey(path))
    case .changedMeanwhile(let path):
      Message(text: SalvageWords.changedMeanwhile(path), hint: SalvageWords.runAgain)
    }
  }
}
