import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Platform
import TestSupport
import Testing

@testable import Workspace

/// `SyncSpecs/vectors/folder.json`.
@Suite struct FolderVectorTests {
  typealias Model = FolderModel

  static let cases = Vectors("folder").cases

  @Test func `there are cases of both sorts`() {
    #expect(Self.cases.count { $0["path"] != nil } > 50)
    #expect(Self.cases.count { $0["held"] != nil } > 30)
  }

  // MARK: What a file is

  @Test(arguments: cases.filter { $0["path"] != nil })
  func `a file is what the page says, by its path and its bytes`(vector: Vectors.Case) throws {
    let whole = try #require(Self.cases.first { $0.name == "a bundle in its place" }).bytes("file")
    let region = try Region.empty(of: vector.text("workspace"), with: whole)
    let path = "/s/" + vector.text("path")
    try region.files.makeFolders(Path.folder(of: path))
    try region.files.writeWhole(vector.bytes("file"), to: path)
    let (word, reason) = try what(path, region)
    #expect(word == vector.expect["is"]?.stringValue)
    #expect(reason == vector.refusal)
    let workspace = try region.open("/r")
    let hasCome = try workspace.state().table.branches.contains { $0.log == workspace.settings.workspace }
    #expect(hasCome == vector.isAccepted)
    if let named = vector.expect["path"]?.stringValue {
      let paths = FolderPaths("/s", workspace: workspace.settings.workspace)
      let writer = try #require(named.split(separator: "/").dropFirst().first.flatMap { LogID(String($0)) })
      #expect(paths.path(of: SHA256.hash(vector.bytes("file")), by: writer, isEncrypted: false) == "/s/" + named)
    }
    #expect(try region.files.contents(of: path) == vector.bytes("file"), "it stays as it is")
  }

  /// The page's words for the file, after a sync of the folder.
  private func what(_ path: String, _ region: Region) throws -> (word: String, refusal: String?) {
    let workspace = try region.open("/r")
    let scan = try FolderScan("/s", workspace: workspace.settings.workspace, files: region.files)
    let report = try region.sync("/r", "/s")
    if scan.unfinished.contains(where: { $0.path == path }) { return ("unfinished", nil) }
    guard scan.files.contains(where: { $0.path == path }) else { return ("passed over", nil) }
    if report.applied.contains(where: { $0.path == path }) { return ("bundle", nil) }
    switch report.skipped.first(where: { $0.path == path })?.reason {
    case nil: return ("other", nil)
    case .notWhole?: return ("arriving", nil)
    case .notForUs?: return ("for others", nil)
    case .notABundle?: return ("no bundle", nil)
    case .refused(let error)?: return ("refused", pageWord(for: error))
    case let reason?: return ("\(reason)", nil)
    }
  }

  // MARK: What lacks, and what goes

  @Test(arguments: cases.filter { $0["held"] != nil })
  func `what lacks is written, and the files that may go are those of the page`(vector: Vectors.Case) throws {
    let files = try (vector["files"]?.arrayValue ?? []).map {
      (name: $0["name"]?.stringValue ?? "", file: try file($0))
    }
    let held = try numbers(vector["held"]) { Int($0.integerValue ?? 0) }
    let shape = Model.shape(
      (0..<held.count).map { held[$0] ?? 0 }, missing: try points(vector["missing"]),
      erased: try points(vector["erased"]))
    let heard = try (vector["heard"]?.arrayValue ?? []).map { word in
      Model.lines(try numbers(word) { Int($0.integerValue ?? 0) }.map { (branch: $0.key, seqs: 1...$0.value) })
    }
    let own = Set(try vector.texts("own").map { Model.log(try number($0)) })
    let plan = FolderPlan(
      of: files.map(\.file), shape: shape, passable: shape.passable(),
      erasedAttachments: Set(vector.texts("erased_attachments").map(digest)),
      members: try vector.texts("members").map { Model.log(try number($0)) }, own: { own.contains($0) }, heard: heard)
    let lacks = try numbers(vector.expect["lacks"], spans)
    #expect(plan.lines == Model.lines(lacks.flatMap { log, spans in spans.map { (branch: log, seqs: $0) } }))
    let going = plan.removable(having: [], heard: heard).map(\.sha256)
    let names = files.filter { going.contains($0.file.sha256) }.map(\.name).sorted()
    #expect(names == (vector.expect["remove"]?.arrayValue ?? []).compactMap(\.stringValue))
  }

  /// Logs have a letter in the vectors, and a number here.
  private func number(_ letter: String) throws -> Int {
    let value = Int(try #require(letter.utf8.first)) - Int(UInt8(ascii: "A"))
    return min(value, 9)
  }

  private func numbers<T>(_ value: JSONValue?, _ read: (JSONValue) -> T) throws -> [Int: T] {
    var found: [Int: T] = [:]
    for member in value?.objectValue?.members ?? [] { found[try number(member.key)] = read(member.value) }
    return found
  }

  private func points(_ value: JSONValue?) throws -> [Int: Set<Int>] {
    try numbers(value) { Set(($0.arrayValue ?? []).compactMap { $0.integerValue.map { Int($0) } }) }
  }

  private func spans(_ value: JSONValue) -> [ClosedRange<Int>] {
    (value.arrayValue ?? []).compactMap { span in
      let ends = (span.arrayValue ?? []).compactMap(\.integerValue)
      guard let first = ends.first, let last = ends.last else { return nil }
      return Int(first)...Int(last)
    }
  }

  private func digest(_ name: String) -> Digest { SHA256.hash(Array(name.utf8)) }

  private func file(_ value: JSONValue) throws -> SharedFile {
    func texts(_ key: String) -> [String] { (value[key]?.arrayValue ?? []).compactMap(\.stringValue) }
    return Model.file(
      by: try number(value["writer"]?.stringValue ?? ""), for: try texts("for").map(number),
      try numbers(value["lines"], spans).sorted { $0.key < $1.key }.flatMap { log, spans in
        spans.map { Model.segment(log, $0) }
      },
      bare: try points(value["bare"]).flatMap { log, seqs in seqs.map { (log: log, seq: $0) } },
      attachments: Set(texts("attachments").map(digest)), salt: value["name"]?.stringValue?.utf8.count ?? 0)
  }
}
