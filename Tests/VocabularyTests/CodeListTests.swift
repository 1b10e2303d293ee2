import Testing
import Vocabulary
import Words

struct CodeListTests {
  let vocabulary = Vocabulary.standard

  private func matched(_ text: String, in list: String) -> String? {
    vocabulary.codeList(named: list)?.code(matching: text)?.value
  }

  @Test func `the 42 regions of 2015 have slugs of their names as codes`() throws {
    let slugs = """
      achterhoek amsterdam-amstelland arnhem drenthe eemland flevoland food-valley friesland gooi-en-vechtstreek \
      groningen haaglanden haarlemmermeer holland-rijnland ijsselland kop-van-noord-holland lekstroom midden-brabant \
      midden-holland midden-ijssel-oost-veluwe midden-kennemerland midden-limburg-oost midden-limburg-west \
      noord-limburg noord-veluwe noord-kennemerland noordoost-brabant rijk-van-nijmegen rijnmond rivierenland twente \
      utrecht-stad utrecht-west west-brabant-oost west-brabant-west west-friesland zaanstreek-waterland zeeland \
      zuid-holland-zuid zuid-kennemerland zuid-limburg zuidoost-brabant zuidoost-utrecht
      """
    let regions = try #require(vocabulary.codeList(named: "regio"))
    #expect(regions.codes.map(\.value) == slugs.split(separator: " ").map(String.init))
    #expect(regions.codes.count == 42)
  }

  @Test(
    arguments: [
      ("Food-Valley", "food-valley"), ("foodvalley", "food-valley"), ("Utrecht", "utrecht-stad"),
      ("Holland-Rijnland", "holland-rijnland"), ("HOLLAND RIJNLAND", "holland-rijnland"),
      ("Alkmaar", "noord-kennemerland"), ("Samen14", "twente"), ("wbw", "west-brabant-west"),
      ("West-Brabant-west", "west-brabant-west"), ("MIJOV", "midden-ijssel-oost-veluwe"),
      ("Midden-IJssel/Oost-Veluwe", "midden-ijssel-oost-veluwe"), ("NO-Brabant", "noordoost-brabant"),
      ("Noord-Oost-Brabant", "noordoost-brabant"), ("Fryslan", "friesland"), (" Zeeland\u{A0}", "zeeland"),
    ])
  func `a region is known by the ways sources write it`(spelling: String, code: String) {
    #expect(matched(spelling, in: "regio") == code)
  }

  @Test func `a region that nobody has is not guessed, only named as near`() throws {
    #expect(matched("Zeland", in: "regio") == nil)
    let regions = try #require(vocabulary.codeList(named: "regio"))
    #expect(regions.nearest(to: "Zeland").first == "zeeland")
    #expect(regions.nearest(to: "midden").count == 3)
    #expect(regions.nearest(to: "qqqqqqqq").isEmpty)
  }

  @Test func `a workspace can add a region of its own`() {
    let wider = vocabulary.adding([Code("ijmond-plus", label: Phrase(same: "IJmond Plus"))], to: "regio")
    #expect(wider.codeList(named: "regio")?.code(matching: "ijmond plus")?.value == "ijmond-plus")
    #expect(wider.codeList(named: "regio")?.codes.count == 43)
    #expect(vocabulary.codeList(named: "regio")?.codes.count == 42)
    #expect(
      wider.adding([Code("zeeland", label: Phrase(same: "x"))], to: "regio").codeList(named: "regio")?.codes.count == 43
    )
  }

  @Test func `a code is known by its value, its label in either language, and without its leading zero`() {
    #expect(matched("01", in: "reden") == "01")
    #expect(matched("1", in: "reden") == "01")
    #expect(matched("Voortijdig afgesloten: eenzijdig door de client", in: "reden") == "03")
    #expect(matched("early, by the provider alone", in: "reden") == "04")
    #expect(matched("11", in: "hulpvorm") == "11")
    #expect(matched("1", in: "hulpvorm") == "01")
    #expect(matched("Outputgericht", in: "inkoopmethode") == "output")
    #expect(matched("", in: "reden") == nil)
    #expect(matched("--", in: "reden") == nil)
  }

  @Test func `scores from ++ to -- keep their signs apart, whatever a source makes of them`() {
    for value in ["++", "+", "+/-", "-", "--", "nnb", "nvt"] { #expect(matched(value, in: "ordinaal") == value) }
    for variant in ["+-/", "+ of -", "±", "+-"] { #expect(matched(variant, in: "ordinaal") == "+/-") }
    #expect(matched("n.n.b.", in: "ordinaal") == "nnb")
    #expect(matched("n.n.b", in: "ordinaal") == "nnb")
    #expect(matched("\u{2212}", in: "ordinaal") == "-")
    #expect(matched("+++", in: "ordinaal") == nil)
  }

  @Test func `a reason of a stop message maps to the reasons of CBS, to none, or to a question`() throws {
    let expected: [String: IJwMapping] = [
      "31": .reden("01"), "34": .reden("02"), "32": .reden("03"), "33": .reden("04"), "35": .reden("05"),
      "02": .reden("05"), "20": .notAnEnding, "36": .ask([]), "37": .notAnEnding, "38": .ask(["03", "02"]),
      "39": .reden("01"),
    ]
    let list = try #require(vocabulary.codeList(named: "reden_ijw"))
    #expect(Set(list.codes.map(\.value)) == Set(expected.keys))
    for (code, mapping) in expected {
      #expect(Vocabulary.reden(forIJw: code) == mapping, "\(code)")
      #expect(list.code(code)?.note == mapping.phrase)
    }
    #expect(Vocabulary.reden(forIJw: "01") == nil)
  }

  @Test func `death in a stop message is not taken for an ending by agreement`() throws {
    let kind = try #require(vocabulary.kind(named: "traject_beeindigd"))
    let reden = try #require(kind.field(named: "reden"))
    let bron = try #require(kind.field(named: "reden_bron"))
    #expect(try reden.value(reading: "02") == "02")
    #expect(throws: ReadingError.self) { try reden.value(reading: "31") }
    #expect(throws: ReadingError.self) { try reden.value(reading: "overlijden") }
    #expect(try bron.value(reading: "2") == "02")
    #expect(vocabulary.codeList(named: "reden_ijw")?.code("02")?.label.dutch == "overlijden")
  }
}
