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
    let packer = try Packer(byteCount: bytes.count, level: level)
    try bytes.withUnsafeBufferPointer { bytes throws(ZstandardError) in try packer.append(bytes) }
    return try packer.finish()
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
    let unpacker = try Unpacker(bytes, limit: limit)
    var content: [UInt8] = []
    content.reserveCapacity(unpacker.expectedByteCount)
    var chunk = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
    while true {
      let count = try chunk.withUnsafeMutableBufferPointer { buffer throws(ZstandardError) in
        try unpacker.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<count])
    }
  }

  /// What libzstd reports, as an error.
  static func error(of code: Int, at offset: Int) -> ZstandardError {
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_frameParameter_windowTooLarge: .windowTooLarge(limit: Int(largestWindowLog))
    case ZSTD_error_dictionary_wrong, ZSTD_error_dictionary_corrupted: .needsDictionary
    case ZSTD_error_checksum_wrong: .wrongChecksum
    case ZSTD_error_memory_allocation: .outOfMemory
    default: .damaged(offset: offset, reason: String(cString: ZSTD_getErrorName(code)))
    }
  }
}

/// Unpacks one frame from front to back, in memory that does not grow with it.
///
///     let unpacker = try Zstandard.Unpacker(packed, limit: .bundle)
///     while try unpacker.read(into: buffer) > 0 { … }
extension Zstandard {
  final class Unpacker {
    private let context: OpaquePointer
    private let packed: [UInt8]
    private let limit: ExpansionLimit
    private let largest: Int
    private let claimed: Int?
    private var consumed = 0
    private var produced = 0
    private var isComplete = false

    /// - Throws: `ZstandardError` where the bytes do not begin as a frame, or the frame says that it holds more than the
    ///   limit.
    init(_ packed: [UInt8], limit: ExpansionLimit) throws(ZstandardError) {
      guard packed.starts(with: Zstandard.magic) else {
        throw Zstandard.magic.starts(with: packed) ? .truncated(byteCount: packed.count) : .notAFrame
      }
      guard let context = ZSTD_createDCtx() else { throw .outOfMemory }
      self.context = context
      self.packed = packed
      self.limit = limit
      largest = min(limit.byteCount, limit.byteCountByRatio(of: packed.count))
      claimed = Self.claimedByteCount(of: packed)
      let code = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Zstandard.largestWindowLog)
      if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
      if let claimed, claimed > largest { throw limit.error(for: packed.count) }
    }

    deinit { ZSTD_freeDCtx(context) }

    /// The number of bytes that the frame says it holds, as far as that can be believed.
    var expectedByteCount: Int {
      // Lines of a log pack about 8 : 1; what a file claims beyond twice that must arrive first.
      min(claimed ?? 0, packed.count * 16)
    }

    /// Unpacks the next bytes, as many as there is room for; fewer only at the end of the frame, 0 behind it.
    ///
    /// - Throws: `ZstandardError`, also for what follows the frame; what was given out until then must be dropped.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZstandardError) -> Int {
      var filled = 0
      while filled < buffer.count, !isComplete {
        let step = advance(into: buffer, from: filled)
        if ZSTD_isError(step.code) != 0 { throw Zstandard.error(of: step.code, at: consumed) }
        consumed = step.consumed
        produced += step.filled - filled
        filled = step.filled
        guard produced <= largest else { throw limit.error(for: packed.count) }
        if step.code == 0 {
          try complete()
        } else if consumed == packed.count, filled < buffer.count {
          // The input is used up, there was room for more output, and the frame still wants input.
          throw .truncated(byteCount: packed.count)
        }
      }
      return filled
    }

    private func complete() throws(ZstandardError) {
      isComplete = true
      guard consumed == packed.count else { throw .trailingBytes(at: consumed) }
      // libzstd does not look at the claim of a frame without contents.
      guard produced == claimed ?? produced else { throw .damaged(offset: 4, reason: "wrong content size") }
    }

    /// The content size that the header names; nil where it names none.
    private static func claimedByteCount(of bytes: [UInt8]) -> Int? {
      // The two highest numbers stand for "unknown" and "no frame header"; libzstd has them as macros.
      let claimed = ZSTD_getFrameContentSize(bytes, bytes.count)
      return claimed < UInt64.max - 1 ? Int(clamping: claimed) : nil
    }

    /// One call of the streaming decoder; a `code` of 0 says that the frame is complete and flushed.
    private func advance(
      into buffer: UnsafeMutableRawBufferPointer, from filled: Int
    ) -> (code: Int, consumed: Int, filled: Int) {
      packed.withUnsafeBytes { source in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: consumed)
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: filled)
        let code = ZSTD_decompressStream(context, &output, &input)
        return (code, input.pos, output.pos)
      }
    }
  }
}

extension Zstandard {
  /// Packs bytes that come in pieces into one frame.
  final class Packer {
    private let context: OpaquePointer
    private var frame: [UInt8] = []
    private var room: [UInt8]

    /// - Parameters:
    ///   - byteCount: Of all pieces together; the frame says so.
    ///   - level: As for `compress`.
    init(byteCount: Int, level: Int32) throws(ZstandardError) {
      guard let context = ZSTD_createCCtx() else { throw .outOfMemory }
      self.context = context
      room = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
      for (parameter, value) in [
        (ZSTD_c_compressionLevel, min(max(level, 1), 19)), (ZSTD_c_contentSizeFlag, 1), (ZSTD_c_checksumFlag, 1),
      ] {
        let code = ZSTD_CCtx_setParameter(context, parameter, value)
        if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
      }
      let code = ZSTD_CCtx_setPledgedSrcSize(context, UInt64(byteCount))
      if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
    }

    deinit { ZSTD_freeCCtx(context) }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(ZstandardError) {
      try put(bytes, ZSTD_e_continue)
    }

    /// The frame. - Throws: `ZstandardError` also where the pieces had other bytes together than was said.
    func finish() throws(ZstandardError) -> [UInt8] {
      try put(UnsafeBufferPointer(start: nil, count: 0), ZSTD_e_end)
      return frame
    }

    private func put(_ bytes: UnsafeBufferPointer<UInt8>, _ directive: ZSTD_EndDirective) throws(ZstandardError) {
      var position = 0
      while true {
        var produced = 0
        let code = room.withUnsafeMutableBytes { room in
          var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: position)
          var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
          let code = ZSTD_compressStream2(context, &output, &input, directive)
          position = input.pos
          produced = output.pos
          return code
        }
        if ZSTD_isError(code) != 0 { throw Zstandard.error(of: code, at: 0) }
        frame.append(contentsOf: room[..<produced])
        if directive == ZSTD_e_end ? code == 0 : position == bytes.count { return }
      }
    }
  }
}
