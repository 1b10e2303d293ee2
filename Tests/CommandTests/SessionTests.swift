import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct SessionTests {
  @Test func `without a workspace a command says how to start one, in the reader's language`() {
    let session = Session()
    let english = session.run("status")
    #expect(english.status == 1)
    #expect(english.err.contains("veldlog init --workspace"))
    let dutch = session.run("status", locale: "nl_NL.UTF-8")
    #expect(dutch.err.hasPrefix("fout: "))
    #expect(session.run("--lang", "nl", "status").err == dutch.err)
  }

  @Test func `a mistyped command, option, kind and code gets the nearest`() {
    let session = Session.founded()
    let command = session.run("recrod")
    #expect(command.status == 2)
    #expect(command.err.contains("'record'"))
    #expect(session.run("verify", "--helpp").status == 2)
    let kind = session.run("record", "traject_gestrt", "traject=T-1")
    #expect(kind.status == 1)
    #expect(kind.err.contains("'traject_gestart'"))
    let code = session.run("record", "traject_beeindigd", "traject=T-1", "datum=2016-02-27", "reden=07")
    #expect(code.status == 1)
    #expect(code.err.contains("01"))
    #expect(code.err.contains("05"))
    let region = Session().run("init", "--workspace", "P", "--regio", "zeland", "--name", "x")
    #expect(region.err.contains("zeeland"))
  }

  @Test func `the same fact twice is recorded once, and another in its slot is refused and shown`() {
    let session = Session.founded()
    let words = ["record", "traject_beeindigd", "traject=T-1", "datum=27-2-2016", "reden=01"]
    let first = session.run(["--format", "json"] + words)
    #expect(first.status == 0)
    #expect(session.run(["--format", "json"] + words).out == first.out)
    let other = session.run("record", "traject_beeindigd", "traject=T-1", "datum=27-2-2016", "reden=03")
    #expect(other.status == 1)
    #expect(other.err.contains("reden 01"))
    #expect(other.err.contains("veldlog correct"))
    #expect(session.run("correct", ":4", "reden=03", "--reason", "dossier nagekeken").status == 0)
    #expect(session.run("log", "traject_beeindigd").out.contains("replaced"))
    #expect(session.run("correct", ":4", "reden=04", "--reason", "nog eens").err.contains("replaced by"))
    #expect(session.run("retract", ":5", "--reason", "dubbel").status == 0)
    #expect(session.run(words).status == 0)
  }

  @Test func `a BSN is refused as a field and as a value, and is not repeated`() {
    let session = Session.founded()
    let number = Self.elfproefNumber
    let field = session.run("record", "quote", "interview=I-1", "bsn=\(number)", "tekst=x", "vrijgave=wacht")
    #expect(field.status == 1)
    let value = session.run("record", "quote", "interview=I-1", "tekst=nummer \(number) genoemd", "vrijgave=wacht")
    #expect(value.status == 1)
    #expect(!value.err.contains(number) && !field.err.contains(number))
    #expect(session.run("record", "quote", "interview=I-1", "tekst=nummer genoemd", "vrijgave=wacht").status == 0)
  }

  /// Nine digits that pass the elfproef, found by counting, so that none stands here.
  private static let elfproefNumber: String = {
    for candidate in 123_450_000..<123_460_000 {
      let digits = String(candidate).utf8.map { Int($0) - 48 }
      let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
      if sum % 11 == 0 { return String(candidate) }
    }
    return ""
  }()

  @Test func `a second writer is refused while the first one writes`() {
    let session = Session.founded()
    // An interview holds the lock while it waits for an answer, here from a pipe that stays open.
    let pipe = session.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let files = [pipe, session.path + "/out", session.path + "/err"]
    // Open for both, since a program that is being started waits for the other end.
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    let interview = session.spawn(["interview", "new", "--respondent", "R1"], files: files)
    #expect(session.waits(for: "1.1", in: files[2]))
    let second = session.run("record", "werkruimte", "naam=Anders")
    #expect(second.status == 1)
    #expect(second.err.contains("another program"))
    #expect(session.run("status").status == 0)
    close(writer)
    var status: Int32 = 0
    waitpid(interview, &status, 0)
    #expect(status == 0)
  }

  @Test func `an interview that is killed goes on where it stopped`() {
    let session = Session.founded()
    let pipe = session.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let files = [pipe, session.path + "/out", session.path + "/err"]
    // Open for both, since a program that is being started waits for the other end.
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    let interview = session.spawn(["interview", "new", "--respondent", "R1"], files: files)
    let answers = "Dertien gemeenten.\nEen bestuurlijk overleg.\n"
    _ = answers.withCString { write(writer, $0, strlen($0)) }
    #expect(session.waits(for: "1.2 is on disk", in: files[2]))
    kill(interview, SIGKILL)
    var status: Int32 = 0
    waitpid(interview, &status, 0)
    close(writer)
    let resumed = session.run("interview", "resume", input: "Derde antwoord.\n/stop\n")
    #expect(resumed.status == 0)
    #expect(resumed.err.contains("1.3"))
    #expect(resumed.out.contains("3 of 33"))
    let shown = session.run("interview", "show", "I-0001")
    #expect(shown.out.contains("Dertien gemeenten."))
    #expect(shown.out.contains("Derde antwoord."))
    #expect(session.run("verify").status == 0)
  }

  @Test func `names behind codes go to the private log, which is in no bundle`() {
    let session = Session.founded()
    #expect(session.run("record", "respondent_naam", "respondent=R1", "naam=Voorbeeldnaam").status == 0)
    #expect(session.run("bundle", "create", "--plain", "-o", session.path + "/b.veld").status == 0)
    let inspected = session.run("bundle", "inspect", session.path + "/b.veld", "--format", "json")
    #expect(inspected.out.contains("\"segments\":[{"))
    #expect(!inspected.out.contains("},{\"bytes\""))
    #expect(session.run("interview", "new", "--respondent", "Voorbeeldnaam").status == 1)
  }

  @Test func `a file is attached, listed, checked and got back`() {
    let session = Session.founded()
    let file = session.path + "/opname.m4a"
    session.write("dit is geen geluid\n", to: file)
    #expect(session.run("attachment", "list").out.contains("veldlog record bijlage --file"))
    #expect(session.run("record", "bijlage", "interview=I-1").err.contains("--file FILE"))
    #expect(session.run("record", "werkruimte", "--file", file, "naam=x").status == 2)
    let recorded = session.run("record", "bijlage", "--file", file, "interview=I-1")
    #expect(recorded.status == 0)
    #expect(recorded.out.contains("19 bytes"))
    let list = session.run("attachment", "list")
    #expect(list.out.contains("I-1") && list.out.contains("opname.m4a") && list.out.contains("yes"))
    #expect(session.run("attachment", "get", ":4", "-o", session.path + "/terug.m4a").status == 0)
    #expect(session.read(session.path + "/terug.m4a") == "dit is geen geluid\n")
    #expect(session.run("attachment", "get", ":4", "-o", session.path + "/terug.m4a").err.contains("not overwritten"))
    #expect(session.run("attachment", "get", ":2", "-o", session.path + "/x").err.contains("no attachment"))
    #expect(session.run("verify").out.contains("1 attachment: right"))
    let json = session.run("attachment", "list", "--format", "json").out
    let hash = json.split(separator: "\"").first { $0.utf8.count == 64 }.map(String.init) ?? ""
    session.write("iets anders geluid\n", to: session.path + "/w/attachments/" + hash)
    let damaged = session.run("verify")
    #expect(damaged.status == 1)
    #expect(damaged.out.contains("do not fit its name"))
    #expect(session.run("attachment", "get", ":4", "-o", session.path + "/x").err.contains("damaged"))
    #expect(session.run("record", "bijlage", "--file", file, "interview=I-1").out.contains("known already"))
    #expect(session.run("verify").status == 0)
  }

  @Test func `what is erased is shown first, goes only with a yes, and is nowhere afterwards`() {
    let session = Session.founded()
    session.run("record", "traject_gestart", "traject=T-verdwijnt", "aanbieder=zee-003", "datum=2016-01-11")
    session.run("record", "traject_beeindigd", "traject=T-verdwijnt", "datum=2016-02-11", "reden=01")
    session.run("record", "traject_gestart", "traject=T-blijft", "aanbieder=zee-003", "datum=2016-01-12")
    let words = ["erase", "--traject", "T-verdwijnt"]
    let shown = session.run(words + ["--dry-run"])
    #expect(shown.status == 0)
    #expect(shown.out.contains("2 facts go for good") && shown.out.contains("1 × traject_gestart"))
    #expect(shown.err.contains("backups"))
    #expect(session.run(words).err.contains("--ground"))
    let refused = session.run(words + ["--ground", "request"])
    #expect(refused.status == 1)
    #expect(refused.err.contains("--yes"))
    #expect(session.run(words + ["--ground", "over T-verdwijnt", "--yes"]).err.contains("names 'T-verdwijnt'"))
    #expect(session.run("log").out.contains("T-verdwijnt"))
    let erased = session.run(words + ["--ground", "request", "--yes"])
    #expect(erased.status == 0)
    #expect(erased.out.contains("the contents of 2 lines are gone"))
    #expect(session.run("verify").status == 0)
    let log = session.run("log").out
    #expect(!log.contains("T-verdwijnt") && log.contains("T-blijft") && log.contains("erased"))
    let status = session.run("status").out
    #expect(status.contains("(request): 2 lines") && status.contains("carried out: laptop 1"))
    #expect(session.run(words + ["--ground", "request", "--yes"]).err.contains("no fact with contents"))
    #expect(session.run("erase", "--carry-out").out == "all is carried out already\n")
    // The same traject again is shown until someone decides.
    session.run("record", "traject_gestart", "traject=T-verdwijnt", "aanbieder=zee-004", "datum=2016-05-11")
    #expect(session.run("status").out.contains("names traject T-verdwijnt"))
    let json = session.run("--format", "json", "status").out
    #expect(json.contains("\"doubts\":[\""))
    let line = session.run("log").out.split(separator: "\n").first { $0.contains("T-verdwijnt") }
    let reference = line?.split(separator: " ").first.map(String.init) ?? ""
    #expect(session.run("erase", "--keep", reference, "--ground", "another traject").status == 0)
    #expect(!session.run("status").out.contains("T-verdwijnt"))
    #expect(session.run("erase").status == 2)
  }

  @Test func `a retention term that has passed says how to erase, and erases nothing by itself`() {
    let session = Session.founded()
    #expect(session.run("retention").out.contains("record bewaartermijn"))
    session.run("record", "quote", "interview=I-1", "tekst=woorden", "vrijgave=wacht")
    let term = session.run(
      "--format", "json", "record", "bewaartermijn", "soort_feit=quote", "bewaren_tot=31-12-2016", "grond=tien jaar")
    #expect(term.status == 0)
    #expect(session.run("retention", "--as-of", "2016-12-01").out.contains("30 days left"))
    let past = session.run("retention").out
    #expect(past.contains("days past") && past.contains("veldlog erase --term"))
    #expect(session.run("log").out.contains("woorden"))
    #expect(session.run("retention", "--as-of", "gisteren").status == 2)
    let reference = term.out.split(separator: "\"")[safe: 3].map(String.init) ?? ""
    #expect(session.run("erase", "--term", reference, "--ground", "termijn voorbij", "--yes").status == 0)
    #expect(!session.run("log").out.contains("woorden"))
    #expect(session.run("--format", "json", "retention").out.contains("\"state\":\"done\""))
  }

  @Test func `a bundle is made in clear only when that is asked for`() {
    let session = Session.founded()
    let file = session.path + "/b.veld"
    let refused = session.run("bundle", "create", "-o", file)
    #expect(refused.status == 1)
    #expect(refused.err.contains("--plain"))
    #expect(access(file, F_OK) != 0)
    #expect(session.run("bundle", "create", "--plain", "-o", file).status == 0)
    #expect(session.run("bundle", "create", "--plain", "-o", file).err.contains("not overwritten"))
    #expect(session.run("bundle", "apply", file).out.contains("0 new"))
  }

  @Test func `what is no bundle is named for what it is`() {
    let session = Session.founded()
    let file = session.path + "/note.txt"
    session.write("dag\n", to: file)
    let applied = session.run("bundle", "apply", file)
    #expect(applied.status == 1)
    #expect(applied.err.contains("plain text"))
    #expect(session.run("bundle", "apply", session.path + "/nothing").err.contains("does not exist"))
  }

  @Test func `what is wrong with an encrypted bundle is one sentence, in the reader's language`() {
    let session = Session.founded()
    session.write("een lange wachtzin\n", to: session.path + "/zin")
    session.write("een andere wachtzin\n", to: session.path + "/anders")
    let file = session.path + "/b.veld.age"
    let words = ["--passphrase-file", session.path + "/zin"]
    #expect(session.run(["bundle", "create"] + words + ["-o", file]).status == 0)
    #expect(session.run(["bundle", "inspect", file] + words).status == 0)
    let wrong = session.run("bundle", "apply", file, "--passphrase-file", session.path + "/anders")
    #expect(wrong.status == 1 && wrong.err.contains("the passphrase does not fit"), "\(wrong.err)")
    let none = session.run("--lang", "nl", "bundle", "apply", file)
    #expect(none.status == 1 && none.err.contains("versleuteld met een wachtzin"), "\(none.err)")
    for (change, said) in [
      ("head -c 100", "damaged, or was cut off"), ("head -c 300", "damaged, or was cut off"),
      ("sed s/v1/v9/", "newer version"),
      ("sed 's/scrypt \\(.*\\) [0-9]*$/scrypt \\1 40/'", "refused"),
    ] {
      let bad = session.path + "/bad.veld.age"
      _ = session.shell("LC_ALL=C \(change) b.veld.age > bad.veld.age")
      let found = session.run(["bundle", "apply", bad] + words)
      #expect(found.status == 1 && found.err.contains(said), "\(change): \(found.err)")
      #expect(found.err.split(separator: "\n").count <= 4, "\(found.err)")
    }
  }

  @Test func `verify names file, line and byte of a flipped bit, and a torn end is set aside by the next write`() {
    let session = Session.founded()
    session.run("record", "traject_gestart", "traject=T-1", "aanbieder=zee-003", "datum=2016-01-11")
    let log = session.run("--format", "json", "status").out.split(separator: "\"")
    let id = log.firstIndex(of: "log").map { String(log[$0 + 2]) } ?? ""
    let file = session.path + "/w/logs/\(id)/0000000001.jsonl"
    let text = session.read(file)
    session.write(text.replacingLast("zee-003", with: "zee-004"), to: file)
    let damaged = session.run("verify")
    #expect(damaged.status == 1)
    #expect(damaged.out.contains("0000000001.jsonl' line 4, byte"))
    session.write(text + "{\"chain\":\"half", to: file)
    #expect(session.run("verify").status == 0)
    #expect(session.run("record", "traject_beeindigd", "traject=T-1", "datum=2016-03-01").status == 0)
    #expect(session.run("verify").out.contains("all is right"))
    #expect(session.read(file).hasPrefix(text))
  }

  @Test(arguments: ["en", "nl"]) func `every command has help with examples`(language: String) {
    let session = Session()
    let overview = session.run("--lang", language, "help")
    #expect(overview.status == 0)
    let names = overview.out.split(separator: "\n").filter { $0.hasPrefix("  ") }.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(names.count > 15)
    for name in names {
      let page = session.run("--lang", language, "help", name)
      #expect(page.status == 0, "\(name)")
      #expect(page.out.contains("  veldlog " + name), "\(name)")
      #expect(page.out.contains(language == "nl" ? "Voorbeelden:" : "Examples:"), "\(name)")
      #expect(session.run("--lang", language, name, "--help").out == page.out, "\(name)")
    }
  }

  @Test func `a field that is given twice, or is no text, is refused`() {
    let session = Session.founded()
    let twice = session.run(
      "record", "traject_gestart", "traject=T-1", "traject=T-2", "aanbieder=z", "datum=2016-01-11")
    #expect(twice.status == 2)
    #expect(twice.err.contains("'traject'"))
    #expect(session.run("record", "traject_gestart", "traject=\u{FFFD}", "aanbieder=z", "datum=2016-01-11").status == 2)
    #expect(session.run("log", "traject_gestart").out.contains("nothing is recorded"))
  }

  @Test func `verify notices an own log that was emptied`() throws {
    let session = Session.founded()
    let id = session.run("--format", "json", "status").out.split(separator: "\"")
    let log = try #require(id.firstIndex(of: "log").map { String(id[$0 + 2]) })
    session.write("", to: session.path + "/w/logs/\(log)/0000000001.jsonl")
    let verified = session.run("verify")
    #expect(verified.status == 1)
    #expect(verified.err.contains(log))
  }

  @Test func `a dashboard gives other programs the figures of its screen`() {
    let session = Session.founded()
    for (traject, end) in [("T-1", "2015-02-01"), ("T-2", "2016-05-01")] {
      session.run("record", "traject_gestart", "traject=" + traject, "aanbieder=zee-003", "datum=2015-01-11")
      session.run("record", "traject_beeindigd", "traject=" + traject, "datum=" + end, "reden=03")
    }
    let screen = session.run("dashboard")
    #expect(screen.out.contains("2016k2"))
    let figures = session.run("--format", "json", "dashboard")
    // Of the newest quarter alone, as on the screen.
    #expect(figures.out.contains("\"uitval_breed\":{\"high\":1"))
    #expect(figures.out.contains("\"n\":1,\"numerator\":1"))
    #expect(!figures.out.contains("\"numerator\":2"))
  }

  @Test func `a live dashboard needs a terminal, and says so`() {
    let session = Session.founded()
    let piped = session.run("dashboard", "--live")
    #expect(piped.status == 1)
    #expect(piped.out.isEmpty && piped.err.contains("--live draws on a terminal"))
    let figures = session.run("--format", "json", "dashboard", "--live")
    #expect(figures.status == 2)
    #expect(figures.out.isEmpty && figures.err.contains("leave out --format"))
  }

  @Test func `the screen of a provider wants one that facts name`() {
    let session = Session.founded()
    session.run("record", "traject_gestart", "traject=T-1", "aanbieder=zee-003", "datum=2016-01-11")
    session.run("record", "traject_beeindigd", "traject=T-1", "datum=2016-05-01", "reden=01")
    #expect(session.run("dashboard", "aanbieder").status == 2)
    let wrong = session.run("dashboard", "aanbieder", "zee-03")
    #expect(wrong.status == 1)
    #expect(wrong.err.contains("no provider 'zee-03'") && wrong.err.contains("zee-003"))
    let screen = session.run("dashboard", "aanbieder", "zee-003")
    #expect(screen.status == 0 && screen.out.contains("How is it going here?"))
  }

  @Test func `every dashboard gives its figures in every form`() {
    let session = Session.founded()
    session.run(
      "record", "traject_gestart", "traject=T-1", "aanbieder=zee-003", "regio=zeeland", "datum=2016-01-11")
    session.run("record", "traject_beeindigd", "traject=T-1", "datum=2016-05-01", "reden=01")
    for words in [["overzicht"], ["aanbieders"], ["aanbieder", "zee-003"], ["stromen"], ["methoden"], ["kwaliteit"]] {
      let screen = session.run(["dashboard"] + words)
      #expect(screen.status == 0 && screen.err.isEmpty, "\(words)")
      let json = session.run(["--format", "json", "dashboard"] + words)
      #expect(json.out.hasPrefix("[{") && json.out.contains("\"numerator\":"), "\(words)")
      #expect(session.run(["--format", "csv", "dashboard"] + words).out.contains("@1"), "\(words)")
      #expect(session.run(["--format", "markdown", "dashboard"] + words).out.hasPrefix("| "), "\(words)")
    }
    #expect(session.run("dashboard", "budget").out.contains("veldlog record budget"))
    session.run("record", "respondent", "respondent=R1", "regio=zeeland", "functie=wethouder")
    session.run("record", "interview", "interview=I-1", "regio=zeeland", "datum=2016-03-01", "respondenten=R1")
    let json = session.run("--format", "json", "dashboard", "interviews").out
    #expect(json.hasPrefix("[{") && json.contains("\"regio\":\"zeeland\"") && json.contains("\"gesprekken\":{"))
    #expect(session.run("--format", "csv", "dashboard", "interviews").out.contains("zeeland,,gesprekken,1,"))
    #expect(session.run("--format", "markdown", "dashboard", "interviews").out.hasPrefix("| regio | indicator"))
    let quality = session.run("--format", "json", "dashboard", "kwaliteit").out
    #expect(quality.contains("\"open_conflicten\":{") && quality.contains("\"log\":\"zeeland, laptop 1\""))
  }

  @Test func `a filter that is wrong is shown with its place in the filter`() {
    let session = Session.founded()
    let wrong = session.run("dashboard", "--where", "regio = zeelnd")
    #expect(wrong.status == 2)
    #expect(wrong.err.contains("character 9: 'zeelnd'") && wrong.err.contains("did you mean 'zeeland'?"))
  }

  @Test func `a note is kept when a fact is corrected, and can be added by a correction`() {
    let session = Session.founded()
    session.run(
      "record", "traject_beeindigd", "traject=T-1", "datum=27-2-2016", "reden=01", "toelichting=verhuisd")
    #expect(session.run("correct", ":4", "reden=02", "--reason", "dossier nagekeken").status == 0)
    #expect(session.run("log", "traject_beeindigd").out.contains("toelichting verhuisd · dossier nagekeken"))
    #expect(session.run("correct", ":5", "toelichting=gebeld", "--reason", "aanvulling").status == 0)
    #expect(session.run("log", "traject_beeindigd").out.contains("toelichting gebeld · aanvulling"))
  }

  @Test func `a name is not taken for the code of a person or a trajectory`() {
    let session = Session.founded()
    for words in [
      ["record", "respondent", "respondent=Een Naam", "regio=zeeland", "functie=wethouder"],
      ["record", "traject_gestart", "traject=Een Naam 2004", "aanbieder=zee-003", "datum=2016-01-11"],
    ] {
      let outcome = session.run(words)
      #expect(outcome.status == 1)
      #expect(outcome.err.contains("never a name"))
    }
  }

  @Test func `a lost settings file comes back`() {
    let session = Session.founded()
    let before = session.run("--format", "json", "status").out
    #expect(unlink(session.path + "/w/veldlog.json") == 0)
    #expect(session.run("--format", "json", "status").out.contains(before.prefix(40)))
    #expect(access(session.path + "/w/veldlog.json", F_OK) == 0)
  }
}

extension String {
  fileprivate func replacingLast(_ old: String, with new: String) -> String {
    let parts = split(separator: old, omittingEmptySubsequences: false)
    return parts.dropLast().joined(separator: old) + new + (parts.last ?? "")
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
