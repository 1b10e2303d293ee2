import Cryptography
import EventLog
import Identity
import Merge
import Projection
import Vocabulary

/// As the note of a snapshot: in the order of the properties, numbers and texts as `ByteWriter` puts them down.
extension StatusOfLines {
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(log)
    writer.write(regio)
    for count in [factCount, liveCount, conflictCount, strangerLineCount, faultCount] { writer.write(count) }
    writer.write(heads) { writer, head in
      writer.write(head.log)
      writer.write(head.end)
    }
    switch ownEnd {
    case .gone: writer.write(0)
    case .damaged: writer.write(1)
    case .line(let end):
      writer.write(2)
      writer.write(end)
    }
    writer.write(isMember)
    writer.write(forks) { writer, fork in
      writer.write(fork.log)
      writer.write(ifThere: fork.naam)
      writer.write(fork.seq)
      writer.write(fork.ends) { $0.write($1) }
      writer.write(fork.isReported)
    }
    writer.write(absent) { writer, absent in
      writer.write(absent.log)
      writer.write(absent.author)
      writer.write(ifThere: absent.naam)
      writer.write(ifThere: absent.regio)
    }
    writer.write(holdsRegional)
    writer.write(fingerprint.lines) { writer, line in
      writer.write(line.log)
      writer.write(line.seq)
      writer.write(line.link.bytes)
      writer.write(line.isHead)
      writer.write(ifThere: line.regio)
    }
    erasures.encode(to: &writer)
    return writer.bytes
  }

  /// Nil for bytes that are not `encoded` of any.
  init?(_ bytes: [UInt8]) {
    let read = bytes.withUnsafeBytes { bytes -> StatusOfLines? in
      var reader = ByteReader(bytes)
      guard let status = try? StatusOfLines(&reader), reader.isAtEnd else { return nil }
      return status
    }
    guard let read else { return nil }
    self = read
  }

  private init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    self.init(
      log: try reader.log(), regio: try reader.text(), factCount: try reader.count(), liveCount: try reader.count(),
      conflictCount: try reader.count(), strangerLineCount: try reader.count(), faultCount: try reader.count(),
      heads: try reader.list { (reader) throws(ByteReader.Malformed) in
        Head(log: try reader.log(), end: try reader.end())
      },
      ownEnd: try OwnEnd(&reader), isMember: try reader.flag(),
      forks: try reader.list { (reader) throws(ByteReader.Malformed) in
        Fork(
          log: try reader.log(), naam: try reader.textIfThere(), seq: try reader.count(),
          ends: try reader.list { (reader) throws(ByteReader.Malformed) in try reader.end() },
          isReported: try reader.flag())
      },
      absent: try reader.list { (reader) throws(ByteReader.Malformed) in
        Absent(
          log: try reader.log(), author: try reader.log(), naam: try reader.textIfThere(),
          regio: try reader.textIfThere())
      },
      holdsRegional: try reader.flag(),
      fingerprint: FingerprintLines(
        try reader.list { (reader) throws(ByteReader.Malformed) in
          FingerprintLines.Line(
            log: try reader.log(), seq: try reader.count(), link: try reader.digest(), isHead: try reader.flag(),
            regio: try reader.textIfThere())
        }),
      erasures: try ErasureOverview(&reader))
  }
}

extension StatusOfLines.OwnEnd {
  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    switch try reader.count() {
    case 0: self = .gone
    case 1: self = .damaged
    default: self = .line(try reader.end())
    }
  }
}

extension ErasureOverview {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.write(decisions) { writer, decision in
      writer.write(decision.reference)
      writer.write(decision.at)
      writer.write(decision.ground)
      for count in [decision.lineCount, decision.withoutForceCount, decision.payloadCount] { writer.write(count) }
      for instances in [decision.carriedOut, decision.waiting] {
        writer.write(instances) { writer, instance in
          writer.write(instance.log)
          writer.write(ifThere: instance.naam)
          writer.write(ifThere: instance.lastHeard)
        }
      }
    }
    writer.write(doubts) { writer, doubt in
      writer.write(doubt.reference)
      writer.write(doubt.row)
      switch doubt.reason {
      case .replaces(let reference):
        writer.write(true)
        writer.write(reference)
      case .names(let code):
        writer.write(false)
        writer.write(code.sort.rawValue)
        writer.write(code.code)
      }
    }
  }

  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
    func instances(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> [Instance] {
      try reader.list { (reader) throws(ByteReader.Malformed) in
        Instance(log: try reader.log(), naam: try reader.textIfThere(), lastHeard: try reader.integerIfThere())
      }
    }
    self.init(
      decisions: try reader.list { (reader) throws(ByteReader.Malformed) in
        Decision(
          reference: try reader.reference(), at: try reader.integer(), ground: try reader.text(),
          lineCount: try reader.count(), withoutForceCount: try reader.count(), payloadCount: try reader.count(),
          carriedOut: try instances(&reader), waiting: try instances(&reader))
      },
      doubts: try reader.list { (reader) throws(ByteReader.Malformed) in
        Doubt(reference: try reader.reference(), row: try reader.count(), reason: try reader.reason())
      })
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ reference: Reference) { write(reference.text) }

  fileprivate mutating func write(_ end: LogEnd) {
    write(end.seq)
    write(end.chain.value)
  }

  fileprivate mutating func write(ifThere text: String?) {
    write(text != nil)
    write(text ?? "")
  }
}

extension ByteReader {
  fileprivate mutating func end() throws(Malformed) -> LogEnd {
    LogEnd(seq: try count(), chain: Chain(value: try word()))
  }

  fileprivate mutating func textIfThere() throws(Malformed) -> String? {
    let (isThere, text) = (try flag(), try text())
    return isThere ? text : nil
  }

  fileprivate mutating func digest() throws(Malformed) -> Digest {
    guard let digest = Digest(try data()) else { throw Malformed() }
    return digest
  }

  fileprivate mutating func reference() throws(Malformed) -> Reference {
    guard let reference = Reference(try text()) else { throw Malformed() }
    return reference
  }

  fileprivate mutating func reason() throws(Malformed) -> ErasureOverview.Doubt.Reason {
    if try flag() { return .replaces(try reference()) }
    guard let sort = FieldType.Reference(rawValue: try text()) else { throw Malformed() }
    return .names(PersonCode(sort, try text()))
  }
}
