import Platform
import Testing

@testable import Merge

/// Which rows have a hash that others have, compared with counting.
@Suite struct RepeatedHashesTests {
  @Test(arguments: [0, 1, 2, 3, 200, 5000, 60_000], [3, 1000, 1 << 32])
  func `every row that shares its hash is there, and few others`(rowCount: Int, hashCount: UInt64) {
    var random = SplitMix(seed: UInt64(rowCount) ^ hashCount)
    // Spread over all bits, as hashes are.
    let hashes = (0..<rowCount).map { _ in
      UInt32(truncatingIfNeeded: (random.next() % hashCount) &* 0x9E37_79B9_7F4A_7C15 >> 16)
    }
    let isWanted = (0..<rowCount).map { _ in random.below(8) > 0 }
    let none = hashes.first ?? 1
    let wanted = hashes.indices.filter { isWanted[$0] && hashes[$0] != none }
    let byHash = Dictionary(grouping: wanted) { hashes[$0] }
    let entries = RepeatedHashes(of: hashes, where: isWanted, except: none).entries
    let found = entries.map { Int($0.row) }
    #expect(found == found.sorted() && Set(found).isSubset(of: wanted))
    #expect(entries.allSatisfy { $0.hash == hashes[Int($0.row)] })
    let shared = wanted.filter { byHash[hashes[$0], default: []].count > 1 }
    #expect(Set(found).isSuperset(of: shared))
    #expect(found.count <= shared.count + wanted.count / 4)
  }
}
