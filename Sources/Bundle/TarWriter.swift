/// Writes a tar archive, entry by entry. Equal entries in equal order give equal bytes.
///
///     var writer = TarWriter()
///     try writer.append("manifest.json", manifest)
///     let archive = writer.finished()
///
/// The form is that of `TarHeader`; two zero blocks end it.
public struct TarWriter: Sendable {
  private var bytes: [UInt8] = []
  private var names: Set<String> = []

  /// - Parameter byteCount: Of the finished archive, where known; saves copies.
  public init(reservingCapacity byteCount: Int = 0) {
    bytes.reserveCapacity(byteCount)
  }

  /// Adds a regular file.
  ///
  /// - Throws: `TarError.unsafeName`, `.repeatedName` or `.entryTooLarge`; nothing was added then.
  public mutating func append(_ name: String, _ contents: [UInt8]) throws(TarError) {
    let nameBytes = Array(name.utf8)
    guard TarName.isSafe(nameBytes[...]) else { throw .unsafeName(TarName.printable(nameBytes)) }
    guard contents.count <= TarHeader.largestSize else {
      throw .entryTooLarge(name: name, limit: TarHeader.largestSize)
    }
    guard names.insert(name).inserted else { throw .repeatedName(name) }
    bytes.append(contentsOf: TarHeader.bytes(name: nameBytes, size: contents.count))
    bytes.append(contentsOf: contents)
    let padding = (TarHeader.byteCount - contents.count % TarHeader.byteCount) % TarHeader.byteCount
    bytes.append(contentsOf: repeatElement(0, count: padding))
  }

  /// The archive with its end mark.
  public consuming func finished() -> [UInt8] {
    bytes.append(contentsOf: repeatElement(0, count: 2 * TarHeader.byteCount))
    return bytes
  }

  /// The bytes that an archive of entries with these sizes has.
  static func byteCount(ofEntries sizes: some Sequence<Int>) -> Int {
    sizes.reduce(2 * TarHeader.byteCount) { total, size in
      total + TarHeader.byteCount * (1 + (size + TarHeader.byteCount - 1) / TarHeader.byteCount)
    }
  }
}
