import CanonicalJSON
import Words

extension QueryResult {
  /// The rows as other programs read them, such as `[{"kwartaal": "2016k2", "uitval_breed": {"value": 0.118, …}}]`.
  ///
  /// A key that is not known is `(onbekend)` in every language.
  public var json: JSONValue {
    .array(
      rows.map { row in
        var object = JSONObject()
        for (dimension, key) in zip(dimensions, row.keys) {
          object[dimension.rawValue] = .string(key ?? QueryWords.unknown.dutch)
        }
        for (indicator, figure) in zip(indicators, row.figures) { object[indicator.id] = figure.json }
        return .object(object)
      })
  }
}

extension QueryResult {
  /// The same as canonical text, written without making values of it first.
  public var jsonText: String {
    enum Member {
      case key(Int)
      case figure(Int)
    }
    // Canonical JSON has members in the order of their names.
    let members =
      (dimensions.enumerated().map { (name: $1.rawValue, member: Member.key($0)) }
      + indicators.enumerated().map { (name: $1.id, member: Member.figure($0)) })
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let names = members.map { member in
      var bytes: [UInt8] = []
      JSONValue.appendCanonical(member.name, to: &bytes)
      return bytes + [UInt8(ascii: ":")]
    }
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    for (place, row) in rows.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += names[index]
        switch member.member {
        case .key(let key): JSONValue.appendCanonical(row.keys[key] ?? QueryWords.unknown.dutch, to: &bytes)
        case .figure(let figure): row.figures[figure].appendJSON(to: &bytes)
        }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
