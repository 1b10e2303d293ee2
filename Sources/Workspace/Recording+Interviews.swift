import CanonicalJSON
import EventLog
import Interview
import Vocabulary

extension Recording {
  /// Records what an interview brought; durable when this returns.
  ///
  /// Another answer to the same question takes the place of the one that is known.
  ///
  /// - Throws: As `record(_:_:replaces:audience:)`; nothing was written then.
  @discardableResult
  public func record(_ capture: CaptureRecord) throws -> Outcome {
    let kind = try checkedKind(capture.kind)
    let payload = capture.payload.withComposedTexts
    if case .other(let known, _) = try facts().standing(of: payload, kind: kind) {
      return try record(capture.kind, payload, replaces: [known])
    }
    return try record(capture.kind, payload)
  }

  /// Ends an interview's lines with a checkpoint.
  public func finishInterview() throws {
    try writer(for: .gedeeld).close()
  }
}

extension JSONObject {
  /// The object with its texts in normal form C and without white space at the ends, as a payload wants them.
  fileprivate var withComposedTexts: JSONObject {
    var object = self
    for member in members {
      if case .string(let text) = member.value {
        object[member.key] = .string(Spelling.trimmed(NormalForm.composed(text)))
      }
    }
    return object
  }
}
