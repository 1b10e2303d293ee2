import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct SyncSessionTests {
  /// Two instances, `w` and `v`, that know each other, and an empty folder `share`.
  static func pair() -> Session {
    let session = Session.founded()
    let (path, invite) = (session.path, session.path + "/invite.json")
    session.write(session.run("invite").out, to: invite)
    session.run("--dir", path + "/v", "init", "--invite", invite, "--regio", "zeeland", "--name", "laptop 2")
    let status = session.run("--dir", path + "/v", "--format", "json", "status").out
    let log = status.components(after: "\"log\":\"").prefix(12)
    session.run("trust", "add", String(log))
    session.run("bundle", "create", "--plain", "-o", path + "/w.veld")
    session.run("--dir", path + "/v", "bundle", "apply", path + "/w.veld")
    session.run("--dir", path + "/v", "bundle", "create", "--plain", "-o", path + "/v.veld")
    session.run("bundle", "apply", path + "/v.veld")
    mkdir(path + "/share", 0o700)
    return session
  }

  @Test func `two instances have the same facts after each synced, and JSON says what was done`() {
    let session = Self.pair()
    let (share, other) = (session.path + "/share", session.path + "/v")
    session.run("record", "traject_beeindigd", "traject=T-1", "datum=2016-02-27", "reden=01")
    session.run("--dir", other, "record", "traject_beeindigd", "traject=T-1", "datum=2016-02-28", "reden=01")
    let foreseen = session.run("sync", share, "--dry-run")
    #expect(foreseen.status == 0 && foreseen.out.contains("would write"))
    let first = session.run("sync", share)
    #expect(first.status == 0 && first.out.hasPrefix("wrote '") && first.out.contains("for 1 member"))
    #expect(first.err.contains("empty"))
    let second = session.run("--dir", other, "--format", "json", "sync", share)
    #expect(second.status == 0)
    #expect(second.out.contains("\"conflicts\":1"))
    #expect(second.out.contains("\"skipped\":[]") && second.out.contains("\"removed\":[]"))
    let third = session.run("sync", share)
    #expect(third.status == 0 && third.out.contains("new") && third.err.contains("veldlog conflicts"))
    let quiet = session.run("--lang", "nl", "sync", share)
    #expect(quiet.status == 0 && quiet.out.hasPrefix("niets nieuws") && quiet.err.isEmpty)
    func print(_ folder: String) -> Substring {
      session.run("--dir", folder, "--format", "json", "status").out.components(after: "\"fingerprint\":\"").prefix(64)
    }
    #expect(print(session.path + "/w") == print(other))
  }

  @Test func `a folder that is not there, or holds the workspace, is refused in one sentence with what to do`() {
    let session = Session.founded()
    let gone = session.run("sync", session.path + "/stick")
    #expect(gone.status == 1 && gone.err.contains("is not there") && gone.err.contains("plugged in"))
    #expect(session.run("--lang", "nl", "sync", session.path + "/stick").err.contains("is er niet"))
    let around = session.run("sync", session.path)
    #expect(around.status == 1 && around.err.contains("keys"))
    #expect(session.run("sync").status == 2)
    #expect(session.run("sync", session.path, "--interval", "never").status == 2)
    mkdir(session.path + "/share", 0o700)
    let alone = session.run("sync", session.path + "/share")
    #expect(alone.status == 1 && alone.err.contains("--plain"))
    #expect(session.run("sync", session.path + "/share", "--plain").status == 0)
  }

  @Test func `watching says what happens, lets others write meanwhile, and stops when it is asked to`() {
    let session = Self.pair()
    let (share, out, err) = (session.path + "/share", session.path + "/watch-out", session.path + "/watch-err")
    let process = session.spawn(
      ["sync", share, "--watch", "--interval", "0.2"], files: [session.path + "/.session-in", out, err])
    #expect(session.waits(for: "wrote '", in: out))
    #expect(
      session.run(
        "record", "traject_gestart", "traject=T-1", "aanbieder=zee-003", "regio=zeeland",
        "datum=2016-01-11"
      ).status == 0)
    #expect(session.waits(for: "wrote '", times: 2, in: out))
    let other = session.path + "/v"
    session.run(
      "--dir", other, "record", "traject_gestart", "traject=T-2", "aanbieder=zee-003", "regio=zeeland",
      "datum=2016-01-12")
    session.run("--dir", other, "sync", share)
    #expect(session.waits(for: "new,", in: out))
    rename(share, share + "-away")
    #expect(session.waits(for: "is not there", in: err))
    rename(share + "-away", share)
    #expect(session.waits(for: "is back", in: err))
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(status == 0)
    #expect(session.read(err).hasSuffix("stopped\n"))
    #expect(session.run("--dir", other, "log", "traject_gestart").out.contains("T-1"))
  }
}

extension String {
  /// What follows the first place where a text stands; empty without one.
  fileprivate func components(after text: String) -> Substring {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.dropFirst(text.count) }
      rest = rest.dropFirst()
    }
    return rest
  }
}

extension Session {
  /// Waits until a file holds a text so many times; false when it still does not after ten seconds.
  fileprivate func waits(for text: String, times: Int, in file: String) -> Bool {
    for _ in 0..<1000 {
      let parts = read(file).split(separator: text, omittingEmptySubsequences: false)
      if parts.count > times { return true }
      usleep(10_000)
    }
    return false
  }
}
