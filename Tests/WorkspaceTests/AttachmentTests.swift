import CanonicalJSON
import Cryptography
import EventLog
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

@Suite struct AttachmentTests {
  /// More than two pieces, and not a whole number of them.
  static let recording = (0..<Attachments.pieceByteCount * 2 + 17).map {
    UInt8(truncatingIfNeeded: ($0 &* 0x1E37_79B9_7F4A_7C15) >> 29)
  }

  /// An instance with a file to attach beside it.
  private func region() throws -> Region {
    let region = Region()
    try region.found("/a")
    try region.files.writeWhole(Self.recording, to: "/opname.m4a")
    return region
  }

  private func attach(
    _ path: String, at name: String = "/a", of region: Region, _ fields: [String: JSONValue?] = [:]
  ) throws -> Recording.Attached {
    try Recording(try region.open(name)).attach(path, fields)
  }

  @Test func `a file that is attached stands under its hash, once, and is read back whole`() throws {
    let region = try region()
    let first = try attach("/opname.m4a", of: region, ["interview": "I-0007"])
    let attachments = Attachments(try region.open("/a"))
    #expect(first.byteCount == Self.recording.count)
    #expect(first.sha256 == SHA256.hash(Self.recording))
    #expect(try region.files.names(in: "/a/attachments") == [first.sha256.hexadecimal])
    #expect(try attachments.contents(of: first.sha256) == Self.recording)
    // The same file for another interview is another fact and the same attachment.
    let second = try attach("/opname.m4a", of: region, ["interview": "I-0008"])
    #expect(second.outcome != first.outcome)
    #expect(try attachments.held() == [first.sha256: Self.recording.count])
    // And the same again is nothing new.
    #expect(try attach("/opname.m4a", of: region, ["interview": "I-0007"]).outcome == .known(first.outcome.reference))
    let state = try region.open("/a").ownState()
    let payload = try #require(state.table.row(first.outcome.reference).flatMap { state.table.payloadObject($0) })
    #expect(payload["type"] == "audio/mp4" && payload["soort"] == "opname" && payload["naam"] == "opname.m4a")
    #expect(payload["bytes"] == .integer(Int64(Self.recording.count)))
  }

  @Test func `an attachment of which one bit is flipped is not handed out as if it were right`() throws {
    let region = try region()
    let attached = try attach("/opname.m4a", of: region)
    let attachments = Attachments(try region.open("/a"))
    var bytes = Self.recording
    bytes[Attachments.pieceByteCount + 3] ^= 4
    try region.files.writeWhole(bytes, to: attachments.path(of: attached.sha256))
    let damaged = AttachmentError.damaged(attached.sha256, path: attachments.path(of: attached.sha256))
    #expect(throws: damaged) { try attachments.contents(of: attached.sha256) }
    #expect(throws: damaged) { try attachments.write(attached.sha256, to: "/out.m4a") }
    #expect(try region.files.names(in: "/") == ["a", "opname.m4a"])
    #expect(try !attachments.isWhole(attached.sha256))
    // Recording the same file again puts the right contents in its place.
    #expect(try attach("/opname.m4a", of: region).outcome == .known(attached.outcome.reference))
    #expect(try attachments.isWhole(attached.sha256))
    #expect(try attachments.write(attached.sha256, to: "/out.m4a") == Self.recording.count)
    #expect(try region.files.contents(of: "/out.m4a") == Self.recording)
    #expect(throws: FileError(.create, "/out.m4a", .exists)) { try attachments.write(attached.sha256, to: "/out.m4a") }
  }

