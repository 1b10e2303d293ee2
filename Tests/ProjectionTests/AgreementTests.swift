import Platform
import Projection
import Testing
import Vocabulary

/// The one-pass reader and the vocabulary's checker must never disagree on what is valid.
@Suite struct AgreementTests {
  @Test func `the example of every kind is taken`() {
    for kind in Vocabulary.standard.kinds {
      let payload = kindExample(kind)
      #expect(isTaken(kind.name, payload) == isGood(kind.name, payload), "\(kind.name)")
    }
  }

  @Test func `a payload cut after any byte is refused by both`() {
    for kind in Vocabulary.standard.kinds {
      let payload = kindExample(kind)
      let cuts = payload.indices.map { Array(payload[..<$0]) }
      #expect(refused(kind.name, cuts) == Array(payload.indices), "\(kind.name)")
    }
  }

  @Test(arguments: [
    #"{"aanbieder":"a","datum":"2016-02-29","traject":"t"}"#, #"{"aanbieder":"a","datum":"2015-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"1899-12-31","traject":"t"}"#, #"{"aanbieder":"a","datum":"1900-01-01","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2100-12-31","traject":"t"}"#, #"{"aanbieder":"a","datum":"2101-01-01","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"20160229","traject":"t"}"#, #"{"aanbieder":"a","datum":20160229,"traject":"t"}"#,
    #"{"aanbieder":"","datum":"2016-02-29","traject":"t"}"#, #"{"aanbieder":" a","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a ","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a b","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a#1","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a,b","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a:1","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"(a)","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","crisis":"ja","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","crisis":false,"datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","crisis":null,"datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","hulpvorm":"2","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","hulpvorm":"","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","intensiteit":"eigen woord","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","intensiteit":"","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","intensiteit":" x","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","onbekend_veld":"x","traject":"t"}"#,
    #"{"aanbieder":"a","bsn":"x","datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","datum":"2016-02-29","traject":"t"}"#,
    #"{"datum":"2016-02-29","aanbieder":"a","traject":"t"}"#, #"{"aanbieder":"a","datum":"2016-02-29"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":-1,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":1.5,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":1e3,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":9007199254740991,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":9007199254740992,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":007,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","prijs_vooraf_cent":-0,"traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","traject":"t","zorgvraag":"twee\nregels"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","traject":"t","zorgvraag":"e\u0301"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","traject":"t","toelichting":""}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","toelichting":"~ } { [ ","traject":"t"}"#,
    #"{"aanbieder":"a", "datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":"a","datum":"2016-02-29","traject":"t"} "#,
    #"{"aanbieder":"a","datum":"2016-02-29","traject":"t"}{}"#, "[]", "", "{}", "null", "{\"a\":1}",
    #"{"aanbieder":["a"],"datum":"2016-02-29","traject":"t"}"#,
    #"{"aanbieder":{"a":1},"datum":"2016-02-29","traject":"t"}"#,
  ])
  func `a traject_gestart is taken when the vocabulary takes it`(payload: String) {
    expectAgreement("traject_gestart", payload)
  }

  @Test(arguments: [
    #"{"doel_nr":1,"moment":"eind","score":2,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","score":3,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","score":-2,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","score":-3,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","score":1.5,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","score":"1","traject":"t"}"#,
    #"{"doel_nr":0,"moment":"eind","score":1,"traject":"t"}"#,
    #"{"doel_nr":1000000,"moment":"eind","score":1,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","traject":"t"}"#, #"{"doel_nr":1,"moment":"eind","oordeel":"deels","traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","oordeel":"beter","traject":"t"}"#,
    #"{"doel_nr":1,"moment":"begin","score":1,"traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","reden_ontbreekt":"nnb","traject":"t"}"#,
    #"{"doel_nr":1,"moment":"eind","oordeel":"behaald","score":-2,"traject":"t"}"#,
  ])
  func `a doelscore is taken when the vocabulary takes it`(payload: String) {
    expectAgreement("doelscore", payload)
  }

