import CanonicalJSON
import Testing

@testable import Vocabulary

struct BsnTests {
  /// Nine digits that begin with the eight of `stem` and pass, made by arithmetic; nil where no last digit does.
  private func passing(_ stem: Int) -> String? {
    let digits = (0..<8).map { stem / Self.power($0) % 10 }
    let sum = digits.enumerated().reduce(0) { $0 + ($1.offset + 2) * $1.element }
    let last = sum % 11
    guard last < 10 else { return nil }
    return padded(stem, to: 8) + String(last)
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * 10 } }

  private func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private func changedLastDigit(_ text: String) -> String {
    let last = Int(text.suffix(1)) ?? 0
    return text.dropLast() + String((last + 1) % 10)
  }

  private var stems: StrideTo<Int> { stride(from: 10_000_019, to: 99_999_999, by: 1_048_573) }

  @Test func `a number made to pass passes, and with another last digit it does not`() {
    for number in stems.compactMap(passing) {
      #expect(Bsn.passesElfproef(number))
      #expect(!Bsn.passesElfproef(changedLastDigit(number)))
    }
  }

  @Test func `dots and spaces make no difference, and eight digits have a zero before them`() throws {
    let number = try #require(stems.lazy.compactMap(passing).first)
    let (a, b, c) = (number.prefix(4), number.dropFirst(4).prefix(2), number.suffix(3))
    #expect(Bsn.passesElfproef("\(a).\(b).\(c)"))
    #expect(Bsn.passesElfproef(" \(a) \(b)\u{A0}\(c) "))
    let short = try #require((1_000_003..<1_000_100).lazy.compactMap(passing).first)
    #expect(short.hasPrefix("0"))
    #expect(Bsn.passesElfproef(String(short.dropFirst())))
  }

  /// Case R-19.
  @Test func `about one number in eleven passes by chance`() {
    let passed = (100_000_000..<100_011_000).filter { Bsn.passesElfproef(String($0)) }.count
    #expect((900...1100).contains(passed))
  }

  @Test func `the stand-ins for a missing number are refused too`() {
    #expect(Bsn.passesElfproef(String(repeating: "9", count: 9)))
    #expect(Bsn.passesElfproef(String(repeating: "0", count: 9)))
  }

  @Test(arguments: ["", "1", "1234567", "12345678901", "abcdefghi", "12345678x", "٠٠٠٠٠٠٠٠٠"])
  func `what is not eight or nine digits does not pass`(text: String) {
    #expect(!Bsn.passesElfproef(text))
  }

  @Test(
    arguments: [
      "bsn", "BSN", "Bsn-nummer", "client_bsn", "clientBSN", "BSN client", "b.s.n.", "burgerservicenummer",
      "Burger Service Nummer", "sofinummer", "SOFI-nr", "citizen service number", "bsnnr",
    ])
  func `a field meant for it is known by its name`(name: String) {
    #expect(Bsn.isFieldName(name))
  }

  @Test(arguments: ["traject", "naam", "absent", "clubsnaam", "sofia", "nummer", "", "bs_n1"])
  func `other names are left alone`(name: String) {
    #expect(!Bsn.isFieldName(name))
  }

  @Test func `it is found inside longer text, between anything but digits`() throws {
    let number = try #require(stems.lazy.compactMap(passing).first)
    #expect(Bsn.isIn("zie dossier \(number), blad 2"))
    #expect(Bsn.isIn("T\(number)"))
    #expect(Bsn.isIn("\(number)"))
    #expect(!Bsn.isIn("1\(number)"))
    #expect(!Bsn.isIn("\(number)1"))
    #expect(!Bsn.isIn("geen nummer"))
    #expect(!Bsn.isIn(""))
  }

  /// A day whose eight digits pass by chance.
  private func passingDay() throws -> String {
    let days = (2010...2019).flatMap { year in (1...12).flatMap { month in (1...28).map { (year, month, $0) } } }
    let texts = days.map { "\($0.0)" + padded($0.1, to: 2) + padded($0.2, to: 2) }
    return try #require(texts.first(where: Bsn.passesElfproef))
  }

  @Test func `only text, codes and references are looked through, never days, amounts or counts`() throws {
    let day = try passingDay()
    #expect(try Field.date("datum", "x", "x").value(reading: day).stringValue?.count == 10)
    #expect(try Field.cents("bedrag_cent", "x", "x").value(reading: day).integerValue != nil)
    #expect(try Field.count("aantal", "x", "x").value(reading: day).integerValue != nil)
    let screened: [Field] = [
      .text("tekst", "x", "x"), .reference("traject", .traject, "x", "x"), .code("reden", "reden", "x", "x"),
      .code("vraag", "tevredenheidsvraag", "x", "x"), .texts("namen", "x", "x"),
    ]
    for field in screened {
      let error = #expect(throws: ReadingError.self) { try field.value(reading: day) }
      #expect(error?.reason == .bsn)
      #expect(error?.text == "")
    }
  }

  @Test func `a file may be named after a day, not after a person`() throws {
    let name = Field("bestand", .fileName, "x", "x", [])
    #expect(try name.value(reading: "uitvoer_\(passingDay()).csv").stringValue != nil)
    let number = try #require(stems.lazy.compactMap(passing).first)
    #expect(throws: ReadingError.self) { try name.value(reading: "\(number).csv") }
  }

  @Test func `the checker refuses it in any field of text, the note included, without repeating it`() throws {
    let vocabulary = Vocabulary.standard
    let number = try #require(stems.lazy.compactMap(passing).first)
    let kind = try #require(vocabulary.kind(named: "traject_gestart"))
    for name in ["traject", "aanbieder", "regio", "zorgvraag", "toelichting", "bron"] {
      var payload = kind.example
      payload[name] = .string(number)
      let problems = vocabulary.problems(in: payload, kind: kind)
      #expect(problems == [.bsnValue(field: name)])
      for problem in problems {
        #expect(!problem.phrase.dutch.contains(number) && !problem.phrase.english.contains(number))
      }
    }
    var payload = kind.example
    payload["client_bsn"] = "x"
    #expect(vocabulary.problems(in: payload, kind: kind) == [.bsnField(name: "client_bsn")])
  }
}
