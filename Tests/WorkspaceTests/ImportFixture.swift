import CanonicalJSON
import EventLog
import Merge
import Platform
import TestSupport
import Vocabulary
import Words

@testable import Workspace

/// A founder's instance and a folder with files to import.
struct ImportFixture {
  let folder = TemporaryFolder()
  let workspace: Workspace

  init(seed: UInt64 = 1) throws {
    workspace = try Workspace.make(
      at: folder.path + "/w", naam: "Proef", regio: "zeeland", who: "laptop", surroundings: .repeatable(seed))
  }

  var files: any FileSystem { workspace.files }

  /// Puts a file into the folder.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  @discardableResult
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try files.writeWhole(bytes, to: folder.path + "/" + name)
    return folder.path + "/" + name
  }

  /// Imports a file of the folder.
  @discardableResult
  func load(
    _ name: String, kind: String? = "traject_gestart", _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportReport {
    var request = ImportRequest(path: folder.path + "/" + name, kind: kind, language: .dutch)
    change(&request)
    return try FactImport.run(request, into: workspace)
  }

  func undo(_ report: ImportReport) throws -> ImportUndo {
    try Recording(workspace).undoImport(report.reference?.text ?? "", reason: "proef")
  }

  func text(_ name: String) throws -> String {
    String(decoding: try files.contents(of: folder.path + "/" + name), as: UTF8.self)
  }

  /// The payloads of the used facts of a kind, in the order of their lines.
  func payloads(_ kind: String) throws -> [JSONObject] {
    let state = try workspace.ownState()
    return (0..<state.table.rowCount).filter { state.isUsed[$0] && state.table.kindName($0) == kind }
      .compactMap { state.table.payloadObject($0) }
  }

  /// Every file below the folder with its bytes.
  func disk() throws -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    func add(_ path: String) throws {
      if try files.entry(at: path)?.kind == .folder {
        all[path] = []
        for name in try files.names(in: path) { try add(path + "/" + name) }
      } else {
        all[path] = try files.contents(of: path)
      }
    }
    try add(folder.path)
    return all
  }

  /// A table of trajecten from number `first` on.
  static func trajecten(_ count: Int, from first: Int = 1) -> String {
    var text = "traject;aanbieder;regio;datum\n"
    for number in first..<first + count { text += "T-\(number);zee-003;Zeeland;\(number % 28 + 1)-2-2016\n" }
    return text
  }
}

extension ImportReport {
  /// rows, recorded, duplicates, changed, rejected
  var counts: [Int] { [rowCount, recordedCount, duplicateCount, changedCount, rejectedCount] }
}

func payload(_ members: KeyValuePairs<String, JSONValue>) -> JSONObject {
  var object = JSONObject()
  for (key, value) in members { object[key] = value }
  return object
}
