import CanonicalJSON
import EventLog
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

@Suite struct FactExportTests {
  private static func rows(_ export: FactExport) -> [[String: String]] {
    var rows: [[String: String]] = []
    export.forEachRow { values in
      let cells = zip(export.columns, values.map(FactExport.cell)).filter { !$0.1.isEmpty }
      rows.append(Dictionary(uniqueKeysWithValues: cells))
    }
    return rows
  }

  @Test func `only facts that count are in it, in the order of their slot`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "traject,datum,reden\nT-2,2016-05-02,01\nT-1,2016-05-02,01\nT-3,2016-05-02,02\n")
    let report = try fixture.load("a.csv", kind: "traject_beeindigd")
    let last = report.reference!.seq - 1
    _ = try Recording(fixture.workspace).correct(":\(last)", ["reden": "04"], reason: "nagekeken")
    _ = try Recording(fixture.workspace).retract(":\(last - 1)", reason: "dubbel")
    let rows = Self.rows(try FactExport(of: "traject_beeindigd", in: fixture.workspace))
    #expect(rows.map { $0["traject"] } == ["T-2", "T-3"])
    #expect(rows.map { $0["reden"] } == ["01", "04"])
    #expect(rows[0]["log"] == fixture.workspace.log.text)
    #expect(rows[0]["ref"] == "\(report.reference!.log):\(last - 2)#" + (rows[0]["ref"]?.suffix(4) ?? ""))
    #expect(rows[0]["at"]?.hasSuffix("Z") == true)
  }

  @Test func `numbers in a slot sort as numbers`() throws {
    let fixture = try ImportFixture()
    try fixture.file(
      "a.csv", "traject,doel_nr,moment,score\nT-1,10,eind,1\nT-1,9,eind,-2\n")
    try fixture.load("a.csv", kind: "doelscore")
    let rows = Self.rows(try FactExport(of: "doelscore", in: fixture.workspace))
    #expect(rows.map { $0["doel_nr"] } == ["9", "10"])
    #expect(rows[0]["score"] == "-2")
  }

  @Test(arguments: ["=1+1", "+31", "-x", "@som", "\tx"])
  func `a text that a spreadsheet would run gets an apostrophe`(_ text: String) {
    #expect(FactExport.cell(.string(text)) == "'" + text)
  }

  @Test func `other values stay as they are`() {
    #expect(FactExport.cell(.string("a=b")) == "a=b")
    #expect(FactExport.cell(.integer(-2)) == "-2")
    #expect(FactExport.cell(.number(-7.5)) == "-7.5")
    #expect(FactExport.cell(.array(["R1", "R2"])) == "R1|R2")
    #expect(FactExport.cell(.bool(true)) == "true")
    #expect(FactExport.cell(nil) == "")
  }

  @Test func `what is private is given only when it is asked for`() throws {
    let fixture = try ImportFixture()
    let recording = try Recording(fixture.workspace)
    _ = try recording.record("respondent_naam", payload(["respondent": "R1", "naam": "een naam"]))
    _ = try recording.record("intake", payload(["traject": "T-1", "datum": "2016-02-01"]), audience: .prive)
    #expect(throws: WorkspaceError.self) { try FactExport(of: "respondent_naam", in: fixture.workspace) }
    let names = try FactExport(of: "respondent_naam", in: fixture.workspace, includesPrivate: true)
    #expect(names.rowCount == 1)
    let export = try FactExport(of: "intake", in: fixture.workspace)
    #expect([export.rowCount, export.privateCount] == [0, 1])
  }

  @Test func `every column has its own name`() throws {
    let fixture = try ImportFixture()
    for kind in Vocabulary.standard.kinds {
      let columns = try FactExport(of: kind.name, in: fixture.workspace, includesPrivate: true).columns
      #expect(Set(columns).count == columns.count, "\(kind.name)")
    }
    #expect(throws: WorkspaceError.self) { try FactExport(of: "traject_gestrt", in: fixture.workspace) }
  }
}
