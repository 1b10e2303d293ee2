import Bundle
import Cryptography
import EventLog
import Identity

@testable import Workspace

/// Made-up logs and files to reckon with: log 0 to 9, whose line `seq` has a chain that follows from its branch.
enum FolderModel {
  static func log(_ number: Int) -> LogID { LogID("00000000000\(number)")! }

  static func chain(_ branch: Int, _ seq: Int) -> Chain { Chain(value: UInt64(branch) << 32 | UInt64(seq)) }

  /// One branch for each log, from line 1 to the given one, which is a checkpoint.
  static func shape(
    _ lastSeqs: [Int], missing: [Int: Set<Int>] = [:], erased: [Int: Set<Int>] = [:]
  ) -> HeldShape {
    shape(
      lastSeqs.enumerated().map { index, last in
        HeldShape.Branch(
          log: log(index), firstSeq: 1, lastSeq: last, parent: nil, region: nil, lastVouchedSeq: last,
          missing: missing[index] ?? [], erased: erased[index] ?? [])
      })
  }

  static func shape(_ branches: [HeldShape.Branch]) -> HeldShape {
    HeldShape(branches) { log, seq, chain in
      branches.indices.first { index in
        branches[index].log == log && branches[index].firstSeq <= seq && seq <= branches[index].lastSeq
          && chain == Self.chain(index, seq)
      }
    }
  }

  static func segment(_ branch: Int, _ seqs: ClosedRange<Int>, log: Int? = nil) -> BundleManifest.Segment {
    BundleManifest.Segment(
      log: Self.log(log ?? branch), first: seqs.lowerBound, last: seqs.upperBound,
      chain: chain(branch, seqs.upperBound),
      after: seqs.lowerBound == 1 ? nil : chain(branch, seqs.lowerBound - 1), byteCount: 0,
      sha256: SharedFile.noHash)
  }

  /// A file of a writer; its hash follows from all that is in it.
  static func file(
    by writer: Int, for receivers: [Int] = [], _ segments: [BundleManifest.Segment], size: Int = 500,
    bare: [(log: Int, seq: Int)] = [], attachments: Set<Digest> = [], salt: Int = 0
  ) -> SharedFile {
    let text = "\(writer) \(receivers) \(segments) \(size) \(bare) \(attachments.sorted()) \(salt)"
    return SharedFile(
      sha256: SHA256.hash(Array(text.utf8)), byteCount: size, writer: log(writer), receivers: receivers.map(log),
      segments: segments, attachments: attachments,
      withoutPayload: Set(bare.map { SharedFile.BareLine(log: log($0.log), seq: $0.seq) }))
  }

  static func lines(_ runs: [(branch: Int, seqs: ClosedRange<Int>)]) -> LineSet {
    var set = LineSet()
    for run in runs { set.insert(run.seqs, on: run.branch) }
    return set
  }
}
