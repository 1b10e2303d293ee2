import CanonicalJSON
import CivilTime
import Words
import Workspace

extension PrivacyReport {
  /// The same as one document, with names for programs.
  var json: JSONValue {
    [
      "workspace": .string(naam), "as_of": .string(day), "regio": .string(privacy.regio),
      "categories": .array(privacy.categories.map(json)),
      "grounds": .array(
        privacy.grounds.map { ["grondslag": .string($0.ground), "count": .integer(Int64($0.count))] }),
      "without_ground": .array(
        privacy.ungrounded.map { ["kind": .string($0.kind), "count": .integer(Int64($0.count))] }),
      "retention": .array(privacy.retention.terms.map(json)),
      "without_term": .array(
        privacy.retention.withoutTerm.map { ["kind": .string($0.kind), "count": .integer(Int64($0.count))] }),
      "recipients": .array(privacy.members.map(json)), "exports": .array(privacy.exports.map(json)),
      "erasures": .array(privacy.erasures.decisions.map(json)),
      "objectors": .integer(Int64(privacy.objectorCount)), "locked": .bool(privacy.isLocked),
      "gaps": .array(privacy.gaps.map { .string(Self.words($0)[.english]) }),
    ]
  }

  private func json(_ category: Privacy.Category) -> JSONValue {
    [
      "kind": .string(category.kind.name), "facts": .integer(Int64(category.count)),
      "used": .integer(Int64(category.usedCount)), "personal": .array(category.personalFields.map(JSONValue.string)),
      "free_text": .array(category.freeTextFields.map(JSONValue.string)),
    ]
  }

  private func json(_ term: Retention.Term) -> JSONValue {
    [
      "about": .object(term.about), "bewaren_tot": .string(term.until), "grond": .string(term.ground),
      "facts": .integer(Int64(term.rows.count)), "past": .integer(Int64(term.rowsPast.count)),
    ]
  }

  private func json(_ member: MemberList.Entry) -> JSONValue {
    var object = JSONObject()
    object["log"] = .string(member.log.text)
    object["naam"] = member.naam.map { .string($0) }
    object["rol"] = member.role.map { .string($0.rawValue) }
    object["regio"] = member.regio.map { .string($0) }
    object["state"] = .string(member.standing.rawValue)
    object["last_heard"] = member.lastHeard.map { .string(Instant(milliseconds: $0).iso) }
    return .object(object)
  }

  private func json(_ export: Privacy.Export) -> JSONValue {
    func count(_ value: Int?) -> JSONValue? { value.map { .integer(Int64($0)) } }
    var object = JSONObject()
    object["ref"] = .string(export.reference.text)
    object["date"] = .string(export.day)
    object["table"] = .string(export.table)
    object["level"] = .string(export.level)
    object["recipient"] = export.recipient.map { .string($0) } ?? .null
    object["hash"] = export.hash.map { .string($0) } ?? .null
    object["rows"] = count(export.rowCount)
    object["suppressed"] = count(export.suppressedCount)
    return .object(object)
  }

  private func json(_ decision: ErasureOverview.Decision) -> JSONValue {
    func logs(_ instances: [ErasureOverview.Instance]) -> JSONValue { .array(instances.map { .string($0.log.text) }) }
    return [
      "ref": .string(decision.reference.text), "date": .string(Instant(milliseconds: decision.at).date.iso),
      "ground": .string(decision.ground), "lines": .integer(Int64(decision.lineCount)),
      "carried_out": logs(decision.carriedOut), "waiting": logs(decision.waiting),
    ]
  }
}
