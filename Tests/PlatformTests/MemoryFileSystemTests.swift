import Platform
import Testing

@Suite struct MemoryFileSystemTests {
  private func text(_ files: MemoryFileSystem, _ path: String) -> String? {
    (try? files.contents(of: path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A disk with the file `log/1` that holds `een`, all of it durable.
  private func disk() throws -> MemoryFileSystem {
    let files = MemoryFileSystem()
    try files.makeFolders("log")
    let file = try files.open("log/1", .create(mode: 0o600))
    try file.write(Array("een".utf8))
    try file.synchronize()
    try files.synchronizeFolder("log")
    return files
  }

  @Test func `what is synchronized survives a power cut whatever else is lost`() throws {
    let files = try disk()
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "een")
    #expect(text(files.afterPowerCut(.everything), "log/1") == "een")
  }

  @Test func `bytes not synchronized are lost, kept, or kept in part from the beginning`() throws {
    let files = try disk()
    let file = try files.open("log/1", .append)
    try file.write(Array("twee".utf8))
    try file.write(Array("drie".utf8))
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "een")
    #expect(text(files.afterPowerCut(.everything), "log/1") == "eentweedrie")
    var found: Set<String> = []
    for seed in 0..<200 {
      let content = try #require(text(files.afterPowerCut(.chance(seed: UInt64(seed))), "log/1"))
      #expect("eentweedrie".hasPrefix(content) && content.hasPrefix("een"), "seed \(seed)")
      #expect(content == text(files.afterPowerCut(.chance(seed: UInt64(seed))), "log/1"), "seed \(seed)")
      found.insert(content)
    }
    #expect(found.count == 9)
  }

  @Test func `a write that was cut can leave zeroes, where asked for`() throws {
    let files = try disk()
    try files.open("log/1", .append).write(Array("twee".utf8))
    let found = (0..<100).compactMap { text(files.afterPowerCut(.chanceWithZeroes(seed: $0)), "log/1") }
    #expect(found.contains("eent\0\0\0"))
    #expect(found.contains("eentwee"))
  }

  @Test func `truncating is undone by a power cut until it is synchronized`() throws {
    let files = try disk()
    let file = try files.open("log/1", .append)
    try file.truncate(to: 1)
    #expect(text(files, "log/1") == "e")
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "een")
    try file.synchronize()
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "e")
  }

  @Test func `a name is lost with its synchronized bytes until its folder is synchronized`() throws {
    let files = try disk()
    let file = try files.open("log/2", .create(mode: 0o600))
    try file.write(Array("twee".utf8))
    try file.synchronize()
    #expect(try files.afterPowerCut(.nothing).names(in: "log") == ["1"])
    try files.synchronizeFolder("log")
    #expect(text(files.afterPowerCut(.nothing), "log/2") == "twee")
  }

  @Test func `a rename shows the old name or the new one, never both or none`() throws {
    let files = try disk()
    try files.rename("log/1", to: "log/2")
    let found = Set(try (0..<50).map { try files.afterPowerCut(.chance(seed: $0)).names(in: "log") })
    #expect(found == [["1"], ["2"]])
  }

  @Test func `a change of a name is not kept without the one before it`() throws {
    let files = try disk()
    try files.rename("log/1", to: "log/2")
    try files.rename("log/2", to: "log/3")
    let found = Set(try (0..<100).map { try files.afterPowerCut(.chance(seed: $0)).names(in: "log") })
    #expect(found == [["1"], ["2"], ["3"]])
  }

  @Test func `a rename between folders is sure when both are synchronized`() throws {
    let files = try disk()
    try files.makeFolders("held")
    try files.rename("log/1", to: "held/1")
    try files.synchronizeFolder("log")
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "een")
    try files.synchronizeFolder("held")
    let found = files.afterPowerCut(.nothing)
    #expect(text(found, "held/1") == "een")
    #expect(!found.exists("log/1"))
  }

  @Test func `a removed file is back after a power cut until its folder is synchronized`() throws {
    let files = try disk()
    try files.remove("log/1")
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "een")
    try files.synchronizeFolder("log")
    #expect(!files.afterPowerCut(.nothing).exists("log/1"))
  }

  @Test func `replacing a whole file leaves the old or the new one at every cut`() throws {
    var call = 0
    while true {
      call += 1
      let files = try disk()
      files.inject(.powerCut, atCall: files.callCount + call)
      let isDone = (try? files.writeWhole(Array("anders".utf8), to: "log/1")) != nil
      for seed in 0..<40 {
        let found = text(files.afterPowerCut(.chance(seed: UInt64(seed))), "log/1")
        #expect(found == "anders" || found == "een" && !isDone, "call \(call), seed \(seed)")
      }
      #expect(isDone != files.isOff)
      if isDone { break }
    }
    #expect(call == 6)
  }

  @Test func `after the power is cut every call says so`() throws {
    let files = try disk()
    let file = try files.open("log/1", .append)
    files.cutPower()
    let calls: [() throws -> Void] = [
      { _ = try files.entry(at: "log") }, { _ = try files.names(in: "log") }, { try files.remove("log/1") },
      { try file.write([1]) }, { try file.synchronize() }, { try file.truncate(to: 0) },
      { _ = try files.lock("x") }, { _ = try files.map("log/1") }, { try files.synchronizeFolder("log") },
    ]
    for call in calls {
      let error = #expect(throws: FileError.self) { try call() }
      #expect(error?.isPowerCut == true)
    }
    #expect(text(files.afterPowerCut(.everything), "log/1") == "een")
  }

  @Test func `a synchronization that the power cut fell in may or may not have happened`() throws {
    let files = try disk()
    let file = try files.open("log/1", .append)
    try file.write(Array("twee".utf8))
    files.inject(.powerCut, atCall: files.callCount + 1)
    #expect(throws: FileError.self) { try file.synchronize() }
    #expect(text(files.afterPowerCut(.nothing), "log/1") == "een")
    #expect(text(files.afterPowerCut(.everything), "log/1") == "eentwee")
  }

  @Test func `a call told to fail does so once and changes nothing`() throws {
    let files = try disk()
    files.inject(.fails(.noPermission), atCall: files.callCount + 1)
    #expect(throws: FileError(.remove, "log/1", .noPermission)) { try files.remove("log/1") }
    #expect(text(files, "log/1") == "een")
    try files.remove("log/1")
  }

  @Test func `a full disk takes what fits and then refuses, and room that is freed can be used`() throws {
    let files = try disk()
    files.setCapacity(5)
    let file = try files.open("log/1", .append)
    #expect(throws: FileError(.write, "log/1", .diskFull)) { try file.write(Array("twee".utf8)) }
    #expect(text(files, "log/1") == "eentw")
    #expect(files.usedByteCount == 5)
    try file.truncate(to: 3)
    try file.write(Array("w".utf8))
    try files.remove("log/1")
    #expect(files.usedByteCount == 0)
  }

  @Test func `a short write keeps its beginning`() throws {
    let files = try disk()
    let file = try files.open("log/1", .append)
    files.inject(.writesOnly(2, then: .diskFull), atCall: files.callCount + 1)
    #expect(throws: FileError(.write, "log/1", .diskFull)) { try file.write(Array("twee".utf8)) }
    #expect(text(files, "log/1") == "eentw")
  }

  @Test func `a disk that is read only can be read`() throws {
    let files = try disk()
    files.setReadOnly(true)
    #expect(text(files, "log/1") == "een")
    #expect(throws: FileError(.write, "log/1", .readOnlyDisk)) { try files.open("log/1", .append) }
    #expect(throws: FileError(.create, "x", .readOnlyDisk)) { try files.makeFolder("x", mode: 0o700) }
  }

  @Test func `a lock is refused while another lives, and free when that goes`() throws {
    let files = try disk()
    var first = try files.lock("lock")
    #expect(first != nil)
    #expect(try files.lock("lock") == nil)
    #expect(try files.lock("other") != nil)
    first = nil
    #expect(try files.lock("lock") != nil)
    _ = first
  }

  @Test func `a disk found after a cut is apart from the one that was lost`() throws {
    let files = try disk()
    let found = files.afterPowerCut(.everything)
    try found.open("log/1", .append).write(Array("!".utf8))
    #expect(text(files, "log/1") == "een")
    #expect(text(found, "log/1") == "een!")
    #expect(text(found.afterPowerCut(.nothing), "log/1") == "een")
  }

  @Test func `threads that write at once lose nothing`() async throws {
    let files = MemoryFileSystem()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for number in 0..<50 { _ = try? files.open("\(task)-\(number)", .create(mode: 0o600)).write([1]) }
        }
      }
    }
    #expect(try files.names(in: "/").count == 400)
    #expect(files.usedByteCount == 400)
    #expect(files.callCount == 801)
  }
}
