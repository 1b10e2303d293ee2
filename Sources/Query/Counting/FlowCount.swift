/// How many trajecten were open, came in and went out.
struct FlowCount {
  var begin = 0
  var started = 0
  var ended = 0
  /// Both in the same period.
  var startedAndEnded = 0

  var isEmpty: Bool { begin == 0 && started == 0 && ended == 0 }

  func count(_ stock: Measure.Stock) -> Int {
    switch stock {
    case .begin: begin
    case .through: begin - (ended - startedAndEnded)
    case .end: begin + started - ended
    case .active: begin + started
    }
  }
}
