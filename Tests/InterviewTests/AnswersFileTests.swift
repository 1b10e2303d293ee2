import CanonicalJSON
import Interview
import Testing
import Words

@Suite struct AnswersFileTests {
  private func numbers(_ file: AnswersFile) -> [String?] {
    file.records(interview: "I-0001").map(\.question)
  }

  private func texts(_ file: AnswersFile) -> [String?] {
    file.records(interview: "I-0001").map { $0.payload["tekst"]?.stringValue }
  }

  @Test func `the example in the documentation is read as it says`() {
    let file = AnswersFile(
      """
      # comment, to the end of the line
      4.1: Via wijkteams en huisartsen.
        Een tweede regel van hetzelfde antwoord.
      /doorvraag sinds wanneer?
      2016
      /citaat Er wordt beter gekeken of het korter kan.
      4.2: 110 fte 2015
      4.3: /weetniet
      """, list: .regio)
    #expect(file.problems.isEmpty)
    let records = file.records(interview: "I-0001", known: ["4.2"])
    #expect(Set(records.map(\.question)) == ["4.1", "4.1a", nil, "4.2", "4.3"])
    let byNumber = Dictionary(records.map { ($0.question ?? "quote", $0) }, uniquingKeysWith: { first, _ in first })
    #expect(
      byNumber["4.1"]?.payload["tekst"]?.stringValue
        == "Via wijkteams en huisartsen.\nEen tweede regel van hetzelfde antwoord.")
    #expect(byNumber["4.1a"]?.payload["doorvraag"]?.stringValue == "sinds wanneer?")
    #expect(byNumber["4.1a"]?.payload["tekst"]?.stringValue == "2016")
    #expect(byNumber["quote"]?.payload["tekst"]?.stringValue == "Er wordt beter gekeken of het korter kan.")
    #expect(byNumber["4.2"]?.payload["waarde"] == 110)
    #expect(byNumber["4.2"]?.replacesKnownAnswer == true)
    #expect(byNumber["4.1"]?.replacesKnownAnswer == false)
    #expect(byNumber["4.3"]?.payload["reden_ontbreekt"]?.stringValue == "nnb")
  }

  @Test(arguments: TopicList.all, Language.allCases)
  func `a blank template has no answers and no problems, and can be filled in`(list: TopicList, language: Language) {
    let template = AnswersFile.template(list, language)
    let blank = AnswersFile(template, list: list)
    #expect(blank.entries.isEmpty)
    #expect(blank.problems.isEmpty)
    var filled = ""
    for line in template.split(separator: "\n", omittingEmptySubsequences: false) {
      let isPlace = line.first?.isNumber == true
      filled += line + (isPlace ? "12 2016" : "") + "\r\n"
    }
    #expect(numbers(AnswersFile(filled, list: list)) == list.questions.map(\.number))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line ends and a byte order mark make no difference`(end: String) {
    let file = AnswersFile("\u{FEFF}1.1: a" + end + "b" + end + end + "1.2: c" + end, list: .regio)
    #expect(texts(file) == ["a\nb", "c"])
    #expect(file.entries.map(\.line) == [1, 4])
  }

  @Test func `an indented line that looks like a number or a comment belongs to the answer`() {
    let file = AnswersFile("1.1: om\n 9.1: uur\n\n  # drie\n# weg\nvijf\n", list: .regio)
    #expect(texts(file) == ["om\n9.1: uur\n\n# drie\nvijf"])
    #expect(file.problems.isEmpty)
  }

  @Test func `every problem is named with its line, and the rest is read`() {
    let file = AnswersFile(
      """
      los
      nog los
      1.1: goed
      10.30: kwam hij binnen
      en dit hoort daarbij
      1.2: /terug
      1.3: a
      1.3: b
      3.2: 5/6 fte 2016
      4.2: 110
      1.4: /weetniet
      maar toch
      2.1: /onbekend
      2.2: tekst
      /doorvraag
      zomaar
      /citaat
      8.1: 4.675 2016
      """, list: .regio)
    #expect(file.problems.map(\.line).sorted() == [1, 4, 6, 8, 9, 10, 11, 13, 15, 17])
    let kinds = file.problems.map(\.kind)
    #expect(kinds.contains(.textBeforeQuestions))
    #expect(kinds.contains(.unknownQuestion("10.30")))
    #expect(kinds.contains(.notInAFile("/terug")))
    #expect(kinds.contains(.answeredTwice("1.3", firstLine: 7)))
    #expect(kinds.contains(.number(.unclear("5/6", ["5 tot 6", "5,6"]), .fte)))
    #expect(kinds.contains(.missingPeriod))
    #expect(kinds.contains(.unknownCommand("/onbekend")))
    #expect(kinds.contains(.followUpWithoutText))
    #expect(kinds.contains(.textAfterCommand))
    #expect(kinds.contains(.quoteWithoutText))
    #expect(Set(numbers(file).compactMap { $0 }) == ["1.1", "1.3", "2.2", "8.1"])
    for problem in file.problems { #expect(problem.phrase.dutch.hasPrefix("regel \(problem.line): ")) }
  }

  @Test func `the same reason twice or a reason after text is told`() {
    #expect(AnswersFile("1.1: tekst\n/weetniet\n", list: .regio).problems.map(\.kind) == [.textAfterCommand])
    #expect(AnswersFile("1.1: /weetniet\ntekst\n", list: .regio).problems.map(\.kind) == [.textAfterCommand])
    #expect(AnswersFile("1.1: /weetniet\n/nvt\n", list: .regio).problems.map(\.kind) == [.textAfterCommand])
  }

  @Test func `an answer with a line that could not be read is not recorded by half`() {
    let file = AnswersFile("1.1: goed\n/overal elders minder\nslot\n1.2: b\n", list: .regio)
    #expect(file.problems.map(\.kind) == [.unknownCommand("/overal")])
    #expect(numbers(file) == ["1.2"])
  }

  @Test func `follow-ups are numbered per question and may be left without an answer`() {
    let file = AnswersFile(
      "1.1: a\n/doorvraag x?\nja\n/followup y?\n/weetniet\n/doorvraag z?\n1.2:\n/doorvraag w?\nnee", list: .regio)
    #expect(numbers(file) == ["1.1", "1.1a", "1.1b", "1.2a"])
    #expect(file.problems.isEmpty)
  }

  @Test func `a follow-up on disk keeps its number, and another gets the next one`() {
    let file = AnswersFile("1.1: a\n/doorvraag x?\nja\n/doorvraag y?\nnee\n", list: .regio)
    let known: Set<String> = ["1.1", "1.1a", "1.1b"]
    let records = file.records(interview: "I-1", known: known, knownFollowUps: ["1.1a": "z?", "1.1b": "x?"])
    #expect(records.map(\.question) == ["1.1", "1.1b", "1.1c"])
    #expect(records.map(\.replacesKnownAnswer) == [true, true, false])
  }

  @Test func `a slash at the start of an answer is written twice`() {
    #expect(texts(AnswersFile("1.1: //over\n//weetniet\n", list: .regio)) == ["/over\n/weetniet"])
  }

  @Test func `a file cut anywhere is read without an answer from nowhere`() {
    let whole = "1.1: a\n/doorvraag x?\nja\n3.2: 5 fte 2016\n/citaat q\n1.2: /nvt\n"
    for count in 0...whole.count {
      let file = AnswersFile(String(whole.prefix(count)), list: .regio)
      #expect(file.entries.count <= 5, "cut after \(count)")
    }
  }
}
