import Interview
import Testing

@Suite struct RespondentCodeTests {
  @Test(arguments: ["R16", "r1", "I-0007", "zee-R3", "16", "WBW-01", "R16-2"])
  func `letters and a number are a code`(code: String) {
    #expect(RespondentCode.problem(with: code) == nil)
  }

  @Test func `what may be a name is refused with what is wrong`() {
    #expect(RespondentCode.problem(with: "") == .empty)
    #expect(RespondentCode.problem(with: "Anna B2") == .hasSpace("Anna B2"))
    #expect(RespondentCode.problem(with: "wethouder1") == .looksLikeName("wethouder1"))
    #expect(RespondentCode.problem(with: "Bo") == .looksLikeName("Bo"))
    #expect(RespondentCode.problem(with: "R-") == .looksLikeName("R-"))
    #expect(RespondentCode.problem(with: "R1_2") == .hasCharacter("R1_2", "_"))
    #expect(RespondentCode.problem(with: "Zoë1") == .hasCharacter("Zoë1", "ë"))
    #expect(RespondentCode.problem(with: "a@b.c1") == .hasCharacter("a@b.c1", "@"))
    #expect(RespondentCode.problem(with: "R" + String(repeating: "1", count: 20)) != nil)
  }

  @Test func `every refusal has words in two languages`() {
    for code in ["", "a b", "naamlang1", "R_1"] {
      let phrase = RespondentCode.problem(with: code)?.phrase
      #expect(phrase != nil && phrase?.dutch != phrase?.english)
    }
  }
}