  @Test(arguments: [
    #""schaal_max":10,"schaal_min":1,"score":10"#, #""schaal_max":10,"schaal_min":1,"score":10.5"#,
    #""schaal_max":10,"schaal_min":1,"score":0.999"#, #""schaal_max":1,"schaal_min":10,"score":5"#,
    #""schaal_max":1,"schaal_min":1,"score":1"#, #""schaal_max":10,"score":5"#, #""score":5"#, #""schaal_min":1"#,
    #""schaal_max":10,"schaal_min":1,"score":1e1"#, #""schaal_max":10,"schaal_min":1,"score":7.10"#,
    #""schaal_max":10,"schaal_min":1,"score":7.123456789012345"#, #""schaal_max":10,"schaal_min":-1,"score":-0.5"#,
    #""schaal_max":10,"schaal_min":1,"score":1000001"#, #""schaal_max":2000000,"schaal_min":1,"score":5"#,
  ])
  func `a tevredenheid is taken when the vocabulary takes it`(middle: String) {
    expectAgreement("tevredenheid", #"{"informant":"ouder","instrument":"exit",\#(middle),"traject":"t"}"#)
    expectAgreement("tevredenheid", #"{"aanbieder":"a","informant":"ouder","instrument":"exit",\#(middle)}"#)
    for period in ["2016", "2016h1", "2016k4", "2016-12", "2016k5", "2016H1", "2016q1", "0000", "2016-13"] {
      expectAgreement(
        "tevredenheid",
        #"{"aanbieder":"a","informant":"ouder","instrument":"exit","periode":"\#(period)",\#(middle)}"#)
    }
  }

  @Test func `long rows of digits are judged as the vocabulary judges them`() {
    // Nine digits that pass the elfproef, made by arithmetic: 9a+8b+…+2h−i divisible by 11.
    for seed in 0..<40 {
      var digits = (0..<8).map { (seed * 7 + $0 * 3) % 10 }
      let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
      digits.append(sum % 11 % 10)
      let number = digits.map(String.init).joined()
      for text in [
        number, "T-" + number, number.prefix(4) + "." + number.suffix(5), "x" + number.prefix(7), number + "0",
      ] {
        expectAgreement("traject_gestart", #"{"aanbieder":"a","datum":"2016-02-29","traject":"\#(text)"}"#)
        expectAgreement(
          "traject_gestart", #"{"aanbieder":"a","datum":"2016-02-29","traject":"t","zorgvraag":"\#(text)"}"#)
        expectAgreement(
          "traject_gestart", #"{"aanbieder":"a","datum":"2016-02-29","intensiteit":"\#(text)","traject":"t"}"#)
      }
    }
  }

  @Test func `a payload with one byte changed is judged alike by both`() {
    var seed: UInt64 = 42
    for kind in Vocabulary.standard.kinds {
      let payload = kindExample(kind)
      let payloads = (0..<60).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var changed = payload
        let index = Int(seed >> 33) % payload.count
        changed[index] = UInt8(truncatingIfNeeded: 0x20 + (seed >> 20) % 0x5F)
        return changed
      }
      let refused = Set(refused(kind.name, payloads))
      for (place, changed) in payloads.enumerated() {
        #expect(
          refused.contains(place) != isGood(kind.name, changed),
          "\(kind.name): \(String(decoding: changed, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `whatever payloads came before, the next one is read as the only one would be`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    func pick(_ choices: [String]) -> String { choices[Int(random.next() % UInt64(choices.count))] }
    let nothing = String(repeating: "\0", count: 14)
    let payloads = (0..<60).map { _ -> [UInt8] in
      let members: [[String]] = [
        [
          #""aanbieder":"a","#, #""aanbieder":"aan-100","#, #""aanbieder":"aan-100","#, #""aanbieder":"aan-101","#,
          #""aanbieder":"a","#, "", #""aanbieder":"\#(nothing)","#,
        ], ["", "", #""crisis":true,"#, #""crisis":false,"#],
        [#""datum":"2016-02-29","#, #""datum":"2016-03-01","#, #""datum":"2016-02-29","#, #""datum":"2015-02-29","#],
        ["", "", #""hulpvorm":"02","#, #""hulpvorm":"03","#, #""hulpvorm":"2","#],
        ["", #""prijs_vooraf_cent":12,"#, #""prijs_vooraf_cent":12,"#, #""prijs_vooraf_cent":1.5,"#],
        ["", "", #""profiel":"een","#, #""profiel":"12345678","#, #""profiel":"sixteen-letters-","#],
        [
          #""traject":"t""#, #""traject":"T-1""#, #""traject":"T-1""#, #""traject":"abcdefghijklmn""#,
          #""traject":"abcdefghijklmno""#, #""traject":"abcdefghijklmnopqrst""#, #""traject":"T 2""#,
          #""traject":\#(nothing)  "#, #""x":1"#,
        ], ["", "", #","zorgvraag":"Een zin van meer dan zestien letters""#],
      ]
      return Array("{\(members.map(pick).joined())}".utf8)
    }
    let all = projection(payloads.map { ("traject_gestart", String(decoding: $0, as: UTF8.self)) })
    let table = all.table("traject_gestart")
    var row = 0
    for (line, payload) in payloads.enumerated() {
      let text = String(decoding: payload, as: UTF8.self)
      let isTaken = !all.invalidLines.contains(Int32(line))
      #expect(isTaken == isGood("traject_gestart", payload), "seed \(seed): \(text)")
      guard isTaken, row < table.rowCount else { continue }
      let alone = projection([("traject_gestart", text)])
      let only = alone.table("traject_gestart")
      for field in ["aanbieder", "crisis", "hulpvorm", "profiel", "traject", "zorgvraag"] {
        let (found, wanted) = (table.codes(field)[row], only.codes(field)[0])
        #expect(all.strings.string(found) == alone.strings.string(wanted), "seed \(seed): \(field) of \(text)")
      }
      #expect(table.days("datum")[row] == only.days("datum")[0], "seed \(seed): \(text)")
      let prices = [table, only].map { $0.numbers("prijs_vooraf_cent") }
      #expect(prices[0][row].description == prices[1][0].description, "seed \(seed): \(text)")
      row += 1
    }
    #expect(row == table.rowCount, "seed \(seed)")
  }

  private func expectAgreement(_ kind: String, _ payload: String) {
    #expect(isTaken(kind, Array(payload.utf8)) == isGood(kind, Array(payload.utf8)), "\(payload)")
  }

  private func kindExample(_ kind: Kind) -> [UInt8] {
    canonical(kind.example)
  }
}
