import Testing

/// Figures that leave, and what a DPIA asks, as a person types it.
@Suite struct ExportSessionTests {
  /// Trajecten of two aanbieders: of the first 30, 12 with reden 03; of the second 40, 3 with it.
  private func filled() -> Session {
    let session = Session.founded()
    var starts = "traject;aanbieder;regio;datum;pseudoniem\n"
    var ends = "traject;datum;reden\n"
    for number in 1...70 {
      let isFirst = number <= 30
      starts += "T-\(number);zee-00\(isFirst ? 1 : 2);zeeland;2016-01-10;P-\(number)\n"
      ends += "T-\(number);2016-05-20;\(number <= 12 || number > 67 ? "03" : "01")\n"
    }
    session.write(starts, to: session.path + "/starts.csv")
    session.write(ends, to: session.path + "/ends.csv")
    #expect(session.run("import", session.path + "/starts.csv", "--kind", "traject_gestart").status == 0)
    #expect(session.run("import", session.path + "/ends.csv", "--kind", "traject_beeindigd").status == 0)
    return session
  }

  @Test func `a question leaves without its small numbers, and the export is a fact`() {
    let session = filled()
    let file = session.path + "/uitval.json"
    let made = session.run(
      "--format", "json", "export", "uitval_smal per aanbieder", "--level", "deelbaar", "-o", file, "--recipient",
      "zee-001")
    #expect(made.status == 0)
    #expect(made.out.isEmpty)
    #expect(made.err.contains("below the minimum"))
    let text = session.read(file)
    #expect(text.contains(#""suppressed":true,"value":null"#))
    #expect(!text.contains(#""value":0.075"#))
    #expect(text.contains("Percentages have one decimal"))
    let log = session.run("--format", "json", "log", "export").out
    #expect(
      log.contains(#""niveau":"deelbaar""#) && log.contains(#""ontvanger":"zee-001""#) && log.contains(#""hash""#))
    #expect(session.run("export", "uitval_smal", "--level", "deelbaar", "-o", file).status == 1)
  }

  @Test func `facts of persons do not leave at these levels, and help says what to type`() {
    let session = Session.founded()
    for level in ["deelbaar", "publiek"] {
      let refused = session.run("export", "traject_gestart", "--level", level)
      #expect(refused.status == 1)
      #expect(refused.err.contains("data per person"))
      #expect(refused.err.contains("veldlog export 'uitval_breed per aanbieder'"))
      #expect(refused.out.isEmpty)
    }
    #expect(session.run("export", "traject_gestart", "--level", "intern").status == 0)
    #expect(session.run("export", "uitval_sml", "--level", "publiek").err.contains("uitval_smal"))
  }

  @Test func `a lower minimum needs somebody to have agreed it with`() {
    let session = filled()
    let question = "uitstroom per aanbieder"
    #expect(session.run("export", question, "--level", "deelbaar", "--minimum", "5").err.contains("--recipient"))
    #expect(session.run("export", question, "--level", "deelbaar", "--minimum", "4", "--recipient", "x").status == 2)
    #expect(session.run("export", question, "--level", "publiek", "--minimum", "5", "--recipient", "x").status == 2)
    #expect(session.run("export", question, "--level", "deelbaar", "--minimum", "x").status == 2)
    #expect(session.run("export", question, "--level", "deelbaar", "--minimum", "5", "--recipient", "x").status == 0)
  }

  @Test func `one traject between two exports does not show`() {
    let session = filled()
    #expect(session.run("export", "uitstroom", "--level", "publiek").out.contains("\n70,"))
    session.run(
      "record", "traject_gestart", "traject=T-99", "aanbieder=zee-001", "regio=zeeland", "datum=2016-02-01")
    session.run("record", "traject_beeindigd", "traject=T-99", "datum=2016-06-01", "reden=01")
    let second = session.run("export", "uitstroom", "--level", "publiek")
    #expect(second.status == 0)
    #expect(second.out.hasSuffix(",true\n"), "and not why: that would show that something small changed")
    #expect(second.err.contains("compared with earlier exports"))
  }

  @Test func `who objects leaves every later export, and not level intern`() {
    let session = filled()
    #expect(session.run("export", "instroom per aanbieder", "--level", "deelbaar").err.contains("objected") == false)
    #expect(session.run("record", "bezwaar", "pseudoniem=P-1", "datum=2016-09-05", "door=ouder").status == 0)
    let after = session.run("export", "instroom per regio", "--level", "deelbaar")
    #expect(after.err.contains("of 1 persons who objected"))
    // 70 were told, by aanbieder; 69 would tell who left.
    #expect(after.out.hasSuffix(",true\n"))
    #expect(session.run("--format", "json", "query", "instroom").out.contains(#""n":70"#))
  }

  @Test func `consent withdrawn keeps out until it is given again, and so does a confidential source`() {
    let session = filled()
    let question = ["export", "instroom", "--level", "deelbaar"]
    session.run("record", "toestemming_ingetrokken", "pseudoniem=P-1", "datum=2016-03-01", "waarvoor=onderzoek")
    #expect(session.run(question).err.contains("3 facts of 1 persons"))
    session.run("record", "toestemming", "pseudoniem=P-1", "datum=2016-04-01", "waarvoor=onderzoek")
    #expect(session.run(question).err.contains("persons who objected") == false)
    // The traject and the fact of the source itself.
    session.run("record", "bron", "bron=B-09", "titel=Vertrouwelijk", "vertrouwelijk=ja")
    session.run(
      "record", "traject_gestart", "traject=T-98", "aanbieder=zee-001", "regio=zeeland", "datum=2016-02-01",
      "bron=B-09")
    #expect(session.run(question).err.contains("2 facts of confidential sources"))
  }

  @Test func `privacy names what is held, what left and what is missing, in both languages`() {
    let session = filled()
    session.run("export", "uitstroom per aanbieder", "--level", "deelbaar")
    session.run("record", "bezwaar", "pseudoniem=P-1", "datum=2016-09-05", "door=ouder")
    let english = session.run("privacy")
    #expect(english.status == 0)
    for text in ["traject_gestart", "pseudoniem", "deelbaar", "1 persons", "enrolled on no ground", "0600"] {
      #expect(english.out.contains(text), "\(text)")
    }
    // It tells of persons without saying who.
    #expect(!english.out.contains("P-1"))
    let dutch = session.run("--lang", "nl", "--format", "markdown", "privacy")
    #expect(dutch.out.contains("## Bewaartermijnen") && dutch.out.contains("op geen grondslag"))
    let json = session.run("--format", "json", "privacy").out
    #expect(json.contains(#""kind":"traject_gestart""#) && json.contains(#""objectors":1"#))
    session.run("record", "bewaartermijn", "soort_feit=traject_gestart", "bewaren_tot=2020-12-31", "grond=tien jaar")
    let overdue = session.run("privacy", "--as-of", "2021-01-01")
    #expect(overdue.out.contains("kept longer than their term"))
  }
}
