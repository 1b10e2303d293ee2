import Cryptography
import EventLog
import Platform

/// Puts the attachments that facts name in place, from any file of the heap that holds them whole.
///
/// Their names say nothing here: a file of the right size is hashed. Those that only erased facts name are not taken.
struct SalvagedAttachments {
  private let writer: SalvageWriter
  private let attachments: Attachments
  private var heap: Heap { writer.found.heap }

  init(_ writer: SalvageWriter) {
    self.writer = writer
    attachments = Attachments(
      Workspace(
        root: writer.root,
        settings: Settings(workspace: writer.found.workspace, naam: "", regio: "", logs: [:]),
        surroundings: writer.salvage.surroundings, vocabulary: writer.salvage.vocabulary))
  }

  /// - Parameter wanted: The attachments that facts name, with their sizes.
  func write(_ wanted: [Digest: Int], _ report: inout SalvageReport) throws {
    for digest in wanted.keys.sorted() {
      if try attachments.isWhole(digest) { continue }
      if try take(digest, byteCount: wanted[digest] ?? 0) {
        report.attachmentCount += 1
      } else {
        report.missingAttachmentCount += 1
      }
    }
  }

  private func take(_ digest: Digest, byteCount: Int) throws -> Bool {
    let name = digest.hexadecimal
    for file in heap.files where file.form == .plain {
      guard file.size == byteCount || Path.name(of: file.path) == name else { continue }
      if try take(digest, file, 0..<file.size) { return true }
    }
    for packed in heap.packed where packed.entry.name.hasSuffix(name) {
      let range = packed.entry.offset..<packed.entry.offset + packed.entry.byteCount
      if try take(digest, heap.files[packed.file], range) { return true }
    }
    return false
  }

  /// Takes a part of a file, unpacked, if it is what is wanted.
  private func take(_ digest: Digest, _ file: HeapFile, _ range: Range<Int>) throws -> Bool {
    let hasher = SHA256()
    read(file, range) { hasher.update($0) }
    guard hasher.finish() == digest else { return false }
    if writer.isDryRun { return true }
    let incoming = try attachments.receive()
    var failure: FileError?
    read(file, range) { piece in
      do throws(FileError) { if failure == nil { try incoming.write(piece) } } catch { failure = error }
    }
    if let failure {
      incoming.discard()
      throw failure
    }
    _ = try incoming.keep(as: digest)
    return true
  }

  private func read(_ file: HeapFile, _ range: Range<Int>, _ body: ([UInt8]) -> Void) {
    var offset = 0
    _ = heap.stream.read(file) { piece in
      let part = range.clamped(to: offset..<offset + piece.count)
      if !part.isEmpty { body(Array(piece[part.lowerBound - offset..<part.upperBound - offset])) }
      offset += piece.count
    }
  }
}
