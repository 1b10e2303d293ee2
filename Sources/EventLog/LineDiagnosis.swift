import CanonicalJSON

/// A second, slower look at a line that the quick walk did not accept.
enum LineDiagnosis {
  private static let lineMembers: Set<String> = ["chain", "digest", "head", "payload", "salt"]
  private static let headMembers: Set<String> = ["at", "kind", "log", "replaces", "seq"]

  /// What to say of it: not canonical at all, written by a newer version, or the fault that was found first.
  static func fault(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, stoppedBy fault: LineFault
  ) -> LineFault {
    if case .tooLong = fault { return fault }
    var scanner = JSONScanner(bytes, in: range, rules: .line)
    do throws(JSONError) {
      let value = try scanner.value()
      try scanner.expectEnd()
      guard let line = value.objectValue else { return fault }
      let head = line["head"]?.objectValue ?? JSONObject()
      let isKnown = line.keys.allSatisfy(lineMembers.contains) && head.keys.allSatisfy(headMembers.contains)
      return isKnown ? .member(member(at: fault, line, head), offset: fault.offset) : .newer
    } catch {
      return .notCanonical(JSONError(offset: error.offset - range.lowerBound, reason: error.reason))
    }
  }

  /// The member that is missing or wrong. The quick walk names the one that it expected, which is the one before or
  /// after where a member is missing or too many.
  private static func member(at fault: LineFault, _ line: JSONObject, _ head: JSONObject) -> String {
    if let missing = ["at", "kind", "log", "seq"].first(where: { line["head"] != nil && head[$0] == nil }) {
      return missing
    }
    if let replaces = head["replaces"], replaces.arrayValue?.isEmpty != false { return "replaces" }
    if line["digest"] != nil, line["payload"] != nil || line["salt"] != nil { return "digest" }
    if case .member(let name, _) = fault { return name }
    return ""
  }
}
