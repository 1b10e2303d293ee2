import Bundle
import Identity
import Platform

/// Gives the bytes of files of a heap, decrypted and unpacked, piece by piece.
///
/// A plain or packed file takes the memory of a few pieces, whatever its size. An encrypted one is held in memory.
struct HeapStream {
  static let pieceByteCount = 1 << 20

  let files: any FileSystem
  /// What encrypted files are opened with.
  var identities: [AgeIdentity] = []

  static func isPacked(_ start: [UInt8]) -> Bool { PartialUnpacker.isPacked(start) }

  /// Gives the bytes of a file as far as they go.
  ///
  /// - Returns: Why it ends before its end; nil where all of it was given.
  func read(_ file: HeapFile, _ body: ([UInt8]) -> Void) -> HeapFault? {
    do throws(FileError) {
      switch file.form {
      case .plain:
        try pieces(of: file.path, body)
        return nil
      case .packed: return try unpacked(file, body)
      case .encrypted: return try decrypted(file, body)
      }
    } catch {
      return HeapFault(path: file.path, reason: .file(error))
    }
  }

  private func pieces(of path: String, _ body: ([UInt8]) -> Void) throws(FileError) {
    var offset = 0
    while true {
      let piece = try files.read(path, from: offset, count: Self.pieceByteCount)
      if piece.isEmpty { return }
      offset += piece.count
      body(piece)
    }
  }

  private func unpacked(_ file: HeapFile, _ body: ([UInt8]) -> Void) throws(FileError) -> HeapFault? {
    guard var unpacking = Unpacking() else { return HeapFault(path: file.path, reason: .cutOff(byteCount: 0)) }
    var offset = 0
    while !unpacking.isStopped {
      let piece = try files.read(file.path, from: offset, count: Self.pieceByteCount)
      if piece.isEmpty { break }
      offset += piece.count
      unpacking.take(piece, body)
    }
    return unpacking.fault(of: file.path)
  }

  private func decrypted(_ file: HeapFile, _ body: ([UInt8]) -> Void) throws(FileError) -> HeapFault? {
    let limit = ExpansionLimit.bundle.byteCount
    if file.size > limit { return HeapFault(path: file.path, reason: .cutOff(byteCount: 0)) }
    let bytes = try files.contents(of: file.path)
    let content: [UInt8]
    do throws(AgeError) {
      content = try Age.decrypt(bytes, with: identities, limit: limit)
    } catch {
      switch error {
      case .noMatch, .wrongPassphrase, .newerVersion, .workFactor: return HeapFault(path: file.path, reason: .encrypted)
      default: return HeapFault(path: file.path, reason: .damagedEncryption)
      }
    }
    guard PartialUnpacker.isPacked(content) else {
      body(content)
      return nil
    }
    guard var unpacking = Unpacking() else { return HeapFault(path: file.path, reason: .cutOff(byteCount: 0)) }
    unpacking.take(content, body)
    return unpacking.fault(of: file.path)
  }

  /// One file on its way out of its packing.
  private struct Unpacking {
    private let unpacker: PartialUnpacker
    private var byteCount = 0
    private(set) var isStopped = false

    /// Nil where there is no memory for it.
    init?() {
      guard let unpacker = try? PartialUnpacker() else { return nil }
      self.unpacker = unpacker
    }

    mutating func take(_ packed: [UInt8], _ body: ([UInt8]) -> Void) {
      do throws(ZstandardError) {
        try unpacker.take(packed) { piece in
          byteCount += piece.count
          body(piece)
        }
      } catch {
        isStopped = true
      }
    }

    func fault(of path: String) -> HeapFault? {
      isStopped || !unpacker.isAtEnd ? HeapFault(path: path, reason: .cutOff(byteCount: byteCount)) : nil
    }
  }
}
