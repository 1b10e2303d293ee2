import Identity
import Platform

/// Takes payloads out of lines that are on disk or in a bundle (SyncSpecs/erasure.md).
public struct PayloadEraser {
  /// Whether a line, by its reference and kind, has to go without its payload.
  private let erases: (Reference, String) -> Bool
  /// Whether a line that cannot be read may be one of those, by its log and number.
  private let mayErase: (LogID, Int) -> Bool
  private let hasher = LinkHasher()

  /// Lines whose payload went.
  public private(set) var erasedCount = 0
  /// Lines that could not be read, and of which nothing is left.
  public private(set) var blankedCount = 0

  /// What is left of a line that cannot be read: still one line, and still not a right one.
  static let blank = Array("{}".utf8)

  /// - Parameters:
  ///   - erases: Must be false for lines of structural kinds.
  ///   - mayErase: Asked for damaged lines alone, whose contents then go whole, since nothing else can be told of them.
  public init(
    erasing erases: @escaping (Reference, String) -> Bool,
    blanking mayErase: @escaping (LogID, Int) -> Bool = { _, _ in false }
  ) {
    self.erases = erases
    self.mayErase = mayErase
  }

  /// The whole lines of `bytes` without the payloads that have to go; nil where none has to.
  ///
  /// - Parameters:
  ///   - log: Whose lines they are.
  ///   - firstSeq: The number of the first.
  public mutating func lines(
    of bytes: UnsafeBufferPointer<UInt8>, log: LogID, firstSeq: Int
  ) -> [UInt8]? {
    var result: [UInt8] = []
    var isChanged = false
    // Where the bytes that were not copied yet begin.
    var start = 0
    var due = firstSeq
    var lines = LineBreaks(bytes)
    while let range = lines.next() {
      let line: LineView
      do throws(LineFault) { line = try LineView(parsing: bytes, in: range) } catch {
        // A line of a newer version is not damaged: its members are only not all known here.
        if !error.isNewer, mayErase(log, due), !bytes.part(range).elementsEqual(Self.blank) {
          result.append(contentsOf: bytes.part(start..<range.lowerBound))
          result.append(contentsOf: Self.blank)
          start = range.upperBound
          isChanged = true
          blankedCount += 1
        }
        due += 1
        continue
      }
      due = line.seq + 1
      guard line.payload != nil else { continue }
      let reference = Reference(log: line.log, seq: line.seq, chain: line.chain)
      let kind = String(decoding: bytes.part(line.kind), as: UTF8.self)
      guard erases(reference, kind) else { continue }
      result.append(contentsOf: bytes.part(start..<range.lowerBound))
      line.appendErased(from: bytes, to: &result, hasher: hasher)
      start = range.upperBound
      isChanged = true
      erasedCount += 1
    }
    guard isChanged else { return nil }
    result.append(contentsOf: bytes.part(start..<lines.rest.lowerBound))
    return result
  }

  /// Takes the payloads out of the files of a branch: each is written anew beside the old one, synchronized, and put in
  /// its place. A torn line at the end of a file that is written anew is left out: it was never confirmed.
  ///
  /// - Parameter seqs: The numbers of lines that may have to go; files without any are not read.
  /// - Throws: `FileError`; files that were done stay done.
  public mutating func erase(in folder: LogFolder, _ seqs: Set<Int>) throws(FileError) {
    let parts = try folder.parts()
    for (index, part) in parts.enumerated() {
      let end = index + 1 < parts.count ? parts[index + 1].firstSeq : Int.max
      guard seqs.contains(where: { $0 >= part.firstSeq && $0 < end }) else { continue }
      let mapped = try folder.files.map(part.path)
      defer { withExtendedLifetime(mapped) {} }
      if let lines = lines(of: mapped.bytes, log: folder.log, firstSeq: part.firstSeq) {
        try folder.files.writeWhole(lines, to: part.path)
      }
    }
  }

  /// Cuts the torn line off the end of a branch; false where there is none.
  public static func cutTornTail(of folder: LogFolder) throws(FileError) -> Bool {
    guard let part = try folder.parts().last else { return false }
    let mapped = try folder.files.map(part.path)
    let end = withExtendedLifetime(mapped) { LineBreaks.end(of: mapped.bytes) }
    if end == part.size { return false }
    let file = try folder.files.open(part.path, .append)
    try file.truncate(to: end)
    try file.synchronize()
    return true
  }
}
