import CanonicalJSON
import Cryptography
import EventLog
import Identity
import TestSupport
import Testing

/// `SyncSpecs/vectors/line.json`.
@Suite struct LineVectorTests {
  static let vectors = Vectors("line")

  /// What a reader finds in a line that stands after another.
  enum Finding: Equatable {
    case line(chain: String, digest: String, link: String, reference: String)
    case refused(String, offset: Int, member: String?)
    case held
  }

  func read(_ vector: Vectors.Case) throws -> Finding {
    let log = try #require(LogID(vector.text("log")))
    let previousSeq = Int(try #require(vector["previous_seq"]?.integerValue))
    let previous = try #require(Digest(base64: vector.text("previous_link")))
    return vector.bytes("line").withUnsafeBufferPointer { bytes in
      do throws(LineFault) {
        let line = try LineView(parsing: bytes, in: 0..<bytes.count)
        guard line.log == log else { throw .otherLog }
        guard line.seq == previousSeq + 1 else { throw .wrongSeq(expected: previousSeq + 1, found: line.seq) }
        let hasher = LinkHasher()
        let link = hasher.link(after: previous, of: line, in: bytes)
        guard Chain(link) == line.chain else { throw .chainMismatch(offset: 10) }
        let digest =
          line.removedDigest
          ?? hasher.digest(salt: bytes.part(line.salt ?? 0..<0), payload: bytes.part(line.payload ?? 0..<0))
        return .line(
          chain: line.chain.text, digest: digest.base64, link: link.base64,
          reference: Reference(log: line.log, seq: line.seq, chain: line.chain).text)
      } catch {
        if error.isNewer { return .held }
        if case .member(let name, let offset) = error { return .refused("member", offset: offset, member: name) }
        return .refused(error.word, offset: error.offset, member: nil)
      }
    }
  }

  @Test func `there are cases`() {
    #expect(Self.vectors.cases.count > 100)
  }

  @Test(arguments: vectors.cases)
  func `a line is taken with its digest, link and chain, or refused where the page says`(
    vector: Vectors.Case
  ) throws {
    let expect = vector.expect
    switch try read(vector) {
    case .held: #expect(expect["held"] == true)
    case .line(let chain, let digest, let link, let reference):
      #expect(vector.isAccepted)
      #expect(
        expect == [
          "chain": .string(chain), "digest": .string(digest), "link": .string(link), "ref": .string(reference),
        ])
    case .refused(let word, let offset, let member):
      #expect(word == expect["refuse"]?.stringValue)
      if let wanted = expect["offset"]?.integerValue { #expect(offset == Int(wanted)) }
      if let wanted = expect["member"]?.stringValue { #expect(member == wanted) }
    }
  }
}
