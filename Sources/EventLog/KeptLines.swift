import Identity

/// Whole lines with their payloads, as they stand in their logs: what is kept of them in another place.
public struct KeptLines: Sendable {
  /// What tells a line from all others.
  struct Name: Hashable {
    let log: LogID
    let seq: Int
    let chain: Chain

    init(_ line: LineView) {
      log = line.log
      seq = line.seq
      chain = line.chain
    }
  }

  private struct Kept {
    let reference: Reference
    let kind: String
    /// Without the line feed.
    let bytes: [UInt8]
  }

  private var lines: [Name: Kept] = [:]

  public init() {}

  /// Reads what `bytes` gave.
  ///
  /// - Returns: Nil where a line is not right, or has no payload, or where the last one has no line feed.
  public init?(_ bytes: [UInt8]) {
    let isWhole = bytes.withUnsafeBufferPointer { bytes in
      var breaks = LineBreaks(bytes)
      while let range = breaks.next() {
        if !add(bytes.part(range)) { return false }
      }
      return breaks.rest.isEmpty
    }
    if !isWhole { return nil }
  }

  public var count: Int { lines.count }

  public var references: [Reference] { lines.values.map(\.reference).sorted() }

  /// The lines with their line feeds, by log and number.
  public var bytes: [UInt8] {
    let sorted = lines.sorted {
      ($0.key.log, $0.key.seq, $0.key.chain.text) < ($1.key.log, $1.key.seq, $1.key.chain.text)
    }
    return sorted.flatMap { $0.value.bytes + [0x0A] }
  }

  /// Takes a line, given without its line feed; false where it is not right or has no payload.
  @discardableResult
  public mutating func add(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let view = try? LineView(parsing: line, in: 0..<line.count), view.payload != nil else { return false }
    lines[Name(view)] = Kept(
      reference: Reference(log: view.log, seq: view.seq, chain: view.chain),
      kind: String(decoding: line.part(view.kind), as: UTF8.self), bytes: Array(line))
    return true
  }

  /// Drops the lines of which this is true, by their reference and kind, and returns how many.
  public mutating func remove(where isDropped: (Reference, String) -> Bool) -> Int {
    let before = lines.count
    lines = lines.filter { !isDropped($0.value.reference, $0.value.kind) }
    return before - lines.count
  }

  /// The line of a name, without its line feed.
  subscript(name: Name) -> [UInt8]? { lines[name]?.bytes }

  var names: Set<Name> { Set(lines.keys) }
}
