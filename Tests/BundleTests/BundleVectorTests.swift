import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Platform
import TestSupport
import Testing

@testable import Bundle

/// `SyncSpecs/vectors/bundle.json` and `delta.json`: what a bundle shows by itself. What becomes of several that are applied stands in
/// the tests of the workspace.
@Suite struct BundleVectorTests {
  static let vectors = Vectors("bundle")
  static let cases = (vectors.cases + Vectors("delta").cases).filter { $0["apply"] == nil }

  enum Refusal: Error, Equatable {
    case bundle(BundleError)
    case otherWorkspace
  }

  /// Takes the steps of a reader up to where lines that are held would be asked for.
  func read(_ vector: Vectors.Case) throws -> BundleContents {
    let workspace = try #require(LogID(vector.text("workspace")))
    let contents: BundleContents
    do throws(BundleError) { contents = try BundleContents(unpacking: vector.bytes("bundle")) } catch {
      throw Refusal.bundle(error)
    }
    guard contents.manifest.workspace == workspace else { throw Refusal.otherWorkspace }
    let held = try HeldLogs(scanning: "/logs", files: MemoryFileSystem())
    do {
      _ = try Arrival(try BundleReader(vector.bytes("bundle")), held: held, workspace: workspace)
    } catch let error as BundleError {
      throw Refusal.bundle(error)
    }
    return contents
  }

  @Test func `there are cases`() {
    #expect(Self.cases.count > 80)
  }

  @Test(arguments: cases.filter(\.isAccepted))
  func `a bundle is taken with the manifest, lines and archive of the page`(vector: Vectors.Case) throws {
    let contents = try read(vector)
    let manifest = contents.manifest
    let expect = vector.expect
    #expect(expect["manifest"]?.stringValue == String(decoding: manifest.canonicalBytes, as: UTF8.self))
    #expect(expect["lines"]?.integerValue == Int64(manifest.lineCount))
    #expect(expect["workspace"]?.stringValue == manifest.workspace.text)
    #expect(expect["writer"]?.stringValue == manifest.writer.text)
    #expect(expect["for"]?.arrayValue?.compactMap(\.stringValue) == manifest.receivers.map(\.text))
    let segments = manifest.segments.map { segment -> JSONValue in
      [
        "log": .string(segment.log.text), "first": .integer(Int64(segment.first)),
        "last": .integer(Int64(segment.last)),
      ]
    }
    #expect(expect["segments"]?.arrayValue == segments)
  }

  @Test(arguments: cases.filter(\.isAccepted))
  func `packing what was unpacked gives the archive of the page again`(vector: Vectors.Case) throws {
    let contents = try BundleContents(unpacking: vector.bytes("bundle"))
    var writer = TarWriter(reservingCapacity: contents.bytes.count)
    try writer.append("manifest.json", contents.manifest.canonicalBytes)
    try writer.append("manifest.json.sig", Array(contents.signature.utf8))
    for segment in contents.segments { try writer.append(segment.entry.path, Array(contents.bytes[segment.range])) }
    for attachment in contents.attachments {
      try writer.append(attachment.entry.path, Array(contents.bytes[attachment.range]))
    }
    #expect(SHA256.hash(writer.finished()).hexadecimal == vector.expect["tar_sha256"]?.stringValue)
  }

  @Test(arguments: cases.filter { !$0.isAccepted })
  func `a bundle that is wrong by itself is refused for the reason of the page`(vector: Vectors.Case) throws {
    let refusal = #expect(throws: Refusal.self) { try read(vector) }
    let word = try #require(refusal).word
    let page = vector.refusal ?? ""
    #expect(word == page || Self.otherWords[vector.name] == word, "\(word)")
    if let line = vector.expect["line"]?.integerValue { #expect(refusal?.line == Int(line)) }
  }

  /// Where more than one thing is wrong, and this reader meets another first than the page's order has it.
  static let otherWords = [
    // No archive has a name twice, whatever the manifest says.
    "an entry twice": "tar",
    // A manifest cannot name two entries alike either.
    "two branches under one path": "manifest",
    // The format number is looked at before the signature, whose form a newer format may change.
    "a byte of the manifest changed": "newer",
    // Without its line feed the last line is none.
    "no line feed at the end": "segment",
  ]
}

extension BundleVectorTests.Refusal {
  /// The number of the line at fault.
  var line: Int? {
    if case .bundle(.segment(.line(_, let seq, _))) = self { seq } else { nil }
  }

  /// The word that SyncSpecs/bundle.md gives the fault.
  var word: String {
    guard case .bundle(let error) = self else { return "workspace" }
    return switch error {
    case .notABundle, .encrypted: "zstd"
    case .compression(.tooLarge), .compression(.ratioTooHigh), .archive(.tooManyEntries), .entryTooLarge: "bounds"
    case .compression: "zstd"
    case .archive: "tar"
    case .manifest: "manifest"
    case .newerFormat, .newerMembers: "newer"
    case .missingEntry, .wrongEntry, .unexpectedEntry, .wrongSize: "entry"
    case .wrongContents: "hash"
    case .wrongSignature: "signature"
    case .signedByAnother: "writer"
    case .segment(.line): "line"
    case .segment: "segment"
    }
  }
}
