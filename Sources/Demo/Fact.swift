import CanonicalJSON

/// A fact of the demo, before it is recorded: it always says where it comes from.
struct Fact: Sendable, Equatable {
  let kind: String
  let payload: JSONObject

  /// What `source` published.
  ///
  /// - Parameters:
  ///   - note: Becomes its `toelichting`.
  ///   - values: Absent ones are left out.
  static func published(
    _ kind: String, from source: PublishedSource, note: String? = nil, _ values: KeyValuePairs<String, JSONValue?>
  ) -> Fact {
    var payload = object(values)
    // A fact about a source has its own field of that name.
    if payload["bron"] == nil { payload["bron"] = .string(source.text) }
    payload["toelichting"] = note.map(JSONValue.string)
    payload["herkomst_data"] = "gepubliceerd"
    return Fact(kind: kind, payload: payload)
  }

  /// Something that never was.
  static func invented(_ kind: String, _ values: KeyValuePairs<String, JSONValue?>) -> Fact {
    var payload = object(values)
    payload["herkomst_data"] = "verzonnen"
    return Fact(kind: kind, payload: payload)
  }

  private static func object(_ values: KeyValuePairs<String, JSONValue?>) -> JSONObject {
    var object = JSONObject()
    for (name, value) in values { object[name] = value }
    return object
  }

  /// The line of a file to import: `{"kind","payload"}` and a line feed.
  var line: [UInt8] {
    let value: JSONValue = ["kind": .string(kind), "payload": .object(payload)]
    return value.canonicalBytes + [0x0A]
  }
}
