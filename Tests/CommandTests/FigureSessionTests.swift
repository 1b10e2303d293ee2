import Testing

/// Figures, and what explains them, as a person asks for them.
@Suite struct FigureSessionTests {
  /// Three trajecten, of which one is uitval and one has no known reden.
  private static func session() -> Session {
    let session = Session.founded()
    for (traject, reden) in [("T-1", "reden=01"), ("T-2", "reden=03"), ("T-3", "reden_ontbreekt=nnb")] {
      session.run(
        "record", "traject_gestart", "traject=\(traject)", "aanbieder=zee-003", "regio=zeeland", "datum=2016-01-04")
      session.run("record", "traject_beeindigd", "traject=\(traject)", "datum=2016-05-02", reden)
    }
    return session
  }

  @Test func `a wrong word is pointed at, with the nearest`() {
    let session = Self.session()
    let wrong = session.run("query", "uitval_breed per aanbeder")
    #expect(wrong.status == 2)
    #expect(wrong.err.contains("'aanbeder' is not a dimension; did you mean 'aanbieder'?"))
    #expect(wrong.err.contains("  uitval_breed per aanbeder\n                   ^\n"))
    #expect(session.run("query", "uitval_breed", "waar", "jaar", "=", "1999").out.contains("'jaar = 1999'"))
  }

  @Test func `why lists each fact once, in numerator, denominator or left out`() {
    let session = Self.session()
    let text = session.run("--lang", "nl", "why", "uitval_breed waar regio = zeeland")
    #expect(text.status == 0)
    #expect(text.out.contains("1 van 2 trajecten = 50,0 %"))
    for part in [
      "in teller en noemer (1)", "alleen in de noemer (1)", "niet meegeteld", "traject T-3", "hier vastgelegd",
    ] {
      #expect(text.out.contains(part), "\(part)")
    }
    let json = session.run("--format", "json", "why", "uitval_breed").out
    for name in ["\"counted\":[{", "\"not_counted\":[{", "\"missing\":[{", "\"definition\":\"uitval_breed@1\""] {
      #expect(json.contains(name), "\(name)")
    }
    let csv = session.run("--format", "csv", "why", "uitval_breed").out.split(separator: "\n")
    #expect(csv.count == 4)
  }

  @Test func `a break in the series is told beside JSON and CSV too, which stay as they are`() {
    let session = Self.session()
    for (rule, from) in [("reden = 03", "geldig_van=2016-01-01"), ("reden in (03, 04)", "geldig_van=2016-05-02")] {
      session.run(
        "record", "definitie", "indicator=weg", "tabel=traject_beeindigd", "tekst=weg", "teller=\(rule)", from)
    }
    session.run("record", "traject_beeindigd", "traject=T-4", "datum=2016-02-01", "reden=01")
    for format in ["json", "csv", "table"] {
      let result = session.run("--format", format, "query", "weg per kwartaal")
      #expect((format == "table" ? result.out : result.err).contains("the series breaks on 2016-05-02"), "\(format)")
    }
    #expect(session.run("--format", "json", "query", "weg per kwartaal").out.hasPrefix("[{"))
    // A figure is defended by the rule that held for it.
    func why(_ period: String) -> String { session.run("why", "weg waar kwartaal = \(period)").out }
    let (before, after) = ("rule before 2016-05-02: traject_beeindigd; teller: reden = 03", "rule from 2016-05-02 on: ")
    #expect(why("2016k1").contains(before) && !why("2016k1").contains(after))
    #expect(why("2016k2").contains(after + "traject_beeindigd; teller: reden in (03, 04)"))
    #expect(!why("2016k2").contains(before))
    for text in [session.run("why", "weg").out, session.run("indicators", "weg").out] {
      #expect(text.contains(before) && text.contains(after))
    }
  }

  @Test func `what cannot be asked is pointed at, with what can be`() {
    let session = Self.session()
    for (question, pointer, words) in [
      ("uitval_breed per informant", "                   ^", "it can by region, municipality, provider"),
      ("tevredenheid per schaal", "                   ^", "each scale gets a row of its own"),
      ("uitval_breed per foo", "                   ^", "choose from region, municipality"),
      ("foo", "  ^", "'veldlog indicators' names them all"),
      ("uitval_breed waar regio = mars", "                            ^", "'veldlog codebook regio' shows it"),
    ] {
      let result = session.run("query", question)
      #expect(result.status == 2 && result.out.isEmpty, "\(question)")
      #expect(result.err.contains(words) && result.err.contains("  \(question)\n\(pointer)\n"), "\(result.err)")
    }
    #expect(session.run("query", "uitgave per jaar").out.contains("there is no fact of kind uitgave yet"))
    #expect(session.run("codebook", "regio").out.contains("zeeland"))
  }

