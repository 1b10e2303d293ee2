import CanonicalJSON
import Testing

/// A workspace's folder that is copied to another device with `cp -a`, or put back from a backup, and used on.
@Suite struct CopiedFolderTests {
  /// The words that record the end of a traject.
  private func end(_ traject: String) -> [String] {
    ["record", "traject_beeindigd", "traject=\(traject)", "datum=27-2-2016", "reden=01"]
  }

  private func record(_ traject: String, _ session: Session, in place: String, on device: String) -> Session.Outcome {
    session.run(end(traject), place: place, device: device)
  }

  private func status(_ session: Session, in place: String, on device: String) throws -> JSONValue {
    try JSONValue(parsing: session.run(in: place, on: device, "--format", "json", "status").first)
  }

  @Test func `a copy says once that it goes on in a new log, and the original says nothing`() throws {
    let session = Session()
    session.run(in: "w", on: "one", "init", "--workspace", "Proef", "--regio", "zeeland", "--name", "laptop 1")
    #expect(record("T-1", session, in: "w", on: "one").err == "")
    session.copy("w", to: "copy")
    let before = session.run(in: "copy", on: "two", "status")
    #expect(before.out.contains("the next fact goes to a new log"))
    let first = record("T-2", session, in: "copy", on: "two")
    #expect(first.status == 0)
    #expect(first.err.contains("you go on in a new one") && first.err.contains("nothing is lost"))
    #expect(record("T-3", session, in: "copy", on: "two").err == "")
    #expect(record("T-4", session, in: "w", on: "one").err == "")

    let (original, copy) = (try status(session, in: "w", on: "one"), try status(session, in: "copy", on: "two"))
    let old = try #require(original["log"]?.stringValue)
    let new = try #require(copy["log"]?.stringValue)
    #expect(old != new && copy["member"] == true && copy["next"] == "same_log")
    #expect(copy["former"]?.arrayValue?.contains(.string(old)) == true && original["former"] == [])
    #expect(session.run(in: "copy", on: "two", "status").out.contains("you wrote in: \(old)"))
    let members = try JSONValue(parsing: session.run(in: "copy", on: "two", "--format", "json", "trust", "list").first)
    #expect(members.arrayValue?.map { $0["naam"] } == ["laptop 1", "laptop 1"])
    #expect(members.arrayValue?.map { $0["writer"] } == [.string(old), .string(old)])
    #expect(session.run(in: "copy", on: "two", "verify").status == 0)
  }

  @Test func `a backup that was put back says so, in the reader's language`() {
    let session = Session()
    session.run(in: "w", on: "one", "init", "--workspace", "Proef", "--regio", "zeeland", "--name", "laptop 1")
    session.copy("w", to: "backup")
    _ = record("T-1", session, in: "w", on: "one")
    let put = session.run(end("T-2"), locale: "nl_NL.UTF-8", place: "backup", device: "one")
    #expect(put.status == 0)
    #expect(put.err.contains("er ontbreken regels") && put.err.contains("niets verloren"))
    #expect(!put.err.contains("nothing"))
    #expect(session.run(in: "backup", on: "one", "verify").status == 0)
  }

  @Test func `without a home there is nothing to remember in, and it is said`() {
    let session = Session.founded()
    #expect(!session.run("status").out.contains("XDG_STATE_HOME"))
    let files = ["in", "out", "err"].map { session.path + "/.session-" + $0 }
    session.write("", to: files[0])
    let process = session.start(
      Session.program, ["--dir", session.path + "/w", "status"], files: files, variables: ["LC_ALL=C.UTF-8"])
    session.wait(process)
    #expect(session.read(files[1]).contains("XDG_STATE_HOME"))
  }

  @Test func `what is for the region goes to a log of its own, which a bundle in clear leaves out`() throws {
    let session = Session.founded()
    let recorded = session.run(end("T-1") + ["--audience", "regio"])
    #expect(recorded.status == 0 && recorded.err == "")
    let document = try JSONValue(parsing: session.run("--format", "json", "status").first)
    #expect(document["fingerprint_regio"]?["regio"] == "zeeland")
    #expect(recorded.out.contains(document["log"]?.stringValue ?? "") == false)
    #expect(session.run(end("T-2") + ["--audience", "regoi"]).status == 2)
    session.write("traject;datum;reden\nT-3;2016-03-01;02\n", to: session.path + "/ends.csv")
    let imported = session.run(
      "import", session.path + "/ends.csv", "--kind", "traject_beeindigd", "--audience", "regio")
    #expect(imported.status == 0)
    #expect(session.run("bundle", "create", "--plain", "-o", session.path + "/all.veld").status == 0)
    #expect(session.run("query", "uitval_breed").out.contains("2"))
    let inspected = session.run("bundle", "inspect", session.path + "/all.veld")
    #expect(inspected.status == 0)
    let regional = try #require(recorded.out.split(separator: " ").first { $0.contains("#") }?.prefix(12))
    #expect(!inspected.out.contains(regional))
  }
}
