import CanonicalJSON
import CivilTime
import TestSupport
import Testing

/// The times in `SyncSpecs/vectors/line.json`.
@Suite struct InstantVectorTests {
  /// Cases that hunt for a time: those refused for `at`, and those accepted for their own time.
  static let refused = Vectors("line").cases.filter { $0.expect["member"]?.stringValue == "at" }
  static let accepted = Vectors("line").cases.filter(\.isAccepted)

  func at(_ vector: Vectors.Case) -> String? {
    let line = try? JSONValue(parsing: vector.bytes("line"), rules: .any)
    return line?["head"]?["at"]?.stringValue
  }

  @Test(arguments: accepted)
  func `a time that the page takes is read, and written the same`(vector: Vectors.Case) throws {
    let text = try #require(at(vector))
    #expect(Instant(iso: text)?.iso == text)
  }

  @Test(arguments: refused.filter { $0.name != "no at in the head" })
  func `a time that the page refuses is not read`(vector: Vectors.Case) throws {
    let text = try #require(at(vector))
    #expect(Instant(iso: text) == nil)
  }

  @Test func `there are times of both sorts`() {
    #expect(Self.refused.count > 10)
    #expect(Self.accepted.count > 20)
  }
}
