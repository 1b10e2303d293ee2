import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// A region on a disk in memory, and a heap of copies at `/heap` that is salvaged from.
struct SalvageHeap {
  let region: Region
  var files: MemoryFileSystem { region.files }

  /// Two instances that exchanged bundles, with checkpoints here and there; `/a` holds all lines of both.
  init(recording count: Int = 4) throws {
    region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    try region.admit("/b", at: "/a")
    for number in 1...count {
      try region.record("T-\(number)", ended: "2016-02-27", at: "/a")
      try region.record("U-\(number)", ended: "2016-03-01", at: "/b")
      if number % 3 == 0 { try bundle("/b\(number).veld", from: "/b") }
      if number % 4 == 0 { try bundle("/a\(number).veld", from: "/a") }
    }
    for name in ["/a", "/b"] { try bundle(name + ".veld", from: name) }
    try region.apply("/b.veld", at: "/a")
    try region.record("T-0", ended: "2016-02-27", at: "/a")
    try files.makeFolders("/heap")
  }

  init(_ files: MemoryFileSystem) { region = Region(files) }

  private func bundle(_ path: String, from name: String) throws {
    try region.bundle(path, from: name)
  }

  /// The same on a disk of its own.
  func copy() -> SalvageHeap { SalvageHeap(files.afterPowerCut(.everything)) }

  // MARK: Making a heap

  func duplicate(_ source: String, to target: String) throws { try files.duplicate(source, to: target) }

  /// Puts other bytes in the place of a file.
  func change(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = try files.contents(of: path)
    change(&bytes)
    try files.writeWhole(bytes, to: path)
  }

  /// The first file of a log in a folder.
  func part(of log: LogID, in folder: String) -> String { "\(folder)/logs/\(log)/0000000001.jsonl" }

  /// Every file below a folder that holds lines.
  func parts(in folder: String) throws -> [String] {
    try region.tree(folder).keys.filter { $0.hasSuffix(".jsonl") }.sorted()
  }

  // MARK: Salvaging

  func request(_ sources: [String] = ["/heap"], to folder: String = "/new") -> SalvageRequest {
    SalvageRequest(sources: sources, target: .newFolder(folder))
  }

  @discardableResult
  func salvage(_ request: SalvageRequest? = nil) throws -> SalvageReport {
    let before = try region.tree("/heap")
    let report = try Salvage.run(request ?? self.request(), surroundings: region.surroundings("/new"))
    #expect(try region.tree("/heap") == before, "the sources are as they were")
    #expect(
      report.foundCount == report.usedCount + report.repeatedCount + report.otherFormCount + report.asideCount
        + report.otherWorkspaceCount + report.otherPrivateCount)
    return report
  }

  /// Adds what a folder lacks.
  @discardableResult
  func complete(_ folder: String, from sources: [String] = ["/heap"]) throws -> SalvageReport {
    try salvage(SalvageRequest(sources: sources, target: .workspace(try region.open(folder))))
  }

  /// All lines in the logs of a folder, as text; each as often as it stands there.
  func lines(in folder: String) throws -> [String] {
    guard try files.entry(at: folder + "/logs") != nil else { return [] }
    return try parts(in: folder + "/logs").flatMap { path in
      try files.contents(of: path).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }.sorted()
  }

  /// What the program says of a folder: nothing is damaged.
  func isWhole(_ folder: String) throws -> Bool { try region.open(folder).damage() == [] }
}

extension [UInt8] {
  /// The lines without their line feeds.
  var textLines: [[UInt8]] { split(separator: 0x0A).map(Array.init) }
}
