import Platform
import Testing

@Suite struct SortedSearchTests {
  @Test(arguments: 0...9) func `the first number beyond a border is found, or the end`(border: Int) {
    #expect((0..<8).border(where: { $0 >= border }) == min(border, 8))
    #expect((3..<3).border(where: { $0 >= border }) == 3)
  }
}
