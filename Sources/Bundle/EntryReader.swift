/// Takes the entries of a bundle's archive one by one, each of which must be the one that belongs there.
struct EntryReader {
  private var reader: TarReader

  init(_ archive: [UInt8], limits: BundleLimits) {
    reader = TarReader(archive, entryLimit: limits.entryCount)
  }

  /// The range of the next entry, which must have this name and at most so many bytes.
  mutating func entry(_ name: String, upTo limit: Int) throws(BundleError) -> Range<Int> {
    let range = try entry(name)
    guard range.count <= limit else { throw .entryTooLarge(entry: name, limit: limit) }
    return range
  }

  /// The range of the next entry, which must have this name and exactly so many bytes.
  mutating func entry(_ name: String, of byteCount: Int) throws(BundleError) -> Range<Int> {
    let range = try entry(name)
    guard range.count == byteCount else { throw .wrongSize(entry: name, wanted: byteCount, found: range.count) }
    return range
  }

  /// Checks that no entry follows.
  mutating func expectEnd() throws(BundleError) {
    if let other = try next() { throw .unexpectedEntry(other.name) }
  }

  private mutating func entry(_ name: String) throws(BundleError) -> Range<Int> {
    guard let entry = try next() else { throw .missingEntry(name) }
    guard entry.name == name else { throw .wrongEntry(wanted: name, found: entry.name) }
    return entry.range
  }

  private mutating func next() throws(BundleError) -> TarReader.Entry? {
    do throws(TarError) { return try reader.next() } catch { throw .archive(error) }
  }
}
