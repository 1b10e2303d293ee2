import Bundle
import CanonicalJSON
import CivilTime
import EventLog
import Identity
import Platform

/// When lines of others arrived here, and in what: `received/arrivals.jsonl`, a line for each bundle that brought any.
///
/// It explains figures and decides nothing: what is lost of it is only no longer said.
public struct Arrivals: Sendable {
  public struct Arrival: Sendable, Equatable {
    public let log: LogID
    public let lines: ClosedRange<Int>
    public let at: Instant
    /// The name of the file that brought them.
    public let bundle: String
  }

  struct Range {
    let log: LogID
    let lines: ClosedRange<Int>

    /// The last so many lines of a segment, which are those that were new; nil for none.
    init?(_ entry: BundleManifest.Segment, newCount: Int) {
      guard newCount > 0, newCount <= entry.lineCount else { return nil }
      log = entry.log
      lines = (entry.last - newCount + 1)...entry.last
    }
  }

  private let folder: String
  private let files: any FileSystem
  private let clock: any Clock
  private var path: String { folder + "/arrivals.jsonl" }
  /// Beyond this it is begun anew: it only ever explains.
  private static let largestByteCount = 16 << 20

  public init(_ workspace: Workspace) {
    folder = workspace.root + "/received"
    files = workspace.files
    clock = workspace.surroundings.clock
  }

  /// Adds what one bundle brought. A disk that fails at it fails nothing else.
  func note(_ ranges: [Range], from bundle: String) {
    if ranges.isEmpty { return }
    let lines = ranges.map { range in
      JSONValue.array([
        .string(range.log.text), .integer(Int64(range.lines.lowerBound)), .integer(Int64(range.lines.upperBound)),
      ])
    }
    var object = JSONObject()
    object["at"] = .string(Instant(milliseconds: clock.now()).iso)
    object["bundle"] = .string(Path.name(of: bundle))
    object["lines"] = .array(lines)
    var bytes = (try? files.contents(of: path)) ?? []
    if bytes.count > Self.largestByteCount { bytes = [] }
    bytes += JSONValue.object(object).canonicalBytes + [UInt8(ascii: "\n")]
    do {
      try files.makeFolders(folder)
      try files.writeWhole(bytes, to: path)
    } catch {
      // Said above: nothing depends on it.
    }
  }

  /// Everything that was noted and can be read, in the order of arriving.
  public func all() -> [Arrival] {
    guard let bytes = try? files.contents(of: path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).flatMap { line -> [Arrival] in
      guard let value = try? JSONValue(parsing: Array(line), rules: .line), let text = value["at"]?.stringValue,
        let at = Instant(iso: text), let bundle = value["bundle"]?.stringValue
      else { return [] }
      return (value["lines"]?.arrayValue ?? []).compactMap { range in
        guard let parts = range.arrayValue, parts.count == 3, let log = parts[0].stringValue.flatMap({ LogID($0) }),
          let first = parts[1].integerValue, let last = parts[2].integerValue, first >= 1, first <= last,
          let lines = Int(exactly: first).flatMap({ first in Int(exactly: last).map { first...$0 } })
        else { return nil }
        return Arrival(log: log, lines: lines, at: at, bundle: bundle)
      }
    }
  }
}
