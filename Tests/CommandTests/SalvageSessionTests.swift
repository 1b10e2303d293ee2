import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct SalvageSessionTests {
  /// A session with some facts, and its folder in two damaged copies under `heap`.
  private func damaged() -> Session {
    let session = Session.founded()
    for number in 1...5 {
      session.run("record", "traject_beeindigd", "traject=T-\(number)", "datum=27-2-2016", "reden=01")
    }
    _ = session.shell("mkdir heap; cp -a w heap/1; cp -a w heap/2; cp w/logs/*/*.jsonl heap/")
    // One copy without its last lines, one without its first; the loose files are of no use for the shared log.
    _ = session.shell("for f in heap/1/logs/*/*; do head -n 4 $f > t; mv t $f; done")
    _ = session.shell("for f in heap/2/logs/*/*; do tail -n +3 $f > t; mv t $f; done")
    _ = session.shell("rm heap/*.jsonl")
    return session
  }

  @Test func `a person salvages two damaged copies, looks, and goes on`() {
    let session = damaged()
    let (heap, new) = (session.path + "/heap", session.path + "/new")
    let dry = session.run("salvage", heap, "--dry-run", "-o", new)
    #expect(dry.status == 0 && dry.out.contains("nothing was written"))
    #expect(access(new, F_OK) != 0)
    let done = session.run("salvage", heap, "-o", new)
    #expect(done.status == 0, "\(done.err)")
    #expect(done.out.contains("saved: 9 lines of 2 logs"))
    #expect(session.run("--dir", new, "verify").status == 0)
    #expect(session.run("--dir", new, "log", "traject_beeindigd").out.contains("T-5"))
    #expect(session.run("--dir", new, "record", "doelscore", "--help").status == 0)
    let again = session.run("salvage", heap, "-o", new)
    #expect(again.status == 1 && again.err.contains("salvage FOLDER"))
    let other = session.run("--lang", "nl", "--dir", new, "salvage", heap)
    #expect(other.status == 0 && other.out.contains("waarvan 0 nieuw"))
  }

  @Test func `what is missing is named, with status 3, and nothing at all with 1`() {
    let session = damaged()
    _ = session.shell("for f in heap/2/logs/*/*; do tail -n +4 $f > t; mv t $f; done")
    let new = session.path + "/new"
    let found = session.run("salvage", session.path + "/heap", "-o", new)
    #expect(found.status == 3 && found.err.contains("is whole in no copy"))
    #expect(session.run("--dir", new, "verify").status == 0)
    let json = session.run("--format", "json", "salvage", session.path + "/heap", "-o", new + "2").out
    #expect(json.contains("\"state\":\"missing\"") && json.contains("\"complete\":false"))
    _ = session.shell("mkdir leeg; echo hallo > leeg/x")
    #expect(session.run("salvage", session.path + "/leeg", "-o", new + "3").status == 1)
    #expect(session.run("salvage", session.path + "/nergens", "-o", new + "3").status == 1)
    #expect(session.run("salvage").status == 2)
    #expect(session.run("help", "salvage").out.contains("veldlog salvage FOLDER"))
  }
}

extension Session {
  /// Runs a line of a shell in the session's folder.
  func shell(_ line: String) -> Int32 { system("cd '\(path)' && { \(line); }") }
}