  @Test func `what comes from elsewhere is kept only under the name of its own contents`() throws {
    let region = try region()
    let attachments = Attachments(try region.open("/a"))
    let digest = SHA256.hash(Array("woorden".utf8))
    let other = SHA256.hash(Array("andere".utf8))
    #expect(throws: AttachmentError.otherContents(wanted: other, found: digest)) {
      try attachments.store(Array("woorden".utf8), as: other)
    }
    #expect(try region.files.names(in: "/a/attachments").isEmpty)
    #expect(throws: AttachmentError.notHere(digest)) { try attachments.contents(of: digest) }
    #expect(try attachments.store(Array("woorden".utf8), as: digest) == digest)
    #expect(try attachments.contents(of: digest) == Array("woorden".utf8))
    try attachments.remove(digest)
    try attachments.remove(digest)
    #expect(try attachments.held().isEmpty)
  }

  @Test func `a bundle puts back an attachment that was damaged`() throws {
    let region = try region()
    let report = SeededRandomness(seed: 7).bytes(70_000)
    try region.files.writeWhole(report, to: "/verslag.pdf")
    let attached = try attach("/verslag.pdf", of: region)
    try region.join("/b", to: "/a")
    try region.bundle("/a.veld", from: "/a")
    #expect(try region.apply("/a.veld", at: "/b").applied.attachmentCount == 1)
    #expect(try region.apply("/a.veld", at: "/b").applied.attachmentCount == 0)
    let attachments = Attachments(try region.open("/b"))
    var bytes = report
    bytes[3] ^= 1
    try region.files.writeWhole(bytes, to: attachments.path(of: attached.sha256))
    #expect(try region.apply("/a.veld", at: "/b").applied.attachmentCount == 1)
    #expect(try attachments.contents(of: attached.sha256) == report)
  }

  @Test func `what live facts name and is not here, or not whole, is wanted`() throws {
    let region = try region()
    let attached = try attach("/opname.m4a", of: region)
    try region.files.writeWhole(Array("formulier".utf8), to: "/form.pdf")
    _ = try Recording(try region.open("/a")).attach("/form.pdf", [:], audience: .prive)
    let workspace = try region.open("/a")
    let (attachments, state) = (Attachments(workspace), try workspace.ownState())
    #expect(try attachments.wanted(in: state).isEmpty)
    try attachments.remove(attached.sha256)
    #expect(try attachments.wanted(in: state) == [attached.sha256])
    #expect(try Doctor.findings(in: workspace).map(\.code) == ["missing_attachments"])
    try attachments.store(Self.recording)
    #expect(try attachments.wanted(in: state).isEmpty)
    #expect(try Doctor.findings(in: workspace).isEmpty)
    try region.files.writeWhole([1], to: attachments.path(of: attached.sha256))
    #expect(try attachments.wanted(in: state) == [attached.sha256])
    let findings = try Doctor.findings(in: workspace)
    #expect(findings.map(\.matter) == [.damagedAttachments])
    #expect(findings.map(\.isDamage) == [true])
    // A fact that is retracted asks for nothing any more.
    _ = try Recording(workspace).retract(attached.outcome.reference.text, reason: "proef")
    #expect(try attachments.wanted(in: try workspace.ownState()).isEmpty)
  }

  @Test func `an empty file, a folder, a missing one and a fact that cannot be leave nothing behind`() throws {
    let region = try region()
    try region.files.writeWhole([], to: "/leeg.m4a")
    try region.files.writeWhole([UInt8](repeating: 0, count: 2 << 20), to: "/stil.m4a")
    let before = try region.tree("/a")
    #expect(throws: AttachmentError.emptyFile(path: "/leeg.m4a")) { try attach("/leeg.m4a", of: region) }
    #expect(throws: AttachmentError.nothingButRepetition(path: "/stil.m4a")) { try attach("/stil.m4a", of: region) }
    #expect(throws: FileError(.read, "/a", .isFolder)) { try attach("/a", of: region) }
    #expect(throws: FileError(.read, "/weg.m4a", .notFound)) { try attach("/weg.m4a", of: region) }
    #expect(throws: WorkspaceError.self) { try attach("/opname.m4a", of: region, ["interview": "met spatie"]) }
    #expect(throws: WorkspaceError.self) { try attach("/opname.m4a", of: region, ["onbekend": "x"]) }
    var after = try region.tree("/a")
    after["/a/.lock"] = nil
    // The folder itself may have come.
    after["/a/attachments/"] = nil
    #expect(after == before.filter { $0.key != "/a/.lock" && $0.key != "/a/attachments/" })
  }

  @Test(arguments: [
    ("Gesprek Pietje Voorbeeld 3 maart.m4a", FileNameScreen.Suspicion.looksLikeName),
    ("Anna_van_der_Proef.pdf", .looksLikeName), ("interview-proefpersoon.m4a", .knownName),
    ("verslag PROEFPERSOON.pdf", .knownName), ("opname.m4a", nil), ("Interview Zeeland 2016-03-02.m4a", nil),
    ("Verslag Midden-Brabant.pdf", nil), ("I-0007 R16.m4a", nil), ("20160302_141500.m4a", nil), ("IMG_0042.JPG", nil),
  ])
  func `a file's name that may be a person's is not recorded by itself`(
    _ name: String, _ suspicion: FileNameScreen.Suspicion?
  ) throws {
    let region = try region()
    let known: JSONValue = ["respondent": "R16", "naam": "Mw. Proefpersoon"]
    _ = try Recording(try region.open("/a")).record("respondent_naam", known.objectValue ?? JSONObject())
    try region.files.writeWhole(Array("inhoud".utf8), to: "/" + name)
    let attached = try attach("/" + name, of: region)
    #expect(attached.omittedName == suspicion)
    let state = try region.open("/a").ownState()
    let payload = try #require(state.table.row(attached.outcome.reference).flatMap { state.table.payloadObject($0) })
    #expect(payload["naam"] == (suspicion == nil ? .string(name) : nil))
    let given = try attach("/" + name, of: region, ["naam": .string(name)])
    #expect(given.omittedName == nil && given.doubtfulName == suspicion)
  }

  @Test func `a record of an attachment that is interrupted leaves a whole file before a fact that names it`() throws {
    let start = try region()
    try InterruptionTests().forEachFault(from: start) { region in
      _ = try attach("/opname.m4a", of: region, ["interview": "I-0007"])
    } _: { region, fault in
      let workspace = try region.open("/a")
      #expect(try workspace.damage() == [], "\(fault)")
      let attachments = Attachments(workspace)
      for named in NamedAttachment.live(in: try workspace.ownState()) {
        #expect(try attachments.isWhole(named.sha256), "\(fault)")
      }
      for digest in try attachments.held().keys { #expect(try attachments.isWhole(digest), "\(fault)") }
      let again = try attach("/opname.m4a", of: region, ["interview": "I-0007"])
      #expect(try attachments.contents(of: again.sha256) == Self.recording, "\(fault)")
      #expect(try region.files.names(in: "/a/attachments") == [again.sha256.hexadecimal], "\(fault)")
      #expect(NamedAttachment.live(in: try workspace.ownState()).count == 1, "\(fault)")
    }
  }
}
