import Testing

@testable import Vocabulary

struct WordsOfProblemsTests {
  @Test func `an unknown code of a short list is answered with the whole list`() {
    let phrase = Problem.unknownCode(field: "reden", value: "31", list: "reden", nearest: []).phrase
    for code in ["01", "02", "03", "04", "05"] {
      #expect(phrase.dutch.contains(code) && phrase.english.contains(code))
    }
    #expect(phrase.dutch.contains("eenzijdig door de aanbieder"))
    #expect(phrase.english.contains("by the provider alone"))
  }

  @Test func `a code of the stop message in the field of CBS is answered with where it belongs`() {
    let phrase = Problem.unknownCode(field: "reden", value: "32", list: "reden", nearest: []).phrase
    #expect(phrase.dutch.contains("'reden_bron' (wordt reden 03)"))
    #expect(phrase.english.contains("'reden_bron' (becomes reden 03)"))
  }

  @Test func `a bound that only catches nonsense is left out of the codebook, not out of the refusal`() {
    let type = Field.count("aantal", "x", "x").type
    #expect(type.phrase.dutch == "heel getal vanaf 0")
    #expect(FieldType.integer(-2...2).phrase.english == "whole number from -2 to 2")
    #expect(Problem.outOfRange(field: "x", value: "1", expected: type).phrase.dutch.contains("1000000000000"))
  }

  @Test func `an unknown code of a long list is answered with its name and the nearest`() {
    let phrase = Problem.unknownCode(field: "regio", value: "Zeland", list: "regio", nearest: ["zeeland"]).phrase
    #expect(phrase.dutch.contains("zeeland") && phrase.dutch.contains("veldlog codebook regio"))
    #expect(!phrase.dutch.contains("twente"))
  }

  @Test func `a missing field is named in the form that was begun`() {
    let phrase = Problem.missing(
      alternatives: [["traject"], ["aanbieder", "periode"]], absent: [["traject"], ["periode"]]
    ).phrase
    #expect(phrase.dutch == "'periode' ontbreekt")
    let both = Problem.missing(alternatives: [["score"], ["oordeel"]], absent: [["score"], ["oordeel"]]).phrase
    #expect(both.dutch == "nodig is 'score', of 'oordeel'")
    #expect(both.english == "needed is 'score', or 'oordeel'")
  }

  @Test func `an ambiguous number is answered with both readings`() {
    let error = #expect(throws: ReadingError.self) {
      try Field.decimal("score", 0...10, "x", "x").value(reading: "4.675")
    }
    #expect(error?.phrase.dutch.contains("4,675") == true)
    #expect(error?.phrase.dutch.contains(" 4675") == true)
  }

  @Test func `a broken amount is answered with its group`() {
    let error = #expect(throws: ReadingError.self) {
      try Field.cents("bedrag_cent", "x", "x").value(reading: "€85.77.879")
    }
    #expect(error?.phrase.dutch.contains("'77'") == true)
    #expect(error?.phrase.english.contains("'77'") == true)
  }

  @Test func `what a terminal obeys is not passed on to it, and a long value is cut`() {
    let phrase = Problem.noSuchDate(field: "datum", value: "\u{1B}[31m\u{202E}" + String(repeating: "x", count: 500))
      .phrase
    #expect(!phrase.dutch.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(phrase.dutch.count < 200)
  }

  @Test func `the codebook holds every kind once, with its rows, requirements and slot in words`() {
    let codebook = Vocabulary.standard.codebook
    let entries = codebook.chapters.flatMap(\.entries)
    #expect(Set(entries.map(\.kind.name)) == Set(Vocabulary.standard.kinds.map(\.name)))
    #expect(entries.count == Vocabulary.standard.kinds.count)
    for entry in entries {
      #expect(!entry.slot.dutch.isEmpty)
      #expect(entry.rows.allSatisfy { !$0.type.dutch.isEmpty && !$0.type.english.isEmpty })
    }
    #expect(codebook.codeLists.count == Vocabulary.standard.codeLists.count)
    #expect(codebook.commonRows.map(\.field.name).contains("toelichting"))
  }
}
