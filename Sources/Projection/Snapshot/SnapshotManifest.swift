/// What stands where in a snapshot, and all of it that is no column.
struct SnapshotManifest {
  /// A run of bytes, whose checksum says whether it is as it was written.
  struct Section {
    /// From the first byte behind the manifest, a multiple of 64.
    var offset: Int
    var byteCount: Int
    /// How many bytes are free for it to grow into, itself included.
    var capacity: Int
    var checksum: UInt64
  }

  /// A field's values, one a row, or one that all rows have; sections by their index.
  struct Column {
    let field: String
    let section: Int
  }

  struct List {
    let field: String
    let values: Int
    let ends: Int
  }

  struct Kind {
    let name: String
    let rowCount: Int
    let lines: Int
    var codes: [Column] = []
    var numbers: [Column] = []
    var days: [Column] = []
    var lists: [List] = []
    /// By code of that field, its row.
    var rowsByCode: [Column] = []
  }

  struct Strings {
    let count: Int
    let bytes: Int
    let starts: Int
    let hashes: Int
    let places: Int
  }

  /// What a snapshot must have been made for.
  let key: [UInt8]
  var sections: [Section]
  let strings: Strings
  let kinds: [Kind]
  let invalidRows: Int
  let inventedCount: Int
  /// By row, the hash of a live fact's slot, 0 for a row that is not live.
  let slotHashes: Int
  /// The rows of facts that are not alone in their slot or behind their forerunner.
  let joinedRows: Int
  let marks: Int
  let files: [LogsSeen.File]
  let branches: [LogsSeen.Branch]
  let expected: [LogsSeen.Expected]
  /// Of each open conflict the rows of its facts, the one that figures use first.
  let conflicts: [[Int]]
  let summary: FigureSummary
  /// What the one who made the snapshot says of it.
  let note: [UInt8]
}
