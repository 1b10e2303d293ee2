import CanonicalJSON
import Vocabulary
import Words
import Workspace

extension Command {
  static let doctor = Command(
    "doctor", DoctorWords.summary, forms: [""], notes: [DoctorWords.note],
    examples: [.init(line: "veldlog doctor", note: DoctorWords.example)]
  ) { invocation in
    try invocation.expectAtMost(0)
    let findings = try Doctor.findings(in: try invocation.workspace())
    let console = invocation.console
    if console.format == .json {
      console.out(.array(findings.map { json($0, console.language) }))
    } else if findings.isEmpty {
      console.out(DoctorWords.allIsWell)
    } else {
      console.out(DoctorWords.findingCount(findings.count))
      for finding in findings { show(finding, console) }
    }
    return findings.contains(where: \.isDamage) ? .aside : .done
  }

  private static func json(_ finding: Finding, _ language: Language) -> JSONValue {
    let text = text(of: finding)
    return [
      "code": .string(finding.code), "what": .string(text.what[language]), "count": .integer(Int64(finding.count)),
      "refs": .array(finding.places.map(JSONValue.string)), "advice": .string(text.advice[language]),
    ]
  }

  private static func show(_ finding: Finding, _ console: Console) {
    let text = text(of: finding)
    let language = console.language
    console.out("")
    console.out((finding.isDamage ? "✗ " : "⚠ ") + text.what[language])
    let rest = finding.count - finding.places.count
    let isList = finding.places.count > 1 && rest > 0
    console.out(
      "  " + DoctorWords.place[language] + ": " + finding.places.joined(separator: ", ")
        + (isList ? DoctorWords.more(rest)[language] : ""))
    console.out("  " + DoctorWords.advice[language] + ": " + text.advice[language])
  }

  private static func text(of finding: Finding) -> DoctorWords.Text {
    let count = finding.count
    return switch finding.matter {
    case .damagedLines(let log): DoctorWords.damagedLines(count, log.text)
    case .newerLines(let log): DoctorWords.newerLines(count, log.text)
    case .tornTail(let log, let bytes): DoctorWords.tornTail(bytes, log.text)
    case .unknownKind(let kind): DoctorWords.unknownKind(count, kind)
    case .brokenPayload(let kind): DoctorWords.brokenPayload(count, kind)
    case .unknownReference(let thing, let kind, let names):
      DoctorWords.unknownReference(count, thing.rawValue, kind, names)
    case .conflicts: DoctorWords.conflicts(count)
    case .stranger(let log): DoctorWords.stranger(count, log.text)
    case .heldBundles: DoctorWords.heldBundles(count)
    case .notAdmitted(let log): DoctorWords.notAdmitted(count, log.text)
    case .clockWentBack(let log): DoctorWords.clockWentBack(count, log.text)
    case .clockIsBehind(let log, let milliseconds): DoctorWords.clockIsBehind(milliseconds / 60_000, log.text)
    case .missingKey(let log): DoctorWords.missingKey(log.text)
    case .damagedKey(let log): DoctorWords.damagedKey(log.text)
    case .openPermissions: DoctorWords.openPermissions(finding.places)
    case .leftovers: DoctorWords.leftovers(count)
    case .missingAttachments: DoctorWords.missingAttachments(count)
    case .damagedAttachments: DoctorWords.damagedAttachments(count)
    case .unnamedAttachments: DoctorWords.unnamedAttachments(count)
    case .erasedPayloads: DoctorWords.erasedPayloads(count)
    case .afterErasure: DoctorWords.afterErasure(count)
    }
  }
}
