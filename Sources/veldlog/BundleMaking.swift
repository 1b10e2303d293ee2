import CanonicalJSON
import Identity
import Platform
import Words
import Workspace

/// What `bundle create` and `receipt` have in common.
enum BundleMaking {
  /// What the options ask for.
  ///
  /// - Throws: `UsageError`, or `WorkspaceError.invalidLogID`.
  static func request(_ invocation: Invocation) throws -> BundleRequest {
    let arguments = invocation.arguments
    let logs = arguments.values("--for")
    let passphrase = try passphrase(invocation, isNew: true)
    let choices = [!logs.isEmpty, arguments.has("--all"), arguments.has("--plain"), passphrase != nil]
    if choices.count(where: { $0 }) > 1 { throw UsageError.conflicting(ExchangeWords.onlyOneChoice) }
    let receivers: BundleRequest.Receivers
    if arguments.has("--plain") {
      receivers = .clear
    } else if let passphrase {
      receivers = .passphrase(passphrase)
    } else if logs.isEmpty {
      receivers = .everyone
    } else {
      receivers = .members(
        try logs.map { text in
          guard let log = LogID(text) else { throw WorkspaceError.invalidLogID(text) }
          return log
        })
    }
    return BundleRequest(
      receivers, largestByteCount: try arguments.value("--max-size").map { try size($0, "--max-size") },
      attachments: try attachments(arguments.value("--attachments")))
  }

  /// The passphrase of `--passphrase-file`, or with `--passphrase` the one that is typed; nil without either.
  static func passphrase(_ invocation: Invocation, isNew: Bool) throws -> [UInt8]? {
    let arguments = invocation.arguments
    guard arguments.has("--passphrase") || arguments.value(PassphraseInput.option.name) != nil else { return nil }
    return try PassphraseInput.passphrase(of: invocation, isNew: isNew)
  }

  private static func attachments(_ text: String?) throws(UsageError) -> BundleRequest.AttachmentChoice {
    switch text {
    case nil, "all": .all
    case "none": .none
    case let text?: .upTo(try size(text, "--attachments"))
    }
  }

  /// A number of bytes: 20971520, 20480k, 20M or 1G.
  static func size(_ text: String, _ option: String) throws(UsageError) -> Int {
    let units: [Character: Int] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30]
    let unit = text.lowercased().last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), number > 0, number <= Int.max >> 31 else {
      throw .badValue(option: option, value: text, allowed: ["500k", "20M", "1G"])
    }
    return number * (unit ?? 1)
  }

  /// Makes it and says so.
  static func make(_ request: BundleRequest, _ invocation: Invocation) throws -> ExitStatus {
    let console = invocation.console
    guard let output = invocation.arguments.value("--output") else {
      throw UsageError.missingWord(CommandWords.anOutput)
    }
    let path = invocation.environment.absolute(output)
    let made = try Exchange(try Recording(try invocation.workspace())).make(request, at: path)
    guard let first = made.first else { return .done }
    if console.format == .json {
      var document: JSONObject = JSONObject()
      document["file"] = .string(first.path)
      document["lines"] = .integer(Int64(made.reduce(0) { $0 + $1.lineCount }))
      document["bytes"] = .integer(Int64(made.reduce(0) { $0 + $1.byteCount }))
      document["for"] = .array(first.receivers.map { .string($0.text) })
      if made.count > 1 { document["files"] = .array(made.map { .string($0.path) }) }
      console.out(.object(document))
    } else {
      for part in made {
        let name = made.count == 1 && part.path == path ? output : part.path
        console.out(
          request.receivers == .clear
            ? CommandWords.made(name, part.lineCount, part.logCount, part.byteCount)
            : ExchangeWords.madeFor(name, part.lineCount, part.logCount, part.byteCount, part.receivers.count))
      }
    }
    if request.receivers == .clear { console.note(CommandWords.clearWarning) }
    if first.omitsRegional { console.note(ExchangeWords.omitsRegional) }
    if !first.unknownKeys.isEmpty { console.note(ExchangeWords.unknownKeys(first.unknownKeys.map(\.text))) }
    for (log, count) in first.leftBehind.sorted(by: { $0.key < $1.key }) {
      console.note(CommandWords.leftBehind(log.text, count))
    }
    return first.leftBehind.isEmpty && first.unknownKeys.isEmpty ? .done : .aside
  }
}
