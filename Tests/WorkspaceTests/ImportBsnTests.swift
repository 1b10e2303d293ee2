import CanonicalJSON
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

@Suite struct ImportBsnTests {
  /// A number of nine digits that passes the elfproef, made from its first eight.
  private static func passing(_ start: Int) -> String {
    for eight in start... {
      let digits = String(eight).utf8.map { Int($0) - 48 }
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) }
      if sum % 11 < 10 { return String(eight) + String(sum % 11) }
    }
    return ""
  }

  private static func numbers(_ count: Int) -> [String] { (0..<count).map { passing(12_300_000 + $0 * 977) } }

  @Test func `a column of that name refuses the file, even when it is to be left out`() throws {
    let fixture = try ImportFixture()
    for name in ["BSN", "client_bsn", "Burgerservicenummer", "sofinummer"] {
      try fixture.file("a.csv", "traject,aanbieder,datum,\(name)\nT-1,p,2016-03-02,1\n")
      let before = try fixture.disk()
      let error = #expect(throws: ImportError.self) {
        try fixture.load("a.csv") { $0.mappings = [.init(column: name, field: nil)] }
      }
      guard case .bsnColumn(name)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(try fixture.disk() == before)
    }
    try fixture.file("a.jsonl", #"{"payload":{"traject":"T-1","bsn":"1"}}"#)
    #expect(throws: ImportError.self) { try fixture.load("a.jsonl") }
  }

  @Test func `a column of which most values pass the elfproef refuses the file`() throws {
    let fixture = try ImportFixture()
    let rows = Self.numbers(3).map { "\($0),p,2016-03-02\n" }.joined()
    for (others, isRefused) in [(0, true), (2, true), (3, false)] {
      let more = (0..<others).map { "T-\($0),p,2016-03-02\n" }.joined()
      try fixture.file("a.csv", "traject,aanbieder,datum\n" + rows + more)
      if isRefused {
        #expect(throws: ImportError.self) { try fixture.load("a.csv") }
      } else {
        #expect(try fixture.load("a.csv").counts == [6, 3, 0, 0, 3])
      }
    }
    let lines = Self.numbers(3).map { #"{"payload":{"traject":"\#($0)","aanbieder":"p","datum":"2016-03-02"}}"# }
    try fixture.file("a.jsonl", lines.joined(separator: "\n"))
    #expect(throws: ImportError.self) { try fixture.load("a.jsonl") }
  }

  @Test func `a single number that passes sets its row aside, and is repeated nowhere`() throws {
    let fixture = try ImportFixture()
    let number = Self.passing(23_456_781)
    try fixture.file(
      "a.csv",
      """
      traject;aanbieder;datum;zorgvraag
      T-1;p;2016-03-02;angst
      T-2;p;2016-03-02;zie \(number) in dossier
      \(number);p;31-2-2016;
      T-4;p;\(number);
      T-5;p;2016-03-02;a;\(number)
      T-6;p;2016-03-02
      """)
    let report = try fixture.load("a.csv")
    #expect(report.counts == [6, 1, 0, 0, 5])
    let rejects = try fixture.text("a.csv.rejected.csv")
    #expect(!rejects.contains(number))
    #expect(rejects.contains("T-2;p;2016-03-02;[bsn];"))
    #expect(rejects.contains("[bsn];p;31-2-2016;;"))
    for (_, problems) in report.rejects {
      for problem in problems { #expect(!problem.dutch.contains(number) && !problem.english.contains(number)) }
    }
    let disk = try fixture.disk().filter { !$0.key.hasSuffix("/a.csv") }
    for (path, bytes) in disk { #expect(!String(decoding: bytes, as: UTF8.self).contains(number), "\(path)") }
  }

  @Test func `a rejected line of JSON repeats no number that passes`() throws {
    let fixture = try ImportFixture()
    let number = Self.passing(34_567_812)
    try fixture.file(
      "a.jsonl",
      """
      {"payload":{"traject":"\(number)","aanbieder":"p","datum":"2016-03-02"}}
      {"payload":{"traject":\(number),"aanbieder":"p","datum":"2016-03-02"}}
      {"payload":{"traject":"T-1","aanbieder":"p","datum":"\(number)"}}
      {"payload":{"traject":"T-1","aanbieder":"p","\(number)":"2016-03-02"}}
      {"payload":{"traject":"\(number)"
      """)
    #expect(try fixture.load("a.jsonl").counts == [5, 0, 0, 0, 5])
    #expect(!(try fixture.text("a.jsonl.rejected.csv")).contains(number))
  }

  @Test func `a file without a header is refused without a word of its first row`() throws {
    let fixture = try ImportFixture()
    let number = Self.passing(45_678_123)
    for (row, isExpected) in [
      ("T-1,Voorbeeldnaam,\(number)", "bsnInHeader(number: 3)"),
      ("traject,bsn \(number),datum", "bsnInHeader(number: 2)"),
      ("T-1,Voorbeeldnaam,2016-03-02", "noKnownColumn(kinds: [\"traject_gestart\"])"),
    ] {
      try fixture.file("a.csv", row + "\nT-2,Voorbeeldnaam,2016-03-02\n")
      let error = #expect(throws: ImportError.self) { try fixture.load("a.csv") }
      #expect(error.map { String(describing: $0) } == isExpected)
    }
  }

  @Test func `dates, amounts and counts are never taken for one`() throws {
    let fixture = try ImportFixture()
    let rows = Self.numbers(4).enumerated().map { "T-\($0),p,20160302,€ \($1)\n" }.joined()
    try fixture.file("a.csv", "traject,aanbieder,datum,prijs_vooraf_cent\n" + rows)
    #expect(try fixture.load("a.csv").counts == [4, 4, 0, 0, 0])
  }
}
