import Platform
import TestSupport
import Testing

/// Bytes of files that stay in reach whatever becomes of the file's name.
@Suite struct MappedBytesTests {
  private static let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 251) }
  private static let ranges = [7..<19, 2_999_990..<3_000_000, 0..<0, 1_500_000..<1_500_001, 2_999_999..<3_000_007]

  private func expectCopies(_ mapped: MappedBytes) {
    let copy = mapped.copy(of: Self.ranges)
    withExtendedLifetime(copy) {
      let wanted = Self.ranges.flatMap { Self.content[$0.clamped(to: 0..<Self.content.count)] }
      #expect(copy.bytes.elementsEqual(wanted))
    }
  }

  @Test func `ranges are copied, also where another file or none has the name by now`() throws {
    let folder = TemporaryFolder()
    let files = RealFileSystem()
    let path = folder.path + "/log"
    try files.writeWhole(Self.content, to: path)
    let mapped = try files.map(path)
    expectCopies(mapped)
    mapped.leave(5..<2_000_000)
    mapped.leavePlaces()
    try files.writeWhole(Self.content.reversed(), to: path + ".new")
    try files.rename(path + ".new", to: path)
    expectCopies(mapped)
    try files.remove(path)
    expectCopies(mapped)
    expectCopies(MappedBytes(copying: Self.content))
  }
}
