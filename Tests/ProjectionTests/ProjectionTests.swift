import CivilTime
import Projection
import Testing
import Vocabulary

@Suite struct ProjectionTests {
  private static let start =
    #"{"aanbieder":"zee-003","datum":"2016-02-15","hulpvorm":"02","regio":"zeeland","traject":"T-0042"}"#

  @Test func `each field of a payload stands in its column, and absent ones say so`() throws {
    let projection = projection([
      ("traject_gestart", Self.start),
      ("traject_gestart", #"{"aanbieder":"zee-007","crisis":true,"datum":"2016-03-01","traject":"T-0043"}"#),
    ])
    let table = projection.table("traject_gestart")
    #expect(table.rowCount == 2)
    #expect(table.codes("aanbieder").map(projection.strings.string) == ["zee-003", "zee-007"])
    #expect(table.codes("regio").map(projection.strings.string) == ["zeeland", ""])
    #expect(table.codes("regio")[1] == FactTable.noCode)
    #expect(table.codes("crisis").map(projection.strings.string) == ["", "ja"])
    #expect(table.days("datum")[1] == CivilDate(iso: "2016-03-01")?.days)
    #expect(Array(table.days("aanbieder")) == [FactTable.noDay, FactTable.noDay])
  }

  @Test func `numbers are read exactly, and absent ones are no number`() {
    let table = projection([
      (
        "tevredenheid",
        #"{"informant":"ouder","instrument":"exit","schaal_max":10,"schaal_min":1,"score":7.3,"traject":"T-1"}"#
      ),
      ("tevredenheid", #"{"informant":"ouder","instrument":"exit","reden_ontbreekt":"geweigerd","traject":"T-2"}"#),
      (
        "tevredenheid",
        #"{"informant":"ouder","instrument":"exit","schaal_max":10,"schaal_min":-10,"score":-0.25,"traject":"T-3"}"#
      ),
    ]).table("tevredenheid")
    #expect(table.numbers("score")[0] == 7.3)
    #expect(table.numbers("score")[1].isNaN)
    #expect(table.numbers("score")[2] == -0.25)
  }

  @Test func `an invalid payload is left out and its line kept`() {
    let projection = projection([
      ("traject_gestart", Self.start),
      ("traject_gestart", #"{"aanbieder":"zee-003","datum":"2016-02-30","traject":"T-0044"}"#),
      ("doelscore", #"{"doel_nr":1,"moment":"eind","traject":"T-0042"}"#),
      ("doelscore", "{"),
    ])
    #expect(Array(projection.table("traject_gestart").lines) == [0])
    #expect(projection.invalidLines == [1, 2, 3])
  }

  @Test func `a list has its values by row`() {
    let projection = projection([
      ("interview", #"{"datum":"2016-03-01","interview":"I-1","regio":"zeeland","respondenten":["R1","R2"]}"#),
      ("interview", #"{"datum":"2016-03-02","interview":"I-2","regio":"zeeland","respondenten":["R3"]}"#),
    ])
    let table = projection.table("interview")
    #expect(table.list("respondenten", row: 0).map(projection.strings.string) == ["R1", "R2"])
    #expect(table.list("respondenten", row: 1).map(projection.strings.string) == ["R3"])
    #expect(table.list("regio", row: 0).isEmpty)
  }

  @Test func `an escape and a letter beyond ASCII arrive as they were meant`() {
    let projection = projection([
      ("traject_gestart", #"{"aanbieder":"zee-003","datum":"2016-02-15","traject":"T-0042","zorgvraag":"één \"zin\""}"#)
    ])
    #expect(projection.table("traject_gestart").codes("zorgvraag").map(projection.strings.string) == ["één \"zin\""])
  }

  @Test func `only the columns asked for are kept, but all of a payload is checked`() {
    let facts = [
      ("traject_gestart", Self.start), ("regio", #"{"regio":"zeeland"}"#),
      ("traject_gestart", #"{"aanbieder":"zee-003","datum":"2016-02-15","hulpvorm":"99","traject":"T-9"}"#),
    ]
    let projection = projection(facts, only: ["traject_gestart": ["traject"]])
    let table = projection.table("traject_gestart")
    #expect(Array(table.codes("traject")) != [FactTable.noCode])
    #expect(Array(table.codes("aanbieder")) == [FactTable.noCode])
    #expect(projection.table("regio").rowCount == 0)
    #expect(projection.invalidLines == [2])
  }

  @Test func `invented facts are counted`() {
    let projection = projection([
      ("regio", #"{"herkomst_data":"verzonnen","regio":"zeeland"}"#),
      ("regio", #"{"herkomst_data":"gepubliceerd","regio":"twente"}"#),
    ])
    #expect(projection.inventedCount == 1)
  }

  @Test func `without facts every table is empty`() {
    let empty = projection([])
    #expect(empty.factCount == 0)
    #expect(empty.table("traject_gestart").codes("regio").isEmpty)
    #expect(empty.table("traject_gestart").list("regio", row: 3).isEmpty)
    #expect(ProjectionPlan(vocabulary: .standard).index(of: "bestaat_niet") == nil)
  }
}
