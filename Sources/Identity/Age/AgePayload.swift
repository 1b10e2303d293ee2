import Cryptography

/// The content after the header: a nonce, then chunks of 64 KiB, each encrypted for its place (STREAM).
///
/// A chunk's own nonce is its number from 0 in 11 bytes, and a byte that is 1 for the last. So chunks cannot change
/// places, and a file that is cut after a whole chunk is noticed. Only the last is shorter, and only a sole one is empty.
enum AgePayload {
  static let nonceByteCount = 16
  private static let chunkByteCount = 1 << 16
  private static let sealedByteCount = chunkByteCount + ChaCha20Poly1305.tagByteCount

  /// Adds the payload that holds `content` to a header.
  ///
  /// - Parameter nonce: 16 bytes, never the same twice for one file key.
  static func append(_ content: [UInt8], to file: inout [UInt8], fileKey: [UInt8], nonce: [UInt8]) {
    let cipher = cipher(fileKey, nonce[...])
    let chunkCount = max(1, (content.count + chunkByteCount - 1) / chunkByteCount)
    file.reserveCapacity(
      file.count + nonceByteCount + content.count + chunkCount * ChaCha20Poly1305.tagByteCount)
    file += nonce
    for number in 0..<chunkCount {
      let start = number * chunkByteCount
      let chunk = content[start..<min(start + chunkByteCount, content.count)]
      cipher.seal(chunk, nonce: chunkNonce(number, isLast: number == chunkCount - 1), to: &file)
    }
  }

  /// The content, of which every byte is as it was written.
  ///
  /// - Parameter limit: The most bytes that the content may have.
  /// - Throws: `AgeError.incompleteHeader` without a nonce, `incompletePayload`, `damagedChunk`, `trailingBytes` or
  ///   `tooLarge`.
  static func content(of bytes: ArraySlice<UInt8>, fileKey: [UInt8], limit: Int) throws(AgeError) -> [UInt8] {
    guard bytes.count >= nonceByteCount else { throw .incompleteHeader }
    let cipher = cipher(fileKey, bytes.prefix(nonceByteCount))
    let sealed = bytes.dropFirst(nonceByteCount)
    let chunkCount = (sealed.count + sealedByteCount - 1) / sealedByteCount
    guard chunkCount > 0 else { throw .incompletePayload(chunkCount: 0) }
    let byteCount = max(0, sealed.count - chunkCount * ChaCha20Poly1305.tagByteCount)
    guard byteCount <= limit else { throw .tooLarge(byteCount: byteCount, limit: limit) }
    var content: [UInt8] = []
    content.reserveCapacity(byteCount)
    for number in 0..<chunkCount {
      let start = sealed.startIndex + number * sealedByteCount
      let chunk = sealed[start..<min(start + sealedByteCount, sealed.endIndex)]
      let isLast = number == chunkCount - 1
      guard cipher.open(chunk, nonce: chunkNonce(number, isLast: isLast), to: &content) else {
        // A chunk that opens as the other kind is whole, and the file goes on, or stops, where it should not.
        guard cipher.open(chunk, nonce: chunkNonce(number, isLast: !isLast), to: &content) else {
          throw .damagedChunk(number + 1)
        }
        throw isLast ? .incompletePayload(chunkCount: chunkCount) : .trailingBytes(afterChunk: number + 1)
      }
      // Content that fills its chunks has no empty one after them, or it could be written in two ways.
      if isLast, number > 0, chunk.count == ChaCha20Poly1305.tagByteCount { throw .damagedChunk(number + 1) }
    }
    return content
  }

  private static func cipher(_ fileKey: [UInt8], _ nonce: ArraySlice<UInt8>) -> ChaCha20Poly1305 {
    ChaCha20Poly1305(key: HKDF.sha256(secret: fileKey, salt: Array(nonce), info: Array("payload".utf8)))
  }

  private static func chunkNonce(_ number: Int, isLast: Bool) -> [UInt8] {
    let counter = UInt64(number)
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64($0))) }
    return [0, 0, 0] + bytes + [isLast ? 1 : 0]
  }
}
