import Bundle
import CanonicalJSON
import Demo
import EventLog
import Identity
import Platform
import Query
import Vocabulary
import Words
import Workspace

/// Turns the facts of an error into words.
enum ErrorText {
  /// What is said of an error.
  struct Message {
    let text: Phrase
    var hint: Phrase?
    var status = ExitStatus.refused
  }

  /// Says what went wrong on standard error.
  ///
  /// - Parameter command: Whose help a wrong usage points to.
  /// - Returns: The exit status that the error stands for.
  static func report(_ error: any Error, during command: String? = nil, on console: Console) -> ExitStatus {
    var message = message(for: error)
    if let command, message.status == .usage, message.hint == nil || message.hint == ErrorWords.seeHelp {
      message.hint = ErrorWords.seeHelp(of: command)
    }
    console.note(ErrorWords.error + message.text)
    if let error = error as? QuestionError, let pointer = error.pointer { console.note(pointer) }
    if let hint = message.hint { console.note(ErrorWords.hint + hint) }
    return message.status
  }

  static func message(for error: any Error) -> Message {
    switch error {
    case let error as UsageError: usage(error)
    case let error as WorkspaceError: workspace(error)
    case let error as LogError: log(error)
    case let error as FileError: file(error)
    case let error as JSONError: Message(text: FileWords.notCanonical(error.offset, json(error.reason)))
    case let error as BundleError: bundle(error)
    case let error as AgeError: age(error)
    case let error as PassphraseError: passphrase(error)
    case let error as LockError: lock(error)
    case let error as ImportError: importing(error)
    case let error as ExchangeError: exchange(error)
    case let error as SalvageError: salvage(error)
    case let error as AttachmentError: attachment(error)
    case let error as ErasureError: erasure(error)
    case let error as SharedFolderError: sharedFolder(error)
    case let error as QuestionError: Message(text: error.error.phrase, status: .usage)
    case let error as QueryError: Message(text: error.phrase, status: .usage)
    case let error as InterviewError: interview(error)
    case FigureError.unknownIndicator(let name): Message(text: FigureWords.unknownIndicator(name), status: .usage)
    case FigureError.notForThisScreen(let option):
      Message(text: ErrorWords.notForThisScreen(option), status: .usage)
    case FigureError.notADay(let text): Message(text: HistoryWords.notADay(text), status: .usage)
    case let error as DefinitionProblem: Message(text: error.phrase, status: .usage)
    case FigureError.notAPeriod(let text): Message(text: FigureWords.notAPeriod(text), status: .usage)
    case FigureError.unknownAanbieder(let name, let near):
      Message(text: ScreenWords.unknownAanbieder(name), hint: near.map { ErrorWords.didYouMean([$0]) })
    case let error as DemoError: demo(error)
    case KeyFolder.Failure.damaged(let path): Message(text: ErrorWords.damagedKey(path))
    default: gate(error) ?? Message(text: Phrase(same: String(describing: error)))
    }
  }

  private static func usage(_ error: UsageError) -> Message {
    func nearest(_ name: String?) -> Phrase { name.map { ErrorWords.didYouMean([$0]) } ?? ErrorWords.seeHelp }
    let (text, hint): (Phrase, Phrase?) =
      switch error {
      case .unknownCommand(let name, let near): (ErrorWords.unknownCommand(name), nearest(near))
      case .unknownOption(let name, let near): (ErrorWords.unknownOption(name), nearest(near))
      case .missingValue(let name): (ErrorWords.missingValue(name), nil)
      case .missingWord(let what): (ErrorWords.missingWord(what), ErrorWords.seeHelp)
      case .tooManyWords(let word): (ErrorWords.tooManyWords(word), ErrorWords.seeHelp)
      case .badValue(let option, let value, let allowed): (ErrorWords.badValue(option, value, allowed), nil)
      case .notAField(let word): (ErrorWords.notAField(word), nil)
      case .fieldTwice(let name): (ErrorWords.fieldTwice(name), nil)
      case .notText(let name): (ErrorWords.notText(name), nil)
      case .conflicting(let phrase): (phrase, ErrorWords.seeHelp)
      case .notAMapping(let word): (ImportWords.badMapping(word), nil)
      case .notForKind(let kind): (AttachmentWords.notForKind(kind), nil)
      }
    return Message(text: text, hint: hint, status: .usage)
  }

  private static func workspace(_ error: WorkspaceError) -> Message {
    switch error {
    case .notFound(let folder): Message(text: ErrorWords.noWorkspace(folder), hint: ErrorWords.noWorkspaceHint)
    case .alreadyThere(let path): Message(text: ErrorWords.alreadyThere(path))
    case .damagedSettings(let path, let offset):
      Message(text: ErrorWords.damagedSettings(path, offset), hint: ErrorWords.damagedSettingsHint)
    case .newerSettings(let path, _): Message(text: ErrorWords.newer(path), hint: ErrorWords.newerHint)
    case .busy(let path): Message(text: ErrorWords.busy(path), hint: ErrorWords.busyHint)
    case .noKey(let log): Message(text: ErrorWords.noKey(log.text))
    case .unknownRegion(let text, let near):
      Message(
        text: ErrorWords.unknownRegion(text), hint: near.isEmpty ? ErrorWords.regionHint : ErrorWords.didYouMean(near))
    case .unknownKind(let name, let near):
      Message(
        text: ErrorWords.unknownKind(name), hint: near.isEmpty ? ErrorWords.kindHint : ErrorWords.didYouMean(near))
    case .reservedKind(let name): Message(text: ErrorWords.reservedKind(name), hint: ErrorWords.reservedHint)
    case .privateKind(let name): Message(text: ExportWords.privateKind(name), hint: ExportWords.privateHint)
    case .invalidInvite(let path): Message(text: ErrorWords.invalidInvite(path), hint: ErrorWords.inviteHint)
    case .invalidLogID(let text): Message(text: ErrorWords.invalidLogID(text))
    case .payload(let kind, let problems):
      Message(text: ErrorWords.payload(kind, problems), hint: ErrorWords.codebookHint(kind))
    case .slotTaken(let kind, let slot, let known, let payload):
      Message(
        text: ErrorWords.slotTaken(kind, FactText.oneLine(slot), short(known), FactText.oneLine(payload)),
        hint: ErrorWords.slotHint(short(known)))
    default: fact(error)
    }
  }

