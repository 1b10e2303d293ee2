import CanonicalJSON
import Cryptography
import Merge
import Platform
import Vocabulary
import Words
import Workspace

extension Command {
  static let attachment = Command(
    "attachment", AttachmentWords.summary, forms: ["list", "get REF -o FILE"],
    options: [.init("--output", "FILE", AttachmentWords.outputOption)], notes: [AttachmentWords.note],
    examples: [
      .init(line: "veldlog attachment list", note: AttachmentWords.listExample),
      .init(line: "veldlog attachment get :57 -o opname.m4a", note: AttachmentWords.getExample),
    ]
  ) { invocation in
    switch try invocation.word(0, AttachmentWords.aWord) {
    case "list": return try list(invocation)
    case "get": return try get(invocation)
    case let other: throw UsageError.badValue(option: "attachment", value: other, allowed: ["list", "get"])
    }
  }

  // MARK: list

  private static func list(_ invocation: Invocation) throws -> ExitStatus {
    try invocation.expectAtMost(1)
    let (workspace, console) = (try invocation.workspace(), invocation.console)
    let state = try workspace.ownState()
    let held = try Attachments(workspace).held()
    let all = NamedAttachment.live(in: state)
    var listing = Listing(
      columns: [
        .init(key: "ref", title: CommandWords.reference), .init(key: "here", title: AttachmentWords.here),
        .init(key: "size", title: AttachmentWords.sizeTitle, isNumber: true),
        .init(key: "soort", title: AttachmentWords.soort), .init(key: "about", title: AttachmentWords.about),
        .init(key: "naam", title: AttachmentWords.name),
      ], empty: AttachmentWords.none)
    if console.format == .json {
      listing.json = .array(all.map { json($0, standing(of: $0, held), state) })
    } else {
      listing.rows = all.map { attachment in
        let payload = state.table.payloadObject(attachment.row) ?? JSONObject()
        return [
          state.shortReference(attachment.row),
          AttachmentWords.standing(standing(of: attachment, held))[console.language],
          AttachmentWords.size(attachment.byteCount)[console.language], payload["soort"]?.stringValue ?? "",
          about(payload), payload["naam"]?.stringValue ?? "",
        ]
      }
    }
    listing.print(on: console)
    let wanted = try Attachments(workspace).wanted(in: state).count
    if wanted > 0 { console.note(AttachmentWords.wanted(wanted)) }
    return .done
  }

  private static func standing(of attachment: NamedAttachment, _ held: [Digest: Int]) -> String {
    switch held[attachment.sha256] {
    case nil: "missing"
    case attachment.byteCount: "here"
    default: "damaged"
    }
  }

  private static func json(_ attachment: NamedAttachment, _ standing: String, _ state: MergedState) -> JSONValue {
    [
      "ref": .string(state.table.reference(attachment.row).text), "sha256": .string(attachment.sha256.hexadecimal),
      "bytes": .integer(Int64(attachment.byteCount)), "state": .string(standing),
      "payload": .object(state.table.payloadObject(attachment.row) ?? JSONObject()),
    ]
  }

  /// The ids that the fact names.
  private static func about(_ payload: JSONObject) -> String {
    ["interview", "respondent", "traject", "pseudoniem", "aanbieder", "regio"].compactMap { payload[$0]?.stringValue }
      .joined(separator: " ")
  }

  // MARK: get

  private static func get(_ invocation: Invocation) throws -> ExitStatus {
    let reference = try invocation.word(1, CommandWords.aReference)
    try invocation.expectAtMost(2)
    let (workspace, console) = (try invocation.workspace(), invocation.console)
    guard let output = invocation.arguments.value("--output") else {
      throw UsageError.missingWord(CommandWords.anOutput)
    }
    let path = invocation.environment.absolute(output)
    let state = try workspace.ownState()
    let row = try state.row(named: reference, own: workspace.log)
    guard let attachment = NamedAttachment(row, in: state.table) else {
      throw AttachmentError.notAnAttachment(state.table.reference(row))
    }
    let byteCount = try Attachments(workspace).write(attachment.sha256, to: path)
    if console.format == .json {
      console.out([
        "file": .string(path), "bytes": .integer(Int64(byteCount)),
        "sha256": .string(attachment.sha256.hexadecimal),
      ])
    } else {
      console.out(AttachmentWords.written(output, byteCount))
    }
    console.note(AttachmentWords.outside)
    return .done
  }
}
