import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Testing

@testable import Bundle

struct BundleManifestTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  /// What reading the manifest throws after a piece of its text was replaced.
  func fault(replacing old: String, with new: String) throws -> BundleError? {
    let bytes = try sample.manifestBytes(replacing: old, with: new)
    do throws(BundleError) {
      _ = try BundleManifest(reading: bytes)
      return nil
    } catch {
      return error
    }
  }

  func wrong(_ place: String, _ wanted: ManifestFault.Wanted) -> BundleError {
    .manifest(.wrongValue(at: place, wanted: wanted))
  }

  @Test func `a manifest is written in one form`() throws {
    let hash = SHA256.hash(sample.lines).hexadecimal
    let (log, attachment) = (sample.writer.text, SHA256.hash(sample.attachment).hexadecimal)
    let text =
      #"{"attachments":[{"bytes":11,"sha256":"\#(attachment)"}],"bundle":1,"for":[],"#
      + #""frontier":{"\#(log)":[{"chain":"AQIDBAUGBwg","seq":3}]},"missing":[],"#
      + #""segments":[{"bytes":24,"chain":"AQIDBAUGBwg","first":1,"last":3,"log":"\#(log)","#
      + #""path":"logs/\#(log)/1-3.jsonl","sha256":"\#(hash)"}],"workspace":"\#(log)","writer":"\#(log)"}"#
    #expect(String(decoding: sample.manifest.canonicalBytes, as: UTF8.self) == text)
  }

  @Test func `a manifest with every member comes back as it was`() throws {
    let other = LogID(try Sample(seed: 8).key.publicKey)
    let manifest = BundleManifest(
      workspace: other, writer: sample.writer, receivers: [sample.writer, other, other],
      frontier: [
        sample.writer: [
          BundleManifest.NamedLine(seq: 10, chain: Chain(value: 1)),
          BundleManifest.NamedLine(seq: 9, chain: Chain(value: 5)),
          BundleManifest.NamedLine(seq: 9, chain: Chain(value: 4)),
        ], other: [],
      ],
      missing: [Reference(log: other, seq: 17, tag: 3), Reference(log: other, seq: 2, tag: 3)],
      segments: [
        sample.segment(isOfFork: true), sample.segment(first: 4, after: Chain(value: 0)),
        sample.segment(first: 10, after: Chain(value: .max)),
      ],
      attachments: [3, 1, 2].map { BundleManifest.Attachment(byteCount: 0, sha256: SHA256.hash([$0])) })
    #expect(try BundleManifest(reading: manifest.canonicalBytes) == manifest)
    #expect(manifest.frontier[sample.writer]?.map(\.chain.value) == [4, 5, 1])
    #expect(manifest.frontier[other] == nil)
    #expect(manifest.lineCount == 9)
    #expect(manifest.segments[0].path == "logs/\(sample.writer)~AQIDBAUGBwg/1-3.jsonl")
  }

  @Test func `an empty manifest, a receipt, is a manifest`() throws {
    let receipt = BundleManifest(workspace: sample.writer, writer: sample.writer)
    #expect(try BundleManifest(reading: receipt.canonicalBytes) == receipt)
  }

  @Test func `a higher number of the format is told apart, whatever else is there`() throws {
    #expect(try fault(replacing: "\"bundle\":1", with: "\"bundle\":2") == .newerFormat(2))
    #expect(throws: BundleError.newerFormat(7)) {
      try BundleManifest(reading: Array(#"{"bundle":7,"onbekend":{}}"#.utf8))
    }
    #expect(try fault(replacing: "\"bundle\":1", with: "\"bundle\":0") == wrong("bundle", .formatNumber))
    #expect(try fault(replacing: "\"bundle\":1", with: "\"bundle\":\"2\"") == wrong("bundle", .formatNumber))
  }

  @Test func `only canonical JSON is read`() throws {
    let error = try fault(replacing: "\"bundle\":1", with: "\"bundle\": 1")
    guard case .manifest(.json(let json)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(json.reason == .notCanonical)
    #expect(throws: BundleError.manifest(.json(JSONError(offset: 0, reason: .unexpectedEnd)))) {
      try BundleManifest(reading: [])
    }
    #expect(throws: BundleError.self) { try BundleManifest(reading: sample.manifest.canonicalBytes + [10]) }
    #expect(throws: wrong("", .object)) { try BundleManifest(reading: Array("[]".utf8)) }
  }

  @Test func `a manifest is refused at every byte where it may be cut`() {
    let bytes = sample.manifest.canonicalBytes
    for count in 0..<bytes.count {
      #expect(throws: BundleError.self) { try BundleManifest(reading: Array(bytes[..<count])) }
    }
  }

  @Test func `missing and unknown members are named`() throws {
    #expect(
      try fault(replacing: "\"for\"", with: "\"fo\\u001b\"")
        == .newerMembers(["fo?"]))
    #expect(
      throws: BundleError.manifest(
        .wrongMembers(
          at: "", missing: ["attachments", "for", "frontier", "missing", "segments", "workspace", "writer"],
          unknown: []))
    ) { try BundleManifest(reading: Array(#"{"bundle":1}"#.utf8)) }
    #expect(
      try fault(replacing: "\"chain\":\"AQIDBAUGBwg\",\"first\"", with: "\"first\"")
        == .manifest(.wrongMembers(at: "segments[0]", missing: ["chain"], unknown: [])))
  }

  @Test func `values of another form are refused with their place`() throws {
    let log = sample.writer.text
    let upper = log.uppercased()
    for (old, new, expected) in [
      ("\"workspace\":\"\(log)", "\"workspace\":\"\(upper)", wrong("workspace", .logID)),
      ("\"writer\":\"\(log)\"", "\"writer\":null", wrong("writer", .logID)),
      ("\"for\":[]", "\"for\":{}", wrong("for", .array)),
      ("\"for\":[]", "\"for\":[\"u\"]", wrong("for[0]", .logID)),
      ("\"for\":[]", "\"for\":[\"\(log)\",\"\(log)\"]", wrong("for[1]", .ascendingItem)),
      ("\"missing\":[]", "\"missing\":[\"\(log):01#AAAA\"]", wrong("missing[0]", .reference)),
      ("AQIDBAUGBwg\",\"seq", "AQIDBAUGBwh\",\"seq", wrong("frontier.\(log)[0].chain", .chain)),
      ("\"seq\":3", "\"seq\":0", wrong("frontier.\(log)[0].seq", .sequenceNumber)),
      ("\"seq\":3", "\"seq\":1.5", wrong("frontier.\(log)[0].seq", .sequenceNumber)),
      ("\"frontier\":{\"\(log)\"", "\"frontier\":{\"\(upper)\"", wrong("frontier", .logID)),
      ("[{\"chain\":\"AQIDBAUGBwg\",\"seq\":3}]", "[]", wrong("frontier.\(log)", .item)),
      ("\"bytes\":11", "\"bytes\":-1", wrong("attachments[0].bytes", .byteCount)),
      ("\"path\":\"logs/", "\"path\":\"logs/../", wrong("segments[0].path", .path("logs/\(log)/1-3.jsonl"))),
      ("/1-3.jsonl", "/01-3.jsonl", wrong("segments[0].path", .path("logs/\(log)/1-3.jsonl"))),
      ("/1-3.jsonl", "~AAAAAAAAAAA/1-3.jsonl", wrong("segments[0].path", .path("logs/\(log)~AQIDBAUGBwg/1-3.jsonl"))),
    ] { #expect(try fault(replacing: old, with: new) == expected) }
  }

  @Test func `a hash is in lower case and whole`() throws {
    let hash = SHA256.hash(sample.lines).hexadecimal
    #expect(try fault(replacing: hash, with: hash.uppercased()) == wrong("segments[0].sha256", .sha256))
    #expect(try fault(replacing: hash, with: String(hash.dropLast())) == wrong("segments[0].sha256", .sha256))
  }

  @Test func `the line before is named exactly when there is one`() throws {
    #expect(
      try fault(replacing: "\"segments\":[{\"bytes\"", with: "\"segments\":[{\"after\":\"AQIDBAUGBwg\",\"bytes\"")
        == wrong("segments[0]", .noAfter))
    #expect(try fault(replacing: "\"first\":1", with: "\"first\":2") == wrong("segments[0]", .after))
    #expect(try fault(replacing: "\"first\":1", with: "\"first\":4") == wrong("segments[0].last", .lastFromFirst))
  }

  @Test func `no number makes a sum that overflows`() throws {
    let largest = "9007199254740991"
    #expect(
      try fault(replacing: "\"last\":3", with: "\"last\":\(largest)")
        == wrong("segments[0].bytes", .fewerLinesThanBytes))
    #expect(try fault(replacing: "\"bytes\":11", with: "\"bytes\":\(largest)") == wrong("segments", .boundedTotal))
    #expect(try fault(replacing: "\"bytes\":11", with: "\"bytes\":9007199254740992") != nil)
  }

  @Test func `a segment may stand there once`() throws {
    let twice = BundleManifest(
      workspace: sample.writer, writer: sample.writer, segments: [sample.segment, sample.segment])
    #expect(throws: wrong("segments[1]", .uniquePath)) { try BundleManifest(reading: twice.canonicalBytes) }
  }

  @Test func `segments out of order are refused`() throws {
    let turned = BundleManifest(
      workspace: sample.writer, writer: sample.writer,
      segments: [sample.segment(first: 4, after: Chain(value: 0)), sample.segment])
    #expect(throws: wrong("segments[1]", .ascendingItem)) { try BundleManifest(reading: turned.canonicalBytes) }
  }

  @Test func `named lines out of order are refused`() throws {
    let log = sample.writer.text
    let (first, second) = (#"{"chain":"AQIDBAUGBwg","seq":3}"#, #"{"chain":"AQIDBAUGBwQ","seq":3}"#)
    #expect(try fault(replacing: first, with: second + "," + first) == nil)
    #expect(
      try fault(replacing: first, with: first + "," + second) == wrong("frontier.\(log)[1]", .ascendingItem))
  }
}
