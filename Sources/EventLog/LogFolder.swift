import Identity
import Platform

/// The files of one branch of one log: `logs/<id>/<first seq, 10 digits>.jsonl`, or `logs/<id>~<chain>/…` for a branch
/// that leaves another at the line with that chain (SyncSpecs/log.md).
public struct LogFolder: Sendable {
  /// A part that is larger gets no more lines; the next one goes to a new part.
  public static let largestPartByteCount = 16 * 1024 * 1024

  public let log: LogID
  /// The chain of the first line, for a branch that leaves another; nil for the first branch that was held.
  public let fork: Chain?
  public let path: String
  let files: any FileSystem

  /// - Parameter logs: The folder `logs` of a workspace.
  public init(_ log: LogID, fork: Chain? = nil, in logs: String, files: any FileSystem) {
    self.log = log
    self.fork = fork
    self.files = files
    path = logs + "/" + log.text + (fork.map { "~" + $0.text } ?? "")
  }

  /// One file of the log.
  public struct Part: Sendable, Equatable {
    public let path: String
    public let firstSeq: Int
    /// In bytes.
    public let size: Int
    public let stamp: FileStamp?
  }

  /// The files in order of their lines; other names in the folder are none of ours.
  public func parts() throws(FileError) -> [Part] {
    guard try files.entry(at: path) != nil else { return [] }
    var parts: [Part] = []
    for name in try files.names(in: path) {
      guard name.utf8.count == 16, name.hasSuffix(".jsonl"), let firstSeq = Int(name.prefix(10)), firstSeq > 0,
        let entry = try files.entry(at: path + "/" + name), entry.kind == .file
      else { continue }
      parts.append(Part(path: path + "/" + name, firstSeq: firstSeq, size: entry.size, stamp: entry.stamp))
    }
    return parts
  }

  /// Where the part that starts with line `seq` stands.
  public func partPath(firstSeq seq: Int) -> String {
    let digits = String(seq)
    return path + "/" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits + ".jsonl"
  }

  /// The logs that a folder `logs` holds, sorted.
  public static func logs(in folder: String, files: any FileSystem) throws(FileError) -> [LogID] {
    guard try files.entry(at: folder) != nil else { return [] }
    return try files.names(in: folder).compactMap { LogID($0) }.sorted()
  }

  /// The branches that a folder `logs` holds: sorted by log, the first that was held before those that leave it.
  public static func branches(in folder: String, files: any FileSystem) throws(FileError) -> [LogFolder] {
    guard try files.entry(at: folder) != nil else { return [] }
    // `~` sorts after all characters of an id, so a log's branches follow it.
    return try files.names(in: folder).compactMap { name in
      if let log = LogID(name) { return LogFolder(log, in: folder, files: files) }
      let parts = name.split(separator: "~", omittingEmptySubsequences: false)
      guard parts.count == 2, let log = LogID(parts[0]), let fork = Chain(parts[1]) else { return nil }
      return LogFolder(log, fork: fork, in: folder, files: files)
    }
  }
}