  @Test func `tables and screens stay within ASCII where that is asked`() {
    let session = Self.session()
    for command in [
      ["query", "uitval_breed per aanbieder"], ["dashboard"], ["dashboard", "aanbieders"], ["why", "uitval_breed"],
    ] {
      let result = session.run(["--ascii", "--lang", "nl"] + command)
      #expect(result.status == 0 && !result.out.isEmpty)
      #expect(result.out.utf8.allSatisfy { $0 < 0x80 }, "\(command): \(result.out)")
      #expect(!session.run(["--lang", "nl"] + command).out.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `as of a day before there was anything nothing counts, and a wrong day is refused`() {
    let session = Self.session()
    #expect(session.run("--format", "json", "query", "uitstroom", "--as-of", "2001-01-01").out.contains("\"n\":0"))
    #expect(session.run("--format", "json", "query", "uitstroom", "--as-of", "2999-01-01").out.contains("\"n\":3"))
    let wrong = session.run("query", "uitstroom", "--as-of", "gisteren")
    #expect(wrong.status == 2 && wrong.err.contains("'gisteren' is no day"))
    #expect(session.run("changed", "uitstroom").status == 2)
  }

  @Test func `what changed since a day adds up`() {
    let session = Self.session()
    let text = session.run("changed", "uitval_breed", "--since", "2001-01-01")
    #expect(text.status == 0 && text.out.contains("these facts account for the whole difference"))
    #expect(text.out.contains("3 newly recorded"))
    let json = session.run("--format", "json", "changed", "uitval_breed", "--since", "2001-01-01").out
    #expect(json.contains("\"whole\":true") && json.contains("\"reason\":\"nieuw\""))
    #expect(session.run("changed", "uitval_breed", "--since", "2999-01-01").out.contains("nothing has changed"))
  }

  @Test func `a screen says what open conflicts may make of its figures, from the snapshot too`() {
    let session = SyncSessionTests.pair()
    let (share, other) = (session.path + "/share", session.path + "/v")
    session.run("record", "traject_gestart", "traject=T-1", "aanbieder=zee-003", "regio=zeeland", "datum=2016-01-04")
    session.run("record", "traject_beeindigd", "traject=T-1", "datum=2016-02-27", "reden=01")
    session.run("--dir", other, "record", "traject_beeindigd", "traject=T-1", "datum=2016-02-27", "reden=03")
    session.run("--dir", other, "sync", share)
    session.run("sync", share)
    for _ in 1...2 {
      let screen = session.run("dashboard")
      #expect(screen.out.contains("( ) with every choice in the open conflicts: Uitval (narrow) 0.0 – 100.0%"))
      #expect(session.run("--format", "json", "dashboard").out.contains("\"least\":0,"))
    }
  }

  @Test func `figures can be split by the log that they come from`() {
    let session = SyncSessionTests.pair()
    let share = session.path + "/share"
    for (folder, traject) in [("w", "T-1"), ("v", "T-2")] {
      session.run(
        "--dir", session.path + "/" + folder, "record", "traject_beeindigd", "traject=\(traject)", "datum=2016-05-02",
        "reden=01")
      session.run("--dir", session.path + "/" + folder, "sync", share)
    }
    session.run("sync", share)
    let json = session.run("--format", "json", "query", "uitstroom", "--per-log").out
    #expect(json.split(separator: "\"log\":\"").count == 3)
    #expect(session.run("--format", "json", "query", "uitstroom").out.contains("\"n\":2"))
  }

  @Test func `a definition that cannot be counted is not recorded, one that can is asked for like any other`() {
    let session = Self.session()
    let wrong = session.run(
      "record", "definitie", "indicator=proef", "tabel=traject_beeindigd", "teller=reden = 3", "--lang", "nl")
    #expect(wrong.status == 1 && wrong.err.contains("reden kan niet '3' zijn"))
    #expect(
      session.run(
        "record", "definitie", "indicator=proef", "tabel=traject_beeindigd", "teller=reden = 03", "noemer=reden bekend"
      ).status == 0)
    let json = session.run("--format", "json", "query", "proef per aanbieder").out
    #expect(json.contains("\"proef\":{\"high\"") && json.contains("\"value\":0.5"))
    let list = session.run("indicators")
    #expect(list.status == 0 && list.out.contains("proef") && list.out.contains("uitval_breed"))
    #expect(session.run("indicators", "proef").out.contains("teller: reden = 03"))
    #expect(session.run("indicators", "profe").status == 2)
    #expect(session.run("dashboard", "aanbieders", "--indicator", "proef").out.contains("zee-003"))
    #expect(session.run("dashboard", "aanbieders", "--indicator", "profe").status == 2)
  }
}
