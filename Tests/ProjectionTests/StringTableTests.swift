import Testing

@testable import Projection

@Suite struct StringTableTests {
  @Test func `a text keeps its code, and a code its text`() {
    let table = StringTable()
    let codes = (0..<5000).map { table.add("zee-\($0)") }
    #expect(codes == (0..<5000).map(Int32.init))
    for number in stride(from: 0, to: 5000, by: 7) {
      #expect(table.add("zee-\(number)") == codes[number])
      #expect(table.string(codes[number]) == "zee-\(number)")
      #expect(table.code(of: "zee-\(number)") == codes[number])
    }
    #expect(table.count == 5000)
  }

  @Test func `empty, accented and canonically equivalent texts are texts of their own`() {
    let table = StringTable()
    let codes = ["", "é", "e\u{301}", "a", "ab"].map { table.add($0) }
    #expect(Set(codes).count == 5)
    #expect(table.string(codes[2]).utf8.elementsEqual("e\u{301}".utf8))
    #expect(table.string(codes[0]) == "")
  }

  @Test func `an unknown text has no code, and an unknown code no text`() {
    let table = StringTable()
    _ = table.add("zeeland")
    #expect(table.code(of: "zeelan") == nil)
    #expect(table.code(of: "zeelandt") == nil)
    #expect(table.string(-1) == "")
    #expect(table.string(1) == "")
    #expect(StringTable().code(of: "") == nil)
  }
}
