/// Other counts than the true ones, as what each part is more or less.
struct Witness {
  /// Parts that are the same are not among them.
  let changes: [(part: Int, change: Int)]

  /// What a sum is more or less.
  ///
  /// - Parameter times: Per part, how many times it is in the sum.
  func change(over times: [Int]) -> Int { changes.reduce(0) { $0 + times[$1.part] * $1.change } }
}

/// Witnesses that were found, to be tried on other sums before new ones are looked for.
struct WitnessPool {
  private(set) var witnesses: [Witness] = []
  /// Per part, the witnesses that change it.
  private var changesOf: [[(witness: Int, change: Int)]]

  init(partCount: Int) { changesOf = [[(witness: Int, change: Int)]](repeating: [], count: partCount) }

  mutating func add(_ witness: Witness) {
    for (part, change) in witness.changes { changesOf[part].append((witnesses.count, change)) }
    witnesses.append(witness)
  }

  /// Takes out those that change a sum.
  ///
  /// - Parameter times: Per part, how many times it is in the sum.
  mutating func remove(changing times: [Int]) {
    let left = witnesses.filter { $0.change(over: times) == 0 }
    if left.count == witnesses.count { return }
    self = WitnessPool(partCount: changesOf.count)
    for witness in left { add(witness) }
  }

  /// The first that makes a sum over the parts at least so much larger, among those that `isGood`.
  func first(raising parts: [Int], by wanted: Int, where isGood: (Witness) -> Bool) -> Witness? {
    var gains: [Int: Int] = [:]
    for part in parts {
      for (witness, change) in changesOf[part] { gains[witness, default: 0] += change }
    }
    return gains.filter { $0.value >= wanted }.keys.sorted().first { isGood(witnesses[$0]) }
      .map { witnesses[$0] }
  }
}
