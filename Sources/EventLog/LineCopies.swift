import CanonicalJSON
import Platform

/// Lines that stand far from each other, copied out of their files.
///
/// With each look at a mapped line some 64 kB of its file come into memory, which takes longer than reading the line.
public struct LineCopies: Sendable {
  /// A row with its line, valid as long as the copies are.
  public struct Line {
    public let row: Int
    /// As `LineTable.time(_:)`.
    public let time: Int64
    /// As `LineTable.payload(_:)`.
    public let payload: UnsafeBufferPointer<UInt8>
    /// As `LineTable.payloadObject(_:)`.
    public var payloadObject: JSONObject? { payload.isEmpty ? nil : LineTable.object(payload) }
  }

  private struct Place: Sendable {
    let row: Int
    var copy = 0
    var range = 0..<0
  }

  private let table: LineTable
  private var copies: [MappedBytes] = []
  private var places: [Place]

  /// - Parameters:
  ///   - rows: In any order.
  ///   - table: Files of which other ones have taken the place are read as they were.
  /// - Complexity: O(*n* log *n*) in rows, and in the bytes of their lines, on all cores.
  public init(of rows: [Int], in table: LineTable) {
    self.table = table
    places = rows.map { Place(row: $0) }
    var byFile: [(file: Int, places: [Int])] = []
    for place in rows.indices.sorted(by: { rows[$0] < rows[$1] }) {
      let file = table.file(of: rows[place])
      if byFile.last?.file != file { byFile.append((file, [])) }
      byFile[byFile.count - 1].places.append(place)
    }
    copies = Parallel.map(byFile, isWorthwhile: rows.count > 100) { file, places in
      table.files[file].copy(of: places.map { table.range(of: rows[$0]) })
    }
    for (copy, file) in byFile.enumerated() {
      var start = 0
      for place in file.places {
        let end = start + table.range(of: rows[place]).count
        places[place].copy = copy
        places[place].range = start..<end
        start = end
      }
    }
  }

  /// The line of the row that was given at a place.
  public subscript(place: Int) -> Line {
    let (row, bytes) = (places[place].row, copies[places[place].copy].bytes.part(places[place].range))
    return Line(row: row, time: table.time(row, in: bytes), payload: table.payload(row, in: bytes))
  }
}
