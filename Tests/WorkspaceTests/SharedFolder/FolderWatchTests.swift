import Platform
import TestSupport
import Testing

@testable import Workspace

@Suite struct FolderWatchTests {
  func words(_ events: [FolderWatch.Event]) -> [String] {
    events.map { event in
      switch event {
      case .synced(let report): "synced \(report.applied.count) \(report.written.count)"
      case .gone: "gone"
      case .back: "back"
      case .busy: "busy"
      case .emptied: "emptied"
      case .failed(let error): "failed \(error)"
      }
    }
  }

  @Test func `rounds sync when something changed, and look only when nothing did`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    var watch = FolderWatch("/s", try region.open("/a"))
    #expect(words(watch.round()) == ["synced 0 1"])
    #expect(words(watch.round()) == [])
    let quiet = region.files.callCount
    #expect(words(watch.round()) == [])
    #expect(region.files.callCount - quiet < 60, "a quiet round reads no file")
    // The lock is free between rounds.
    let before = watch.logByteCount()
    try region.record("T-2", ended: "2016-02-28", at: "/a")
    #expect(watch.logByteCount() > before)
    #expect(words(watch.round()) == ["synced 0 1"])
    try region.record("T-3", ended: "2016-02-28", at: "/b")
    try region.sync("/b", "/s")
    #expect(words(watch.round()) == ["synced 1 0"])
    #expect(words(watch.round()) == [] && words(watch.round()) == [])
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
  }

  @Test func `a folder that goes and comes back is said once each`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    var watch = FolderWatch("/s", try region.open("/a"))
    _ = watch.round()
    try region.files.rename("/s", to: "/elders")
    #expect(words(watch.round()) == ["gone"] && words(watch.round()) == [])
    #expect(!region.files.exists("/s"), "it is not made")
    try region.files.rename("/elders", to: "/s")
    #expect(words(watch.round()) == ["back"])
    #expect(words(watch.round()) == [])
  }

  @Test func `nothing is written to a folder that became empty, until someone says so`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    var watch = FolderWatch("/s", try region.open("/a"))
    _ = watch.round()
    try region.files.rename("/s", to: "/elders")
    try region.files.makeFolders("/s")
    #expect(words(watch.round()) == ["emptied"] && words(watch.round()) == [])
    #expect(try region.tree("/s").isEmpty)
    #expect(try region.sync("/a", "/s").written.count == 1)
    _ = watch.round()
    try region.record("T-2", ended: "2016-02-28", at: "/a")
    #expect(words(watch.round()) == ["synced 0 1"])
  }

  @Test func `another program that writes is waited for`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    var watch = FolderWatch("/s", try region.open("/a"))
    let recording = try Recording(try region.open("/a"))
    #expect(words(watch.round()) == ["busy"] && words(watch.round()) == [])
    withExtendedLifetime(recording) {}
    _ = consume recording
    #expect(words(watch.round()) == ["synced 0 1"])
  }
}
