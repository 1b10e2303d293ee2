import Bundle
import CanonicalJSON
import Cryptography
import TestSupport
import Testing

@testable import Workspace

/// `SyncSpecs/vectors/attachments.json`.
@Suite struct AttachmentVectorTests {
  static let cases = Vectors("attachments").cases

  func bundles(_ vector: Vectors.Case) throws -> [[UInt8]] {
    try vector.texts("bundles_base64").map { try #require(Base64.bytes(padded: $0.utf8)) }
  }

  /// An instance that holds nothing yet. The founder of all cases is the same.
  func fresh() throws -> Region {
    let first = try #require(Self.cases.first)
    return try Region.empty(of: first.text("workspace"), with: try #require(try bundles(first).first))
  }

  @Test func `there are cases of both sorts`() {
    #expect(Self.cases.count { $0["bundles_base64"] != nil } > 30)
    #expect(Self.cases.count { $0["bundle_base64"] != nil } > 5)
  }

  @Test(arguments: cases.filter { $0["bundles_base64"] != nil })
  func `the files of the page are kept, and a receipt asks for the lines of those that are not here`(
    vector: Vectors.Case
  ) throws {
    let region = try fresh()
    var brought: Set<Digest> = []
    for bundle in try bundles(vector) {
      try region.files.writeWhole(bundle, to: "/bundle.veld")
      _ = try region.apply("/bundle.veld", at: "/r")
      brought.formUnion(try BundleContents(unpacking: bundle).attachments.map(\.entry.sha256))
    }
    let attachments = Attachments(try region.open("/r"))
    let kept = try attachments.held().keys.sorted()
    #expect(kept.map(\.hexadecimal) == vector.expect["attachments"]?.arrayValue?.compactMap(\.stringValue))
    for digest in kept { #expect(try attachments.isWhole(digest)) }
    #expect((brought == Set(kept)) == vector.isAccepted)
    let request = BundleRequest(.clear, isReceipt: true)
    _ = try Exchange(try Recording(try region.open("/r"))).make(request, at: "/receipt.veld")
    let receipt = try BundleContents(unpacking: region.files.contents(of: "/receipt.veld")).manifest
    #expect(receipt.missing.map(\.text) == vector.expect["asks"]?.arrayValue?.compactMap(\.stringValue))
    #expect(receipt.attachments.isEmpty)
  }

  @Test(arguments: cases.filter { $0["bundle_base64"] != nil })
  func `a bundle whose files are not those of its manifest is refused, and none of them kept`(
    vector: Vectors.Case
  ) throws {
    let region = try fresh()
    try region.files.writeWhole(vector.bytes("bundle"), to: "/bundle.veld")
    do {
      _ = try region.apply("/bundle.veld", at: "/r")
      Issue.record("taken")
    } catch {
      #expect(pageWord(for: error) == vector.refusal)
    }
    #expect(try Attachments(try region.open("/r")).held().isEmpty)
  }
}
