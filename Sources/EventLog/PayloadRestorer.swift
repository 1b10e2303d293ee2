import Cryptography
import Platform

/// Puts payloads back into lines that stand without, where their digests show that they are theirs.
public struct PayloadRestorer {
  private let kept: KeptLines
  private let hasher = LinkHasher()
  private var placed: Set<KeptLines.Name> = []

  /// Lines that got their payload back.
  public private(set) var restoredCount = 0

  public init(_ kept: KeptLines) { self.kept = kept }

  /// Kept lines that were not met in the branches so far, or met with another payload.
  public var unplacedCount: Int { kept.names.subtracting(placed).count }

  /// Puts payloads back into the files of a branch: each is written anew beside the old one, synchronized, and put in
  /// its place. A torn line at its end stays.
  ///
  /// - Throws: `FileError`; files that were done stay done.
  public mutating func restore(in folder: LogFolder) throws(FileError) {
    for part in try folder.parts() {
      let mapped = try folder.files.map(part.path)
      let restored = restored(mapped.bytes)
      withExtendedLifetime(mapped) {}
      if let restored { try folder.files.writeWhole(restored, to: part.path) }
    }
  }

  /// The bytes with payloads; nil where nothing was put back.
  private mutating func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    // Where the bytes that were not copied yet begin.
    var start = 0
    var breaks = LineBreaks(bytes)
    while let range = breaks.next() {
      guard let line = try? LineView(parsing: bytes, in: range) else { continue }
      let name = KeptLines.Name(line)
      guard let whole = kept[name], isOf(whole, line, bytes) else { continue }
      placed.insert(name)
      guard line.payload == nil else { continue }
      result.append(contentsOf: bytes.part(start..<range.lowerBound))
      result.append(contentsOf: whole)
      start = range.upperBound
      restoredCount += 1
    }
    guard start > 0 else { return nil }
    result.append(contentsOf: bytes.part(start..<bytes.count))
    return result
  }

  /// Whether a kept line is one that stands in a log: the same head, and a payload of its digest.
  private func isOf(_ whole: [UInt8], _ line: LineView, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    whole.withUnsafeBufferPointer { whole in
      guard let view = try? LineView(parsing: whole, in: 0..<whole.count), let salt = view.salt,
        let payload = view.payload, whole.part(view.head).elementsEqual(bytes.part(line.head))
      else { return false }
      let digest = hasher.digest(salt: whole.part(salt), payload: whole.part(payload))
      if let removed = line.removedDigest { return removed == digest }
      guard let salt = line.salt, let payload = line.payload else { return false }
      return hasher.digest(salt: bytes.part(salt), payload: bytes.part(payload)) == digest
    }
  }
}
