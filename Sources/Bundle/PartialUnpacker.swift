import CZstd

/// Unpacks zstd frames as far as they go: what a damaged or cut-off file still holds comes out before the error does.
///
/// For salvaging alone. What comes out of a damaged frame may be anything, so whoever uses it checks it by itself.
/// Frames that follow each other are unpacked one after another. Not to be shared between threads.
public final class PartialUnpacker {
  private let context: OpaquePointer
  private let limit: ExpansionLimit
  private var chunk = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
  private var packedByteCount = 0
  private var byteCount = 0
  /// Whether what was taken so far ends where a frame does.
  public private(set) var isAtEnd = false

  /// Whether a file that starts so claims to be packed; four bytes are enough.
  public static func isPacked(_ start: some Collection<UInt8>) -> Bool { start.starts(with: Zstandard.magic) }

  /// - Throws: `ZstandardError.outOfMemory`.
  public init(limit: ExpansionLimit = .bundle) throws(ZstandardError) {
    guard let context = ZSTD_createDCtx() else { throw .outOfMemory }
    self.context = context
    self.limit = limit
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Zstandard.largestWindowLog)
  }

  deinit { ZSTD_freeDCtx(context) }

  /// Takes the next packed bytes and gives what comes out, piece by piece.
  ///
  /// - Throws: `ZstandardError` where it goes no further, after all that came out was given.
  public func take(_ packed: [UInt8], _ body: ([UInt8]) -> Void) throws(ZstandardError) {
    packedByteCount += packed.count
    var consumed = 0
    while true {
      let step = advance(packed, from: consumed)
      if ZSTD_isError(step.code) != 0 {
        throw Zstandard.error(of: step.code, at: packedByteCount - packed.count + consumed)
      }
      consumed = step.consumed
      byteCount += step.produced
      guard byteCount <= min(limit.byteCount, limit.byteCountByRatio(of: packedByteCount)) else {
        throw limit.error(for: packedByteCount)
      }
      if step.produced > 0 { body(Array(chunk[..<step.produced])) }
      isAtEnd = step.code == 0
      if consumed == packed.count, step.produced < chunk.count { return }
    }
  }

  private func advance(_ packed: [UInt8], from offset: Int) -> (code: Int, consumed: Int, produced: Int) {
    packed.withUnsafeBytes { source in
      chunk.withUnsafeMutableBytes { target in
        var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: offset)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let code = ZSTD_decompressStream(context, &output, &input)
        return (code, input.pos, output.pos)
      }
    }
  }
}
