import CanonicalJSON
import Platform
import TestSupport
import Testing

/// Where they lie: beside the package, on the machines that have them.
private let folder = Vectors.packageRoot + "/../shared/vectors/jcs"

/// The vectors of cyberphone's json-canonicalization, on machines that have them beside the package.
@Suite(.enabled(if: RealFileSystem().exists(folder + "/input/weird.json"), "the folder ../shared/vectors is not here"))
struct PublishedVectorTests {
  @Test(arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
  func `an input has exactly these canonical bytes, which are read back as they are`(name: String) throws {
    let files = RealFileSystem()
    let input = try files.contents(of: folder + "/input/\(name).json")
    let output = try files.contents(of: folder + "/output/\(name).json")
    let value = try JSONValue(parsing: input, rules: .any)
    #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == String(decoding: output, as: UTF8.self))
    let canonical = JSONRules(isCanonical: true, hasBoundedNumbers: false)
    #expect(try JSONValue(parsing: output, rules: canonical) == value)
  }
}
