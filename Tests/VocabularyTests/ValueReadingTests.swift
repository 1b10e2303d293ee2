import CanonicalJSON
import Testing

@testable import Vocabulary

struct ValueReadingTests {
  private let day = Field.date("datum", "datum", "date")
  private let period = Field.period("periode", "periode", "period")

  private func reason(_ field: Field, _ text: String) -> ReadingError.Reason? {
    do {
      _ = try field.value(reading: text)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(
    arguments: [
      "2016-03-02", "2-3-2016", "02/03/2016", "20160302", "2 maart 2016", "2 mrt 2016", "2 Mrt 2016", "02-03-2016",
      "2.3.2016", "2016/3/2", " 2016-03-02 ", "2016-03-02T00:00:00", "2-3-2016 00:00", "2-mrt-2016", "2 march 2016",
      "2\u{A0}maart\u{A0}2016",
    ])
  func `a day is read in the forms that people and files use, day before month`(text: String) throws {
    #expect(try day.value(reading: text) == "2016-03-02")
  }

  @Test func `a day that CBS marks as unknown is refused as unknown, not as wrong`() {
    #expect(reason(day, "20160300") == .unknownDay)
    #expect(reason(day, "20160000") == .unknownDay)
    #expect(reason(day, "00-03-2016") == .unknownDay)
  }

  @Test func `a day that does not exist, or lies far from any help, is refused`() throws {
    #expect(reason(day, "30-2-2016") == .noSuchDay)
    #expect(reason(day, "29-2-2015") == .noSuchDay)
    #expect(try day.value(reading: "29-2-2016") == "2016-02-29")
    #expect(reason(day, "3/14/2016") == .noSuchDay)
    #expect(reason(day, "1-1-1899") == .implausibleDay)
    #expect(reason(day, "0201-06-03") == .implausibleDay)
  }

  @Test(
    arguments: [
      "2-3-16", "maart 2016", "2016", "2016-03", "gisteren", "1-2-3-2016", "2016-03-02T10:15:00", "2 mars 2016",
      "201603021", "2016-003-02",
    ])
  func `what is not one day is refused`(text: String) {
    #expect(reason(day, text) == .notADate)
  }

  @Test(
    arguments: [
      ("2016", "2016"), ("2016h1", "2016h1"), ("2016k2", "2016k2"), ("2016-03", "2016-03"), ("2016Q2", "2016k2"),
      ("2016 K2", "2016k2"), ("2016-Q4", "2016k4"), ("Q2 2016", "2016k2"), (" 2016H2 ", "2016h2"),
    ])
  func `a period is read in its four forms and kept in one spelling`(text: String, form: String) throws {
    #expect(try period.value(reading: text) == .string(form))
  }

  @Test(arguments: ["2016k5", "2016h3", "2016-13", "2016-1", "16k2", "kwartaal 2", "201603"])
  func `what is not a period is refused`(text: String) {
    #expect(reason(period, text) == .notAPeriod)
  }

  @Test func `yes and no are read in both languages`() throws {
    let field = Field.boolean("crisis", "x", "x")
    for text in ["ja", "J", "yes", "y", "TRUE", "1", " waar "] { #expect(try field.value(reading: text) == true) }
    for text in ["nee", "N", "no", "false", "0"] { #expect(try field.value(reading: text) == false) }
    #expect(reason(field, "misschien") == .notABoolean)
    #expect(reason(field, "2") == .notABoolean)
  }

  @Test func `a code is kept as its value, and an unknown one names its list and the nearest`() throws {
    let field = Field.code("regio", "regio", "x", "x")
    #expect(try field.value(reading: "Food-Valley") == "food-valley")
    #expect(reason(field, "Twnte") == .unknownCode(list: "regio", nearest: ["twente"]))
    let open = Field.code("vraag", "tevredenheidsvraag", "x", "x")
    #expect(try open.value(reading: "Nut") == "nut")
    #expect(try open.value(reading: "wachttijd") == "wachttijd")
  }

  @Test func `a list is parted by the strongest separator in it, and empty places are left out`() throws {
    let field = Field("respondenten", .list(.reference(.respondent)), "x", "x", [])
    #expect(try field.value(reading: "R1, R2") == ["R1", "R2"])
    #expect(try field.value(reading: "R1; R2;") == ["R1", "R2"])
    #expect(try field.value(reading: "a,b | c") == ["a,b", "c"])
    #expect(reason(field, " ; ") == .empty)
  }

  @Test func `text is trimmed and kept in normal form C`() throws {
    let field = Field.text("naam", "x", "x")
    #expect(try field.value(reading: "\u{FEFF} coo\u{308}rdinator \u{A0}") == "coördinator")
    let value = try #require(try field.value(reading: "e\u{301}").stringValue)
    #expect(Array(value.utf8) == [0xC3, 0xA9])
  }

  @Test func `an identifier is kept as it is written, and a broken one is refused`() throws {
    let line = Field.reference("melding", .line, "x", "x")
    #expect(try line.value(reading: "7k3f9q2mx4tz:41#q83v") == "7k3f9q2mx4tz:41#q83v")
    for text in ["7k3f9q2mx4tz:41", "7k3f9q2mx4t:41#q83v", "7k3f9q2mx4tz:041#q83v", "7k3f9q2mx4tz:4x#q83v", ":#"] {
      #expect(reason(line, text) == .malformedReference(.line))
    }
    let traject = Field.reference("traject", .traject, "x", "x")
    #expect(try traject.value(reading: "zee-T/0042b") == "zee-T/0042b")
    // A name has spaces and a code of a person has none; a provider's code may.
    #expect(reason(traject, "zee-T/0042 b") == .malformedReference(.traject))
    let aanbieder = Field.reference("aanbieder", .aanbieder, "x", "x")
    #expect(try aanbieder.value(reading: "zee 003") == "zee 003")
    #expect(reason(traject, "T\u{7}1") == .malformedReference(.traject))
    #expect(reason(traject, String(repeating: "x", count: 201)) == .malformedReference(.traject))
    #expect(reason(Field("tot", .object, "x", "x", []), "{}") == .notFromText)
  }

  /// What `field=value` can say of a value.
  private func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .bool(let flag): flag ? "ja" : "nee"
    case .integer, .number: value.canonicalText.replacing(".", with: ",")
    case .array(let values): values.compactMap(text).joined(separator: "|")
    default: nil
    }
  }

  @Test func `every value of every example can be typed, and reads as itself`() throws {
    for kind in Vocabulary.standard.kinds {
      for member in kind.example.members {
        let field = try #require(kind.field(named: member.key))
        guard field.type != .list(.object), let text = text(member.value) else { continue }
        #expect(try field.value(reading: text) == member.value, "\(kind.name).\(member.key)")
      }
    }
  }
}
