import Words
import Workspace

extension ErrorText {
  /// Why a file was not imported.
  static func importing(_ error: ImportError) -> Message {
    func nearest(_ names: [String]) -> Phrase? { names.isEmpty ? nil : ErrorWords.didYouMean(names) }
    switch error {
    case .notAnImportFile(let path):
      return Message(text: ImportWords.notAnImportFile(path), hint: ImportWords.fileHint)
    case .empty(let path): return Message(text: ImportWords.empty(path))
    case .header(let path, let line, .unclosedQuote), .header(let path, let line, .cellCount):
      return Message(text: ImportWords.header(path, ImportWords.unclosedQuote(line: line)))
    case .header(let path, let line, .textAfterQuote):
      return Message(text: ImportWords.header(path, ImportWords.textAfterQuote(line: line)))
    case .noKind(let path): return Message(text: ImportWords.noKind(path), hint: ImportWords.noKindHint)
    case .unknownColumn(let name, let kinds, let near):
      return Message(
        text: ImportWords.unknownColumn(name, kinds), hint: ImportWords.columnHint(name, nearest: near))
    case .namelessColumn(let number):
      return Message(text: ImportWords.namelessColumn(number), hint: ImportWords.namelessHint)
    case .columnsForOneField(let field, let columns):
      return Message(
        text: ImportWords.columnsForOneField(field, columns), hint: columns.last.map(ImportWords.oneFieldHint))
    case .noSuchColumn(let name, let near): return Message(text: ImportWords.noSuchColumn(name), hint: nearest(near))
    case .noSuchField(let name, let kinds, let near):
      return Message(text: ImportWords.noSuchField(name, kinds), hint: nearest(near))
    case .bsnColumn(let name): return Message(text: ImportWords.bsnColumn(name), hint: ImportWords.bsnHint)
    case .bsnInHeader(let number):
      return Message(text: ImportWords.bsnInHeader(number), hint: ImportWords.noHeaderHint)
    case .noKnownColumn(let kinds):
      return Message(text: ImportWords.noKnownColumn(kinds), hint: ImportWords.noHeaderHint)
    case .bsnValues(let column, let passing, let all):
      return Message(text: ImportWords.bsnValues(column, passing, all), hint: ImportWords.bsnHint)
    case .badPrefix(let prefix): return Message(text: ImportWords.badPrefix(prefix))
    case .interrupted(let recorded, let why):
      return Message(
        text: ImportWords.interrupted(recorded, message(for: why).text), hint: ImportWords.interruptedHint)
    }
  }
}
