import CZstd

/// Packs and unpacks one zstd frame (RFC 8878), and is the only user of libzstd.
///
/// A frame that it writes holds its content size and a checksum. Reading does not rely on either: memory grows with
/// the bytes that go in and come out, never with a number that only the header claims.
public enum Zstandard {
  /// The first four bytes of a frame.
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// A frame may ask for a window of 2 to this power: 8 MiB, what RFC 8878 §3.1.1.1.2 asks every reader to support.
  static let largestWindowLog: Int32 = 23

  /// The bytes as one frame. Equal bytes and level give equal frames, per version of libzstd.
  ///
  /// - Parameter level: From 1, fast, to 19, small; clamped to these, since a higher one would ask the reader for a
  ///   larger window than `decompress` allows.
  /// - Throws: `ZstandardError.outOfMemory`, or `.damaged` with the reason that libzstd gives.
  public static func compress(_ bytes: [UInt8], level: Int32 = 3) throws(ZstandardError) -> [UInt8] {
    let compressor = try Compressor()
    return try compressor.frame(of: bytes, level: min(max(level, 1), 19))
  }

  /// The content of the one frame that `bytes` is.
  ///
  /// - Throws: `ZstandardError` for anything but exactly one whole frame within the limit. What was unpacked until
  ///   then is dropped.
  /// - Complexity: O(*n*) in the bytes that come out. At most the limit, plus one window and 128 KiB, is held.
  public static func decompress(
    _ bytes: [UInt8],
    limit: ExpansionLimit = .bundle
  ) throws(ZstandardError) -> [UInt8] {
    guard bytes.starts(with: magic) else {
      throw magic.starts(with: bytes) ? .truncated(byteCount: bytes.count) : .notAFrame
    }
    let decompressor = try Decompressor()
    return try decompressor.content(of: bytes, limit: limit)
  }

  /// What libzstd reports, as an error.
  fileprivate static func error(of code: Int, at offset: Int) -> ZstandardError {
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_frameParameter_windowTooLarge: .windowTooLarge(limit: Int(largestWindowLog))
    case ZSTD_error_dictionary_wrong, ZSTD_error_dictionary_corrupted: .needsDictionary
    case ZSTD_error_checksum_wrong: .wrongChecksum
    case ZSTD_error_memory_allocation: .outOfMemory
    default: .damaged(offset: offset, reason: String(cString: ZSTD_getErrorName(code)))
    }
  }
}

/// Owns a compression context of libzstd.
private struct Compressor: ~Copyable {
  private let context: OpaquePointer

  init() throws(ZstandardError) {
    guard let context = ZSTD_createCCtx() else { throw .outOfMemory }
    self.context = context
  }

  deinit { ZSTD_freeCCtx(context) }

  func frame(of bytes: [UInt8], level: Int32) throws(ZstandardError) -> [UInt8] {
    for (parameter, value) in [
      (ZSTD_c_compressionLevel, level), (ZSTD_c_contentSizeFlag, 1), (ZSTD_c_checksumFlag, 1),
    ] {
      let code = ZSTD_CCtx_setParameter(context, parameter, value)
      if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
    }
    let bound = ZSTD_compressBound(bytes.count)
    if ZSTD_isError(bound) != 0 { throw Zstandard.error(of: bound, at: 0) }
    var code = 0
    let frame = [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
      code = bytes.withUnsafeBytes { source in
        ZSTD_compress2(context, buffer.baseAddress, buffer.count, source.baseAddress, source.count)
      }
      filled = ZSTD_isError(code) != 0 ? 0 : code
    }
    if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
    return frame
  }
}

/// Owns a decompression context of libzstd.
private struct Decompressor: ~Copyable {
  private let context: OpaquePointer

  init() throws(ZstandardError) {
    guard let context = ZSTD_createDCtx() else { throw .outOfMemory }
    self.context = context
  }

  deinit { ZSTD_freeDCtx(context) }

  func content(of bytes: [UInt8], limit: ExpansionLimit) throws(ZstandardError) -> [UInt8] {
    let code = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Zstandard.largestWindowLog)
    if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
    let largest = min(limit.byteCount, limit.byteCountByRatio(of: bytes.count))
    let claimed = Self.claimedByteCount(of: bytes)
    if let claimed, claimed > largest { throw limit.error(for: bytes.count) }
    var content: [UInt8] = []
    // Lines of a log pack about 8 : 1; what a file claims beyond twice that must arrive first.
    content.reserveCapacity(min(claimed ?? 0, bytes.count * 16))
    var chunk = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
    var consumed = 0
    while true {
      let step = advance(bytes, from: consumed, into: &chunk)
      if ZSTD_isError(step.code) != 0 { throw Zstandard.error(of: step.code, at: consumed) }
      consumed = step.consumed
      guard step.produced <= largest - content.count else { throw limit.error(for: bytes.count) }
      content.append(contentsOf: chunk[..<step.produced])
      if step.code == 0 { break }
      // The input is used up, there was room for more output, and the frame still wants input.
      if consumed == bytes.count, step.produced < chunk.count { throw .truncated(byteCount: bytes.count) }
    }
    guard consumed == bytes.count else { throw .trailingBytes(at: consumed) }
    // libzstd does not look at the claim of a frame without contents.
    guard content.count == claimed ?? content.count else { throw .damaged(offset: 4, reason: "wrong content size") }
    return content
  }

  /// The content size that the header names; nil where it names none.
  private static func claimedByteCount(of bytes: [UInt8]) -> Int? {
    // The two highest numbers stand for "unknown" and "no frame header"; libzstd has them as macros.
    let claimed = ZSTD_getFrameContentSize(bytes, bytes.count)
    return claimed < UInt64.max - 1 ? Int(clamping: claimed) : nil
  }

  /// One call of the streaming decoder; a `code` of 0 says that the frame is complete and flushed.
  private func advance(
    _ bytes: [UInt8],
    from offset: Int,
    into chunk: inout [UInt8]
  ) -> (code: Int, consumed: Int, produced: Int) {
    bytes.withUnsafeBytes { source in
      chunk.withUnsafeMutableBytes { target in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: offset)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let code = ZSTD_decompressStream(context, &output, &input)
        return (code, input.pos, output.pos)
      }
    }
  }
}
