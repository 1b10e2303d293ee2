import Cryptography
import EventLog
import Identity
import Platform
import TestSupport
import Workspace

/// Instances on one disk that share folders.
extension Region {
  @discardableResult
  func sync(_ name: String, _ folder: String, isPlain: Bool = false) throws -> FolderReport {
    var shared = SharedFolder(folder)
    return try shared.sync(
      try Recording(try open(name)), FolderOptions(isPlain: isPlain))
  }

  /// A founder `/a` and members, all of whom hold each other's line 1, and an empty folder `/s`.
  static func sharing(_ members: [String] = ["/b"], at folders: [String] = ["/s"]) throws -> Region {
    let region = Region()
    try region.found("/a")
    for name in members {
      try region.join(name, to: "/a")
      try region.admit(name, at: "/a")
      try region.bundle(name + ".veld", from: name)
      try region.apply(name + ".veld", at: "/a")
    }
    try region.bundle("/a.veld", from: "/a")
    for name in members { try region.apply("/a.veld", at: name) }
    for folder in folders { try region.files.makeFolders(folder) }
    return region
  }

  /// The bundles below a folder, by path.
  func bundles(in folder: String) throws -> [String: [UInt8]] {
    try tree(folder).filter { $0.key.contains(".veld") && !$0.key.hasSuffix("/") && !$0.key.contains("/.") }
  }

  /// Names of bundles that are not what their names say.
  func broken(in folder: String) throws -> [String] {
    try bundles(in: folder).filter { path, bytes in
      !Path.name(of: path).hasPrefix(SHA256.hash(bytes).hexadecimal.prefix(16))
    }.map(\.key).sorted()
  }

  /// Syncs all until none has anything to do; false when that does not come to an end.
  func level(_ names: [String], _ folder: String, isPlain: Bool = false) throws -> Bool {
    for _ in 0..<8 {
      var isQuiet = true
      for name in names {
        let report = try sync(name, folder, isPlain: isPlain)
        if report.isEventful { isQuiet = false }
      }
      if isQuiet { return true }
    }
    return false
  }
}
