import Projection

/// The weight of each goal that was scored, from when it was set.
struct GoalWeights {
  /// Per row of `doelscore`; 1 where none was given.
  let weights: [Double]

  private struct Key: Hashable {
    let traject: Int32
    let number: Double
  }

  init(_ cases: CaseTable) {
    let set = cases.projection.table("doel_gesteld")
    var known: [Key: Double] = [:]
    let (trajecten, numbers, given) = (set.codes("traject"), set.numbers("doel_nr"), set.numbers("gewicht"))
    for row in trajecten.indices where !given[row].isNaN {
      known[Key(traject: trajecten[row], number: numbers[row])] = given[row]
    }
    let scored = cases.facts(.goals)
    let (scoredTrajecten, scoredNumbers) = (scored.codes("traject"), scored.numbers("doel_nr"))
    weights = scoredTrajecten.indices.map { row in
      known.isEmpty ? 1 : known[Key(traject: scoredTrajecten[row], number: scoredNumbers[row])] ?? 1
    }
  }
}