  private static func fact(_ error: WorkspaceError) -> Message {
    switch error {
    case .noSuchReference(let text): Message(text: ErrorWords.noSuchReference(text), hint: ErrorWords.referenceHint)
    case .ambiguousReference(let text, let all):
      Message(text: ErrorWords.ambiguousReference(text, all.map(\.text)))
    case .notLive(let reference, let by): Message(text: ErrorWords.notLive(short(reference), by: by.map(short)))
    case .factIsLocked(let reference):
      Message(text: LockWords.factIsLocked(short(reference)), hint: LockWords.openHint)
    case .structural(let reference, let kind): Message(text: ErrorWords.structural(short(reference), kind))
    case .noConflict(let reference): Message(text: ErrorWords.noConflict(short(reference)))
    case .sameConflict(let left, let right): Message(text: ErrorWords.sameConflict(short(left), short(right)))
    case .notAMember(let log): Message(text: ErrorWords.notAMember(log.text))
    case .alreadyMember(let log): Message(text: ErrorWords.alreadyMember(log.text))
    case .mayNotAdmit(let log): Message(text: ErrorWords.mayNotAdmit(log.text))
    case .mayNotRevoke(let log): Message(text: ErrorWords.mayNotRevoke(log.text))
    case .audienceTooWide(let audience, let reference):
      Message(text: ErrorWords.audienceTooWide(audience.rawValue, short(reference)))
    case .notAnImport(let reference): Message(text: ErrorWords.notAnImport(short(reference)))
    default: Message(text: Phrase(same: String(describing: error)))
    }
  }

  /// A reference as a person can type it again: the first 6 characters of the log, and the number.
  static func short(_ reference: Reference) -> String { "\(reference.log.text.prefix(6)):\(reference.seq)" }

  private static func log(_ error: LogError) -> Message {
    switch error {
    case .file(let error): file(error)
    case .damaged(let path, let line, let fault):
      Message(text: FileWords.damagedLog(path, line, self.fault(fault)), hint: FileWords.damagedLogHint)
    case .empty(let log): Message(text: FileWords.emptyLog(log.text))
    case .broken(let path): Message(text: FileWords.brokenLog(path))
    case .lineTooLong(let count): Message(text: FileWords.lineTooLong(count))
    case .doesNotFollow(let log, let expected, let found):
      Message(text: FileWords.doesNotFollow(log.text, expected, found))
    }
  }

  private static func interview(_ error: InterviewError) -> Message {
    switch error {
    case .unknownList(let name): Message(text: InterviewCommandWords.unknownList(name), status: .usage)
    case .exists(let code): Message(text: InterviewCommandWords.exists(code))
    case .unknown(let code): Message(text: InterviewCommandWords.unknown(code))
    case .noneOpen: Message(text: InterviewCommandWords.noneOpen)
    case .respondent(let problem): Message(text: problem.phrase)
    }
  }

  private static func sharedFolder(_ error: SharedFolderError) -> Message {
    switch error {
    case .notThere(let path): Message(text: SyncWords.notThere(path), hint: SyncWords.notThereHint)
    case .notAFolder(let path): Message(text: FileWords.notFolder(path))
    case .notReadable(let error): file(error)
    case .isWorkspace(let path): Message(text: SyncWords.isWorkspace(path), hint: SyncWords.isWorkspaceHint)
    }
  }

  static func file(_ error: FileError) -> Message {
    switch error.reason {
    case .notFound: Message(text: FileWords.notFound(error.path))
    case .exists: Message(text: FileWords.exists(error.path), hint: FileWords.existsHint)
    case .noPermission: Message(text: FileWords.noPermission(error.path))
    case .readOnlyDisk: Message(text: FileWords.readOnly(error.path))
    case .diskFull: Message(text: FileWords.full(error.path), hint: FileWords.fullHint)
    case .isFolder: Message(text: FileWords.isFolder(error.path))
    case .notFolder: Message(text: FileWords.notFolder(error.path))
    case .tooManyOpenFiles: Message(text: FileWords.tooManyOpen(error.path))
    case .other:
      Message(text: FileWords.failed(error.operation.rawValue, error.path, error.systemText ?? "?"))
    }
  }

  /// What is wrong with a line.
  static func fault(_ fault: LineFault) -> Phrase {
    switch fault {
    case .notCanonical(let error): FileWords.notCanonical(error.offset, json(error.reason))
    case .member(let name, let offset): FileWords.member(name, offset)
    case .tooLong: FileWords.tooLong
    case .newer: FileWords.newerLine
    case .otherLog: FileWords.otherLog
    case .wrongSeq(let expected, let found): FileWords.wrongSeq(expected, found)
    case .chainMismatch: FileWords.chainMismatch
    case .noHeader(.otherKey): FileWords.otherKey
    case .noHeader(.newerFormat): FileWords.newerLine
    case .noHeader: FileWords.noHeader
    case .otherWorkspace(let found): FileWords.otherWorkspace(found)
    case .falseCheckpoint: FileWords.falseCheckpoint
    }
  }

  static func json(_ reason: JSONError.Reason) -> Phrase { reason.phrase }
}
