import PlainText
import Terminal
import Testing

@Suite struct ProgressTextTests {
  @Test func `the line shows how far the work is`() {
    var progress = ProgressText(label: "lezen", total: 200)
    _ = progress.isDue(done: 90, now: 0)
    #expect(progress.line(columns: 25) == "lezen  ████░░░░░░  45 %")
    #expect(progress.line(columns: 25, isASCII: true) == "lezen  ####------  45 %")
    #expect(progress.line(columns: 12) == "lezen  45 %")
  }

  @Test(arguments: [0, 1, 5, 10, 16, 40, 200])
  func `the line never takes more columns than there are`(columns: Int) {
    for done in [-1, 0, 1, 99, 100, 101, Int.max] {
      var progress = ProgressText(label: "importeren", total: 100)
      _ = progress.isDue(done: done, now: 0)
      #expect(TextWidth.of(progress.line(columns: columns)) <= columns)
      var unknown = ProgressText(label: "importeren", total: 0)
      _ = unknown.isDue(done: done, now: 0)
      #expect(TextWidth.of(unknown.line(columns: columns)) <= columns)
    }
  }

  @Test func `it is due at first, ten times a second, at the end and when the clock goes back`() {
    var progress = ProgressText(label: "x", total: 10)
    let calls: [(done: Int, now: Int64)] = [(1, 1_000), (2, 1_099), (3, 1_100), (10, 1_101), (9, 5)]
    let due = calls.map { progress.isDue(done: $0.done, now: $0.now) }
    #expect(due == [true, false, true, true, true])
  }
}
