import Platform
import Testing

@testable import Projection

/// Columns that take memory only from the second value on, compared with arrays.
@Suite struct GrowingColumnTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `rows have what they were given last`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let values: [Double] = [.nan, 0, -0.0, 7]
    let likely = random.below(values.count)
    var column = GrowingColumn<Double>(absent: .nan)
    defer { column.free() }
    var wanted: [Double] = []
    for row in 0..<20 {
      if row == 10 { column.move(10, to: 20) }
      // What is given to a row may be taken back before it is kept.
      repeat {
        let value = values[random.below(8) == 0 ? random.below(values.count) : likely]
        column.set(value, row: row, capacity: row < 10 ? 10 : 20)
        if wanted.count > row { wanted[row] = value } else { wanted.append(value) }
      } while random.below(6) == 0
    }
    #expect((0..<20).allSatisfy { column[$0].isSame(as: wanted[$0]) }, "seed \(seed)")
    if column.values == nil { #expect(wanted.allSatisfy { $0.isSame(as: wanted[0]) }, "seed \(seed)") }
  }

  @Test func `rows that all have the same take no memory`() {
    var column = GrowingColumn<Int32>(absent: -1)
    for row in 0..<10 { column.set(4, row: row, capacity: 10) }
    #expect(column.values == nil && column[9] == 4)
  }
}
