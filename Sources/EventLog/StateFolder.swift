import Identity
import Platform

/// What an instance remembers of its own logs outside its folder: where each ended when it last wrote there.
///
///     <state folder>/<log>      <seq, 10 digits> <chain>\n
///
/// A folder that is copied or put back takes its logs along and leaves this behind, so a log that does not end as it is
/// remembered may be continued elsewhere (SyncSpecs/log.md, branches). The 23 bytes are written over the old ones after every
/// fdatasync of the log, and not synchronized themselves: that, or a file beside that is renamed, would double the cost of
/// a record. A power cut may take the last word, and then a new log is begun without need, but never the other way round.
public struct StateFolder: Sendable {
  public let path: String
  private let files: any FileSystem

  /// Nil where the surroundings keep none.
  public init?(_ surroundings: Surroundings) {
    guard let path = surroundings.stateFolder else { return nil }
    self.path = path
    files = surroundings.files
  }

  /// Where a log ended when it was last written here; nil where nothing is remembered, or nothing that can be read.
  public func end(of log: LogID) throws(FileError) -> LogEnd? {
    let file = path + "/" + log.text
    guard let entry = try files.entry(at: file), entry.kind == .file, entry.size <= 64 else { return nil }
    let text = String(decoding: try files.read(file, from: 0, count: entry.size), as: UTF8.self)
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let seq = Int(parts[0]), seq >= 0, parts[1].hasSuffix("\n"),
      let chain = Chain(parts[1].dropLast())
    else { return nil }
    return LogEnd(seq: seq, chain: chain)
  }

  /// Puts down where a log ends now.
  ///
  /// - Throws: `FileError`; what was remembered before may stand.
  public func remember(_ end: LogEnd, of log: LogID) throws(FileError) {
    let file = path + "/" + log.text
    let digits = String(end.seq)
    let text = String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " " + end.chain.text + "\n"
    do throws(FileError) { try files.open(file, .overwrite(mode: 0o600)).write(Array(text.utf8)) } catch {
      guard error.reason == .notFound else { throw error }
      try files.makeFolders(path)
      try files.open(file, .overwrite(mode: 0o600)).write(Array(text.utf8))
    }
  }

  /// Tries whether anything can be put down.
  public func checkWritable() throws(FileError) {
    try files.makeFolders(path)
    let probe = path + "/.tmp-probe"
    try files.open(probe, .replace(mode: 0o600)).write([0x0A])
    try files.remove(probe)
  }
}
