import CanonicalJSON
import Platform
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
  /// The same as canonical text in UTF-8, in pieces behind each other: written on all cores and without making values of
  /// it first.
  public var jsonPieces: [[UInt8]] {
    let members = jsonMembers
    let halves = Parallel.map(rows.indices.halves, isWorthwhile: rows.count > 500) { part in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(part.count * members.count * 160)
      for row in part { append(rows[row], members, isFirst: row == 0, to: &bytes) }
      return bytes
    }
    return [[UInt8(ascii: "[")]] + halves + [[UInt8(ascii: "]")]]
  }

  private enum JSONMember {
    case key(Int)
    case figure(Int)
  }

  /// What each row has, in the order of the names, as canonical JSON has them, with the name as it is written.
  private var jsonMembers: [(name: [UInt8], member: JSONMember)] {
    let members =
      dimensions.enumerated().map { (name: $1.rawValue, member: JSONMember.key($0)) }
      + indicators.enumerated().map { (name: $1.id, member: JSONMember.figure($0)) }
    return members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { name, member in
      var bytes: [UInt8] = []
      JSONValue.appendCanonical(name, to: &bytes)
      return (bytes + [UInt8(ascii: ":")], member)
    }
  }

  private func append(
    _ row: Row, _ members: [(name: [UInt8], member: JSONMember)], isFirst: Bool, to bytes: inout [UInt8]
  ) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "{"))
    for (index, (name, member)) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += name
      switch member {
      case .key(let key): JSONValue.appendCanonical(row.keys[key] ?? QueryWords.unknown.dutch, to: &bytes)
      case .figure(let figure): row.figures[figure].appendJSON(to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
