import Cryptography
import EventLog
import Identity
import Platform
import TestSupport
import Testing

@testable import Workspace

/// Whatever happens to the folder and to the power, no fact is lost, and the folder never holds a broken file under the
/// name of a whole one.
@Suite struct FolderInterruptionTests {
  /// Four of seven calls meet one fault in turn. All faults at each take minutes: CI tries them.
  @Test(arguments: 0..<4) func `a sync that is interrupted anywhere is made good by the next`(quarter: Int) throws {
    let start = try Region.sharing()
    for number in 1...8 {
      try start.record("A-\(number)", ended: "2016-02-27", at: "/a")
      try start.sync("/a", "/s")
    }
    try start.sync("/b", "/s")
    try start.record("B-1", ended: "2016-02-27", at: "/b")
    try start.sync("/b", "/s")
    try start.record("A-9", ended: "2016-02-27", at: "/a")
    let names = (1...9).map { "A-\($0)" } + ["B-1"]
    // Applies a bundle, writes one that puts the small ones together, and removes those.
    let whole = try start.copy().sync("/a", "/s")
    #expect(whole.applied.count == 1 && whole.written.count == 1 && whole.removed.count >= 8)
    let counted = start.copy()
    try counted.sync("/a", "/s")
    for number in stride(from: quarter + 1, through: counted.files.callCount, by: allFaults ? 4 : 7) {
      let seed = UInt64(number)
      let survivals: [PowerCutSurvival] = [.nothing, .everything, .chance(seed: seed), .chanceWithZeroes(seed: seed)]
      let survival = survivals[number / 12 % 4]
      let faults: [Fault] = [.powerCut, .fails(.diskFull), .writesOnly(9, then: .diskFull)]
      for fault in allFaults ? faults : [faults[number / 4 % 3]] {
        let found = meet(fault, atCall: number, survival, by: start.copy())
        try check(found, names, "\(fault) at call \(number), \(survival)")
      }
    }
  }

  /// What is on the disk after `/a` synced and one of its calls to the disk met a fault.
  private func meet(_ fault: Fault, atCall number: Int, _ survival: PowerCutSurvival, by region: Region) -> Region {
    region.files.inject(fault, atCall: number)
    _ = try? region.sync("/a", "/s")
    return fault == .powerCut ? Region(region.files.afterPowerCut(survival)) : region
  }

  /// Whether what is found after something went wrong is made good by syncing again.
  private func check(_ region: Region, _ trajecten: [String], _ fault: String) throws {
    #expect(try region.broken(in: "/s").isEmpty, "\(fault)")
    #expect(try region.open("/a").damage() == [], "\(fault)")
    #expect(try region.level(["/a", "/b"], "/s"), "\(fault)")
    let said = try ["/a", "/b"].map { try Said(try region.open($0)) }
    for traject in trajecten {
      #expect(said[0].live.contains { $0.contains("\"\(traject)\"") }, "\(fault) \(traject)")
    }
    #expect(said[0] == said[1], "\(fault)")
    #expect(try !region.tree("/s").keys.contains { $0.contains("/\(try region.open("/a").log)/.tmp-") }, "\(fault)")
  }

  @Test(arguments: 1...8)
  func `random syncs over folders that lose, cut, double and mix up files level in the end`(seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let names = ["/a", "/b", "/c"]
    let region = try Region.sharing(["/b", "/c"], at: ["/s-a", "/s-b", "/s-c"])
    var recorded: [String] = []
    for step in 0..<40 {
      let name = names[numbers.below(3)]
      let folder = "/s-" + name.dropFirst()
      switch numbers.below(5) {
      case 0, 1:
        let traject = "T-\(numbers.below(4) == 0 ? "x" : name.dropFirst() + String(step))"
        let date = "2016-02-\(10 + numbers.below(18))"
        if (try? region.record(traject, ended: date, at: name)) != nil { recorded.append(traject) }
      case 2: try region.sync(name, folder, isPlain: numbers.below(6) == 0)
      case 3: try carry(region, from: folder, to: "/s-" + names[numbers.below(3)].dropFirst(), &numbers)
      default: try harm(region, in: folder, &numbers)
      }
    }
    // At last everything is carried whole, and everyone syncs.
    for _ in 0..<10 {
      for name in names { try region.sync(name, "/s-" + name.dropFirst()) }
      for from in names {
        for to in names { try mirror(region, from: "/s-" + from.dropFirst(), to: "/s-" + to.dropFirst()) }
      }
    }
    let said = try names.map { try Said(try region.open($0)) }
    #expect(said[0] == said[1] && said[1] == said[2], "seed \(seed)")
    for traject in recorded {
      #expect(said[0].live.contains { $0.contains("\"\(traject)\"") }, "seed \(seed) \(traject)")
    }
    for name in names {
      let report = try region.sync(name, "/s-" + name.dropFirst())
      #expect(report.written.isEmpty && report.applied.isEmpty, "seed \(seed): still at work")
    }
  }

  /// Copies one file, as a file syncer or a person would: whole, cut, under another name, or over another.
  private func carry(_ region: Region, from: String, to: String, _ numbers: inout SplitMix) throws {
    let all = try region.bundles(in: from).keys.sorted()
    guard from != to, !all.isEmpty else { return }
    let path = all[numbers.below(all.count)]
    let bytes = try region.files.contents(of: path)
    var target = to + path.dropFirst(from.count)
    if numbers.below(4) == 0 { target = to + "/kopie-\(numbers.below(3)).veld" }
    try region.files.makeFolders(Path.folder(of: target))
    let kept = numbers.below(4) == 0 ? numbers.below(bytes.count) : bytes.count
    try region.files.writeWhole(Array(bytes.prefix(kept)), to: target)
  }

  private func harm(_ region: Region, in folder: String, _ numbers: inout SplitMix) throws {
    let all = try region.bundles(in: folder).keys.sorted()
    guard !all.isEmpty else { return }
    let path = all[numbers.below(all.count)]
    switch numbers.below(3) {
    case 0: try region.files.remove(path)
    case 1: try region.files.writeWhole(Array(try region.files.contents(of: path).dropLast(9)), to: path)
    default: try region.files.rename(path, to: folder + "/x-\(numbers.below(9)).sync-conflict.veld")
    }
  }

  /// Copies what is missing or differs, and removes what its writer removed from its own folder.
  private func mirror(_ region: Region, from: String, to: String) throws {
    guard from != to else { return }
    let workspace = try region.open("/" + from.dropFirst(3))
    // The founder's log has the name of the workspace.
    let writer = "\(workspace.settings.workspace)/\(workspace.log)"
    let source = try region.bundles(in: from)
    for (path, bytes) in source where path.contains("/\(writer)/") {
      let target = to + path.dropFirst(from.count)
      try region.files.makeFolders(Path.folder(of: target))
      try region.files.writeWhole(bytes, to: target)
    }
    // A file that lies elsewhere, under another name, is carried as well, once.
    let there = Set(try region.bundles(in: to).values)
    for (path, bytes) in source where !path.contains("/\(writer)/") && !there.contains(bytes) {
      try region.files.writeWhole(bytes, to: to + "/van-\(from.dropFirst(3))-" + Path.name(of: path))
    }
    for path in try region.bundles(in: to).keys where path.contains("/\(writer)/") {
      if source[from + path.dropFirst(to.count)] == nil { try region.files.remove(path) }
    }
  }
}
