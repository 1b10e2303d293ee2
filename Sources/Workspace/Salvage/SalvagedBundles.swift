import Bundle
import Cryptography
import EventLog
import Platform

/// Puts whole bundles whose lines do not join on yet in `held/`, where they are tried again by themselves: after every
/// bundle that is applied and every admission.
struct SalvagedBundles {
  /// A larger one stays in the heap; its lines are kept as any others.
  static let largestByteCount = 64 << 20

  private let found: Salvage.Found
  private let root: String
  private let files: any FileSystem
  private let isDryRun: Bool
  /// For each file of the heap that was looked at, where it waits; nil for one that cannot.
  private var places: [Int32: String?] = [:]

  init(_ writer: SalvageWriter) {
    found = writer.found
    root = writer.root
    files = writer.files
    isDryRun = writer.isDryRun
  }

  /// Where the file that a line was found in waits from now on; nil for one that is no whole bundle in clear, and for
  /// one that holds what is erased.
  mutating func place(of line: HeapLines.Line) throws(FileError) -> String? {
    if let known = places[line.file] { return known }
    let place = try hold(found.heap.files[Int(line.file)])
    places[line.file] = .some(place)
    return place
  }

  private func hold(_ file: HeapFile) throws(FileError) -> String? {
    guard file.form == .packed, file.size <= Self.largestByteCount else { return nil }
    let held = root + "/held"
    if Path.folder(of: file.path) == held { return file.path }
    let bytes = try files.contents(of: file.path)
    guard let contents = try? BundleContents(unpacking: bytes), contents.manifest.workspace == found.workspace,
      !holdsErased(contents)
    else { return nil }
    let path = held + "/" + SHA256.hash(bytes).hexadecimal.prefix(16) + ".veld"
    if isDryRun || files.exists(path) { return path }
    try files.makeFolders(held)
    try files.writeWhole(bytes, to: path)
    return path
  }

  private func holdsErased(_ contents: BundleContents) -> Bool {
    if found.erasure.isEmpty { return false }
    return contents.bytes.withUnsafeBufferPointer { bytes in
      contents.segments.contains { segment in
        let lines = bytes.part(segment.range)
        return LineBreaks(lines).contains { range in
          guard let view = try? LineView(parsing: lines, in: range), view.payload != nil else { return false }
          return found.erases(view, in: lines)
        }
      }
    }
  }
}

extension Salvage.Found {
  /// Whether a line has to go without its payload.
  func erases(_ view: LineView, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !erasure.isEmpty
      && erasure.erases(
        Reference(log: view.log, seq: view.seq, chain: view.chain),
        kind: String(decoding: bytes.part(view.kind), as: UTF8.self))
  }
}
