import EventLog
import Identity
import Platform

extension SnapshotManifest {
  /// The same manifest takes the same number of bytes whatever the numbers in it are.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(key)
    writer.write(sections) { writer, section in
      writer.write(section.offset)
      writer.write(section.byteCount)
      writer.write(section.capacity)
      writer.write(section.checksum)
    }
    for number in [strings.count, strings.bytes, strings.starts, strings.hashes, strings.places] {
      writer.write(number)
    }
    writer.write(kinds) { writer, kind in kind.encode(to: &writer) }
    for number in [invalidRows, inventedCount, slotHashes, joinedRows, marks] { writer.write(number) }
    writer.write(files) { writer, file in file.encode(to: &writer) }
    writer.write(branches) { writer, branch in
      writer.write(branch.log)
      for number in [branch.firstSeq, branch.rows.lowerBound, branch.rows.count] { writer.write(number) }
      writer.write(branch.mayGrow)
      writer.write(branch.isShared)
    }
    writer.write(expected) { writer, line in
      writer.write(line.log)
      writer.write(line.seq)
    }
    writer.write(conflicts) { writer, rows in writer.write(rows) { $0.write($1) } }
    summary.encode(to: &writer)
    writer.write(note)
    return writer.bytes
  }

  /// Nil for bytes that are not `encoded` of any.
  init?(_ bytes: UnsafeRawBufferPointer) {
    do throws(ByteReader.Malformed) {
      var reader = ByteReader(bytes)
      try self.init(&reader)
      guard reader.isAtEnd else { throw ByteReader.Malformed() }
    } catch {
      return nil
    }
  }

  private init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    key = try reader.data()
    sections = try reader.list { (reader) throws(ByteReader.Malformed) in
      Section(
        offset: try reader.count(), byteCount: try reader.count(), capacity: try reader.count(),
        checksum: try reader.word())
    }
    strings = Strings(
      count: try reader.count(), bytes: try reader.count(), starts: try reader.count(), hashes: try reader.count(),
      places: try reader.count())
    kinds = try reader.list { (reader) throws(ByteReader.Malformed) in try Kind(&reader) }
    invalidRows = try reader.count()
    inventedCount = try reader.count()
    slotHashes = try reader.count()
    joinedRows = try reader.count()
    marks = try reader.count()
    files = try reader.list { (reader) throws(ByteReader.Malformed) in try LogsSeen.File(&reader) }
    branches = try reader.list { (reader) throws(ByteReader.Malformed) in
      LogsSeen.Branch(
        log: try reader.log(), firstSeq: try reader.count(), rows: try reader.range(), mayGrow: try reader.flag(),
        isShared: try reader.flag())
    }
    expected = try reader.list { (reader) throws(ByteReader.Malformed) in
      LogsSeen.Expected(log: try reader.log(), seq: try reader.count())
    }
    conflicts = try reader.list { (reader) throws(ByteReader.Malformed) in
      try reader.list { (reader) throws(ByteReader.Malformed) in try reader.count() }
    }
    summary = try FigureSummary(&reader)
    note = try reader.data()
  }
}

extension ByteWriter {
  public mutating func write(_ log: LogID) { write(log.text) }
}

extension ByteReader {
  public mutating func log() throws(Malformed) -> LogID {
    guard let log = LogID(try text()) else { throw Malformed() }
    return log
  }

  fileprivate mutating func range() throws(Malformed) -> Range<Int> {
    let (start, size) = (try count(), try count())
    guard start <= Int(Int32.max), size <= Int(Int32.max) else { throw Malformed() }
    return start..<start + size
  }
}

extension SnapshotManifest.Kind {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(rowCount)
    writer.write(lines)
    for columns in [codes, numbers, days, rowsByCode] {
      writer.write(columns) { writer, column in
        writer.write(column.field)
        writer.write(column.section)
      }
    }
    writer.write(lists) { writer, list in
      writer.write(list.field)
      writer.write(list.values)
      writer.write(list.ends)
    }
  }

  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    func columns(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> [SnapshotManifest.Column] {
      try reader.list { (reader) throws(ByteReader.Malformed) in
        SnapshotManifest.Column(field: try reader.text(), section: try reader.count())
      }
    }
    name = try reader.text()
    rowCount = try reader.count()
    lines = try reader.count()
    codes = try columns(&reader)
    numbers = try columns(&reader)
    days = try columns(&reader)
    rowsByCode = try columns(&reader)
    lists = try reader.list { (reader) throws(ByteReader.Malformed) in
      SnapshotManifest.List(field: try reader.text(), values: try reader.count(), ends: try reader.count())
    }
  }
}

extension LogsSeen.File {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(size)
    writer.write(stamp != nil)
    writer.write(stamp?.number ?? 0)
    writer.write(stamp?.changed ?? 0)
    for number in [branch, rows.lowerBound, rows.count, byteCount, lastStart] { writer.write(number) }
    writer.write(lastChecksum)
  }

  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    path = try reader.text()
    size = try reader.count()
    let isStamped = try reader.flag()
    let found = FileStamp(number: try reader.word(), changed: try reader.integer())
    stamp = isStamped ? found : nil
    branch = try reader.count()
    rows = try reader.range()
    byteCount = try reader.count()
    lastStart = try reader.count()
    lastChecksum = try reader.word()
    guard lastStart <= byteCount else { throw ByteReader.Malformed() }
  }
}

extension FigureSummary {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.write(members) { writer, member in
      writer.write(member.log)
      writer.write(member.writer)
      writer.write(ifThere: member.lastHeard)
      writer.write(member.naam ?? "")
      writer.write(member.regio ?? "")
    }
    for number in [conflictCount, heldLineCount, faultCount] { writer.write(number) }
  }

  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    members = try reader.list { (reader) throws(ByteReader.Malformed) in
      let (log, writer, lastHeard) = (try reader.log(), try reader.log(), try reader.integerIfThere())
      let (naam, regio) = (try reader.text(), try reader.text())
      return Member(
        log: log, writer: writer, lastHeard: lastHeard, naam: naam.isEmpty ? nil : naam,
        regio: regio.isEmpty ? nil : regio)
    }
    conflictCount = try reader.count()
    heldLineCount = try reader.count()
    faultCount = try reader.count()
  }
}
