import Testing

@Suite struct LockSessionTests {
  /// A session with a name in it, and a passphrase in a file.
  static func named() -> (session: Session, file: String) {
    let session = Session.founded()
    session.run("record", "respondent_naam", "respondent=R16", "naam=Voorbeeldnaam")
    session.write("vier woorden zijn genoeg\n", to: session.path + "/passphrase")
    return (session, session.path + "/passphrase")
  }

  @Test func `names are locked and unlocked with a passphrase from a file, and the status needs none`() {
    let (session, file) = Self.named()
    #expect(session.run("--format", "json", "lock", "--status").out == #"{"file":false,"locked":0,"open":1}"# + "\n")
    let closed = session.run("lock", "--passphrase-file", file)
    #expect(closed.status == 0)
    #expect(closed.out.contains("1 fact is locked"))
    #expect(session.run("--format", "json", "lock", "--status").out == #"{"file":true,"locked":1,"open":0}"# + "\n")
    let log = session.run("log", "respondent_naam")
    #expect(log.out.contains("locked"))
    #expect(!log.out.contains("Voorbeeldnaam"))
    #expect(session.run("verify").status == 0)
    let export = session.run("export", "respondent_naam", "--level", "intern", "--audience", "prive")
    #expect(export.err.contains("1 fact is locked and left out"))
    let correct = session.run("correct", ":1", "naam=Andernaam", "--reason", "typefout")
    #expect(correct.status == 1)
    let opened = session.run("lock", "--open", "--passphrase-file", "-", input: "vier woorden zijn genoeg\n")
    #expect(opened.status == 0)
    #expect(session.run("log", "respondent_naam").out.contains("Voorbeeldnaam"))
    #expect(session.run("lock", "--open", "--passphrase-file", file).status == 1)
  }

  @Test func `a wrong passphrase is one sentence, in the reader's language, and nothing changes`() {
    let (session, file) = Self.named()
    session.run("lock", "--passphrase-file", file)
    session.write("een ander wachtwoord\n", to: file)
    for words in [["lock"], ["lock", "--open"]] {
      let english = session.run(words + ["--passphrase-file", file])
      #expect(english.status == 1)
      #expect(english.err == "error: the passphrase is wrong\n")
      let dutch = session.run(words + ["--passphrase-file", file], locale: "nl_NL.UTF-8")
      #expect(dutch.err == "fout: de wachtzin is onjuist\n")
    }
    #expect(session.run("lock", "--status").out.contains("1 fact locked"))
  }

  @Test func `an empty or very short passphrase locks nothing`() {
    let (session, file) = Self.named()
    for text in ["", "\nwoord in regel 2", "kort"] {
      session.write(text, to: file)
      #expect(session.run("lock", "--passphrase-file", file).status == 1)
    }
    #expect(session.run("lock", "--status").out.contains("0 facts locked"))
  }
}
