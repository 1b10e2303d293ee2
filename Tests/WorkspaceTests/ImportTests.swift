import CanonicalJSON
import EventLog
import Platform
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Workspace

@Suite struct ImportTests {
  @Test func `the same file again records nothing, and next month's file only what is new`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(40))
    #expect(try fixture.load("a.csv").counts == [40, 40, 0, 0, 0])
    let before = try fixture.disk()
    let again = try fixture.load("a.csv")
    #expect(again.counts == [40, 0, 40, 0, 0])
    #expect(again.reference == nil)
    #expect(again.json["ref"] == .null)
    #expect(try fixture.disk().filter { !$0.key.hasSuffix(".lock") } == before.filter { !$0.key.hasSuffix(".lock") })
    try fixture.file("b.csv", ImportFixture.trajecten(50))
    #expect(try fixture.load("b.csv").counts == [50, 10, 40, 0, 0])
  }

  @Test func `bad rows never stop the good ones, and lie in the rejects file with their reasons`() throws {
    let fixture = try ImportFixture()
    let bad = (1...25).map { "X-\($0);zee-003;Zeelnd;31-2-2016\n" }.joined()
    try fixture.file("a.csv", ImportFixture.trajecten(1000) + bad)
    let report = try fixture.load("a.csv")
    #expect(report.counts == [1025, 1000, 0, 0, 25])
    #expect(report.hasSetAside)
    let lines = try fixture.text("a.csv.rejected.csv").split(separator: "\n")
    #expect(lines.count == 26)
    #expect(lines[0] == "traject;aanbieder;regio;datum;veldlog: reden")
    #expect(lines[1].hasPrefix("X-1;zee-003;Zeelnd;31-2-2016;"))
    #expect(lines[1].contains("regel 1002: "))
    #expect(lines[1].contains("31-2-2016' bestaat niet"))
    #expect(lines[1].contains("bedoelt u zeeland?"))
    #expect(try fixture.load("a.csv").counts == [1025, 0, 1000, 0, 25])
  }

  @Test func `a mended rejects file is imported as it is`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "traject;aanbieder;datum\nT-1;zee-003;31-2-2016\n")
    try fixture.load("a.csv")
    let mended = try fixture.text("a.csv.rejected.csv").split(separator: "\n").map { line in
      line.hasPrefix("T-1") ? "T-1;zee-003;1-3-2016;" : String(line)
    }
    try fixture.file("b.csv", mended.joined(separator: "\n") + "\n")
    #expect(try fixture.load("b.csv").counts == [1, 1, 0, 0, 0])
  }

  @Test func `an import ends with its own fact and a checkpoint`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(3))
    let report = try fixture.load("a.csv")
    let state = try fixture.workspace.ownState()
    let row = try state.row(named: report.reference?.text ?? "", own: fixture.workspace.log)
    let payload = try #require(state.table.payloadObject(row))
    let kind = try #require(Vocabulary.standard.kind(named: "import"))
    #expect(Vocabulary.standard.problems(in: payload, kind: kind).isEmpty)
    #expect(payload["bestand"] == "a.csv")
    #expect(payload["kind"] == "traject_gestart")
    #expect(payload["rijen"] == 3)
    #expect(payload["eerste"]?.stringValue == state.table.reference(row - 3).text)
    #expect(payload["laatste"]?.stringValue == state.table.reference(row - 1).text)
    #expect(state.table.kindName(row + 1) == "checkpoint")
    #expect(try #require(state.table.branch(of: fixture.workspace.log)).rows.upperBound == row + 2)
  }

  @Test func `columns are known by name or label, whatever the capitals, accents and spaces`() throws {
    let fixture = try ImportFixture()
    try fixture.file(
      "a.csv", "TRAJECT, Provider ,Prijs vooraf,Date,Cliëntprofiel\nT-1,zee-003,\"€ 1.234,50\",2 mrt 2016,c3\n")
    #expect(try fixture.load("a.csv").counts == [1, 1, 0, 0, 0])
    let payload = try #require(try fixture.payloads("traject_gestart").first)
    #expect(payload["prijs_vooraf_cent"] == 123450)
    #expect(payload["datum"] == "2016-03-02")
    #expect(payload["profiel"] == "c3")
  }

  @Test func `a column that is no field refuses the whole file, until it is mapped or left out`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "trajekt,aanbieder,datum,opmerking\nT-1,zee-003,2016-03-02,x\n")
    let before = try fixture.disk()
    let error = #expect(throws: ImportError.self) { try fixture.load("a.csv") }
    guard case .unknownColumn("trajekt", _, let nearest)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(nearest.first == "traject")
    #expect(try fixture.disk() == before)
    let report = try fixture.load("a.csv") {
      $0.mappings = [.init(column: "Trajekt", field: "traject"), .init(column: "opmerking", field: nil)]
    }
    #expect(report.counts == [1, 1, 0, 0, 0])
    #expect(report.leftOutColumns == ["opmerking"])
  }

  @Test func `mistakes in a mapping refuse the file`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "traject,aanbieder,datum,x\nT-1,zee-003,2016-03-02,1\n")
    for (column, field) in [("y", "regio"), ("x", "nergens"), ("x", "datum")] {
      #expect(throws: ImportError.self, "\(column)=\(field)") {
        try fixture.load("a.csv") { $0.mappings = [.init(column: column, field: field)] }
      }
    }
  }

  @Test func `a column with the kind makes a file of several kinds, and --kind is not needed`() throws {
    let fixture = try ImportFixture()
    try fixture.file(
      "a.csv",
      """
      kind,traject,aanbieder,datum,reden
      traject_gestart,T-1,zee-003,2016-03-02,
      traject_beeindigd,T-1,,2016-05-02,01
      traject_beeindigt,T-2,,2016-05-02,01
      traject_gestart,T-3,zee-003,2016-03-02,01
      lid,T-3,,,
      """)
    #expect(try fixture.load("a.csv", kind: nil).counts == [5, 2, 0, 0, 3])
    let rejects = try fixture.text("a.csv.rejected.csv")
    #expect(rejects.contains("bedoelt u 'traject_beeindigd'"))
    #expect(rejects.contains("traject_gestart heeft geen veld 'reden'"))
    try fixture.file("b.csv", "traject\nT-1\n")
    #expect(throws: ImportError.self) { try fixture.load("b.csv", kind: nil) }
  }

  @Test func `a dry run says what would happen and leaves the disk as it was`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(3) + "T-1;zee-004;Zeeland;2-2-2016\nT-9;;;\n")
    let before = try fixture.disk()
    let report = try fixture.load("a.csv") {
      $0.isDryRun = true
      $0.isUpdating = true
    }
    #expect(report.counts == [5, 3, 0, 0, 2])
    #expect(report.rejects.map(\.line) == [5, 6])
    #expect(try fixture.disk() == before)
  }

  @Test func `a prefix goes before ids of people and their trajecten only, and not twice`() throws {
    let fixture = try ImportFixture()
    try fixture.file(
      "a.csv", "traject,aanbieder,regio,datum,pseudoniem\n7,p1,zeeland,2016-03-02,J1\nzee-8,p1,zeeland,2016-03-02,\n")
    try fixture.load("a.csv") { $0.prefix = "zee-" }
    let payloads = try fixture.payloads("traject_gestart")
    #expect(payloads.map { $0["traject"] } == ["zee-7", "zee-8"])
    #expect(payloads[0]["pseudoniem"] == "zee-J1")
    #expect(payloads[0]["aanbieder"] == "p1")
    #expect(payloads[0]["regio"] == "zeeland")
    #expect(throws: ImportError.self) { try fixture.load("a.csv") { $0.prefix = " " } }
  }

  @Test func `an ambiguous number is refused with both readings`() throws {
    let fixture = try ImportFixture()
    let header = "traject;informant;instrument;vraag;score;schaal_min;schaal_max\n"
    try fixture.file("a.csv", header + "T-1;jeugdige;exit;nut;7,5;1;10\nT-2;jeugdige;exit;nut;4.675;1;10\n")
    #expect(try fixture.load("a.csv", kind: "tevredenheid").counts == [2, 1, 0, 0, 1])
    #expect(try fixture.payloads("tevredenheid").map { $0["score"] } == [.number(7.5)])
    let rejects = try fixture.text("a.csv.rejected.csv")
    #expect(rejects.contains("'4.675' kan 4,675 zijn of 4675"))
  }

  @Test func `ragged rows and open quotes are set aside, whole`() throws {
    let fixture = try ImportFixture()
    try fixture.file(
      "a.csv",
      "traject;aanbieder;datum\nT-1;zee-003\nT-2;zee-003;2016-03-02;x;y\n\"T-3;zee-003;2016-03-02\nT-4;p;2016-03-02\n")
    #expect(try fixture.load("a.csv").counts == [4, 1, 0, 0, 3])
    let lines = try fixture.text("a.csv.rejected.csv").split(separator: "\n")
    #expect(lines[1] == "T-1;zee-003;;regel 2: de rij heeft 2 cellen en de kop 3")
    #expect(lines[2].hasPrefix("T-2;zee-003;\"2016-03-02;x;y\";"))
    #expect(lines[3].contains("regel 4: het aanhalingsteken"))
  }

  @Test func `windows-1252 with its own line ends is read, and said`() throws {
    let fixture = try ImportFixture()
    let text =
      Array("traject;aanbieder;datum;zorgvraag\r\nT-1;p;2016-03-02;co".utf8) + [0xEB] + Array("rdinatie\r\n".utf8)
    try fixture.file("a.csv", text)
    let report = try fixture.load("a.csv")
    #expect(report.counts == [1, 1, 0, 0, 0])
    #expect(report.encoding == .windows1252)
    #expect(try fixture.payloads("traject_gestart")[0]["zorgvraag"] == "coërdinatie")
  }

  @Test func `lines of JSON are facts, and bad ones are set aside`() throws {
    let fixture = try ImportFixture()
    try fixture.file(
      "a.jsonl",
      """
      {"kind":"traject_gestart","payload":{"traject":"T-1","aanbieder":"p","datum":"2016-03-02"}}

      {"payload":{"traject":"T-1","datum":"2016-05-02","reden":"01"}}
      {"payload":{"traject":"T-1"}
      {"payload":{"traject":"T-2","datum":"2016-05-02","redn":"01"}}
      {"payload":{"traject":"T-3","datum":"2016-05-02"},"extra":1}
      {"kind":"lid","payload":{}}
      """)
    #expect(try fixture.load("a.jsonl", kind: "traject_beeindigd").counts == [6, 2, 0, 0, 4])
    #expect(try fixture.load("a.jsonl", kind: "traject_beeindigd").counts == [6, 0, 2, 0, 4])
    let rejects = try fixture.text("a.jsonl.rejected.csv")
    #expect(rejects.hasPrefix("json,veldlog: reden\n"))
    #expect(rejects.contains("bedoelt u reden?"))
  }

  @Test func `a line of JSON can name what it replaces, and is recorded once`() throws {
    let fixture = try ImportFixture()
    let old = try Recording(fixture.workspace).record(
      "traject_beeindigd", payload(["traject": "T-1", "datum": "2016-05-02", "reden": "01"])
    ).reference
    let line = #"{"kind":"traject_beeindigd","payload":{"traject":"T-1","datum":"2016-05-02","reden":"03"},"#
    try fixture.file("a.jsonl", line + #""replaces":["\#(old.text)"]}"#)
    #expect(try fixture.load("a.jsonl", kind: nil).counts == [1, 1, 0, 0, 0])
    #expect(try fixture.payloads("traject_beeindigd").map { $0["reden"] } == ["03"])
    #expect(try fixture.load("a.jsonl", kind: nil).counts == [1, 0, 1, 0, 0])
    #expect(try fixture.workspace.state().conflicts.isEmpty)
  }

  @Test func `a file that is no file of facts is refused`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.xlsx", "PK")
    try fixture.file("b.csv", "")
    try fixture.file("c.jsonl", "\n \n")
    for name in ["a.xlsx", "b.csv", "c.jsonl"] {
      #expect(throws: ImportError.self, "\(name)") { try fixture.load(name) }
    }
    #expect(throws: FileError.self) { try fixture.load("d.csv") }
    #expect(throws: WorkspaceError.self) { try fixture.load("b.csv", kind: "lid") }
  }

  @Test func `rejects go to the workspace where the file's folder cannot take them`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "traject;aanbieder;datum\nT-1;p;x\n")
    // A folder of that name stands in the way, which holds for root as well.
    try fixture.files.makeFolder(fixture.folder.path + "/.tmp-a.csv.rejected.csv", mode: 0o700)
    try fixture.file(".tmp-a.csv.rejected.csv/x", "")
    let report = try fixture.load("a.csv")
    #expect(report.isRejectsElsewhere)
    #expect(report.rejectsPath == fixture.workspace.root + "/a.csv.rejected.csv")
    #expect(try fixture.text("w/a.csv.rejected.csv").contains("T-1;p;x;"))
  }

  @Test func `rejected rows of another month are kept beside the new ones`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "traject;aanbieder;datum\nT-1;p;x\n")
    try fixture.load("a.csv")
    try fixture.file("a.csv", "traject;aanbieder;datum\nT-2;p;x\n")
    try fixture.load("a.csv")
    #expect(try fixture.text("a.csv.rejected.csv").contains("T-2;p;x;"))
    #expect(try fixture.text("a.csv.rejected.csv.1").contains("T-1;p;x;"))
  }
}
