import CanonicalJSON
import Testing
import Vocabulary
import Words

@testable import Dashboard

@Suite struct InterviewsTests {
  private var sample: Sample {
    var sample = Sample()
    let people = [
      ("R1", "zeeland", "wethouder", false), ("R2", "zeeland", "regiocoordinator", true),
      ("R3", "twente", "frontlinie", false), ("R4", "utrecht-stad", "raadslid", false),
    ]
    for (code, region, role, isKey) in people {
      sample.add(
        "respondent",
        [
          "respondent": .string(code), "regio": .string(region), "functie": .string(role),
          "sleutelrespondent": .bool(isKey),
        ])
    }
    sample.add("interview", ["interview": "I1", "regio": "zeeland", "datum": "2016-03-09", "respondenten": ["R1"]])
    sample.add("interview", ["interview": "I2", "regio": "zeeland", "datum": "2016-03-02", "respondenten": ["R2"]])
    sample.add("interview", ["interview": "I3", "datum": "2016-03-03", "respondenten": ["R3"]])
    sample.add("controle", ["interview": "I1", "door": "R1", "datum": "2016-04-01", "uitkomst": "akkoord"])
    sample.add("controle", ["interview": "I2", "door": "R2", "datum": "2016-04-01", "uitkomst": "geen_reactie"])
    return sample
  }

  private var screen: Screen {
    InterviewsScreen(sample.material).drawn(Look(width: 100))
  }

  @Test func `a region shows its interviews, whether a key respondent came first, and what was checked`() {
    // The key respondent spoke on 2 March, before the other; no reaction is no check.
    #expect(screen.lines(with: "Zeeland", " 2 ", "ja", "1 van 2").count == 1)
    #expect(screen.lines.contains { $0.text == "     regiocoördinator 1, wethouder 1" })
  }

  @Test func `other programs get the same counts by region and role`() throws {
    let file = try PageDrawing(sample.material).file(Place(.interviews))
    let lines = file.csv.split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "regio,functie,indicator,value,low,high,numerator,n,unit,missing,definition,where")
    for line in [
      "zeeland,,gesprekken,2,,,2,2,gesprekken,0,,", "zeeland,,nagekeken,0.5,,,1,2,gesprekken,0,,",
      "zeeland,,sleutel_eerst,1,,,1,1,regio's,0,,", "zeeland,wethouder,respondenten,1,,,1,1,respondenten,0,,",
      "utrecht-stad,,nagekeken,,,,0,0,gesprekken,0,,",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    let markdown = file.markdown(language: .dutch)
    #expect(markdown.contains("| zeeland | nagekeken | 50,0 % | 1 | 2 | gesprekken |"))
    #expect(markdown.contains("| zeeland | wethouder | respondenten | 1 | 1 | 1 | respondenten |"))
  }

  @Test func `an interview without a region belongs to that of its respondent`() {
    #expect(screen.lines(with: "Twente", "⚠ 1", "⚠ nee", "0 van 1").count == 1)
  }

  @Test func `a region with a respondent and no interview is there, and regions below two are named`() {
    #expect(screen.lines(with: "Utrecht-stad", "⚠ 0", "0 van 0").count == 1)
    #expect(screen.lines(with: "minder dan twee gesprekken: Twente, Utrecht-stad").count == 1)
    #expect(screen.lines(with: "2 verslagen nog niet nagekeken").count == 1)
    #expect(screen.lines(with: "samen", " 3 ", "1 van 3").count == 1)
  }
}
