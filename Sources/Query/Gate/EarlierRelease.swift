import CanonicalJSON

/// What an earlier export told, as its fact holds it (kind `export`).
///
/// `cellen` is a list of objects: `i` the indicator with its version, `k` the cell's value on each dimension (`""` where
/// it is not known), `n` its denominator, `x` its numerator where it is a share; all as they were before rounding, which
/// is what later exports are compared with. Cells that were suppressed are not among them, and where all
/// were there is no list: what was asked for is kept from following later all the same. `definities` holds the recorded
/// definitions that it was made with, so that it can be compared with when those are others or gone.
public struct EarlierRelease: Sendable, Equatable {
  /// A cell that was told.
  struct Cell: Sendable, Equatable {
    let definition: String
    let key: CellKey
    let n: Int
    let hit: Int?
    /// How it was rounded.
    let level: ReleaseLevel
  }

  /// The fact, as messages name it.
  public let reference: String
  public let question: String
  let cells: [Cell]
  /// The recorded definitions that it was made with.
  let definitions: [Definition]

  /// Nil for an export that cannot be understood.
  public init?(_ payload: JSONObject, reference: String) {
    guard let question = payload["tabel"]?.stringValue, case .array(let cells) = payload["cellen"] ?? .array([]) else {
      return nil
    }
    self.reference = reference
    self.question = question
    let level = payload["niveau"]?.stringValue.flatMap { ReleaseLevel(rawValue: $0) } ?? .deelbaar
    var read: [Cell] = []
    for cell in cells {
      guard case .object(let cell) = cell, let definition = cell["i"]?.stringValue, case .object(let key)? = cell["k"],
        let n = cell["n"]?.integerValue.flatMap({ Int(exactly: $0) }), n >= 0
      else { return nil }
      var parts: [CellKey.Part] = []
      for dimension in Dimension.allCases {
        guard let value = key[dimension.rawValue] else { continue }
        guard let text = value.stringValue else { return nil }
        parts.append(CellKey.Part(dimension: dimension, value: text.isEmpty ? nil : text))
      }
      read.append(
        Cell(
          definition: definition, key: CellKey(parts), n: n,
          hit: cell["x"]?.integerValue.flatMap { Int(exactly: $0) }, level: level))
    }
    self.cells = read
    var definitions: [Definition] = []
    if let recorded = payload["definities"] {
      guard case .array(let all) = recorded else { return nil }
      for value in all {
        guard let definition = Definition({ value[$0]?.stringValue }) else { return nil }
        definitions.append(definition)
      }
    }
    self.definitions = definitions
  }

  /// The `definities` of a fact.
  static func json(_ definitions: [Definition]) -> JSONValue {
    .array(
      definitions.map { definition in
        var object = JSONObject()
        for (field, text) in definition.members { object[field] = .string(text) }
        return .object(object)
      })
  }

  func asksTheSame(as other: EarlierRelease) -> Bool {
    question == other.question && definitions == other.definitions
  }

  /// The `cellen` of a fact.
  static func json(_ cells: [Cell]) -> JSONValue {
    .array(
      cells.map { cell in
        var key = JSONObject()
        for part in cell.key.parts { key[part.dimension.rawValue] = .string(part.value ?? "") }
        var object = JSONObject()
        object["i"] = .string(cell.definition)
        object["k"] = .object(key)
        object["n"] = .integer(Int64(cell.n))
        object["x"] = cell.hit.map { .integer(Int64($0)) }
        return .object(object)
      })
  }
}

extension CellKey {
  /// The same with the dimensions in an order of their own, so that keys of different questions can be compared.
  var sorted: CellKey { CellKey(parts.sorted { $0.dimension.rawValue < $1.dimension.rawValue }) }
}
