import CLibcrypto

/// Encryption that notices every change (RFC 8439), with one key and without further data.
///
/// Not to be shared between threads.
public final class ChaCha20Poly1305 {
  private let context: OpaquePointer

  /// The bytes that an encrypted message is longer by.
  public static let tagByteCount = 16

  /// - Parameter key: 32 bytes; any other number traps.
  public init(key: [UInt8]) {
    precondition(key.count == 32, "a key has 32 bytes")
    // The key has its length, so only libcrypto can fail: without the cipher, or without memory.
    guard let context = EVP_CIPHER_CTX_new(),
      EVP_CipherInit_ex(context, EVP_chacha20_poly1305(), nil, key, nil, 1) == 1
    else { fatalError("libcrypto offers no ChaCha20-Poly1305") }
    self.context = context
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  /// Encrypts a message and adds it, its tag after it, to `output`.
  ///
  /// - Parameter nonce: 12 bytes, never the same twice for one key.
  public func seal(_ message: ArraySlice<UInt8>, nonce: [UInt8], to output: inout [UInt8]) {
    precondition(nonce.count == 12, "a nonce has 12 bytes")
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: message.count + Self.tagByteCount))
    let isSealed = output.withUnsafeMutableBufferPointer { output in
      message.withUnsafeBufferPointer { message in
        EVP_CipherInit_ex(context, nil, nil, nil, nonce, 1) == 1
          && run(message, to: output.baseAddress.map { $0 + start })
          && EVP_CIPHER_CTX_ctrl(
            context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagByteCount),
            output.baseAddress.map { $0 + (start + message.count) }) == 1
      }
    }
    // Any message of a length that `run` takes can be encrypted; what was not must never be taken for it.
    guard isSealed else { fatalError("libcrypto could not encrypt") }
  }

  /// Decrypts what `seal` made and adds it to `output`.
  ///
  /// - Returns: Whether key, nonce and every bit are right; `output` is as it was where they are not.
  public func open(_ sealed: ArraySlice<UInt8>, nonce: [UInt8], to output: inout [UInt8]) -> Bool {
    precondition(nonce.count == 12, "a nonce has 12 bytes")
    guard sealed.count >= Self.tagByteCount else { return false }
    let start = output.count
    var tag = Array(sealed.suffix(Self.tagByteCount))
    output.append(contentsOf: repeatElement(0, count: sealed.count - Self.tagByteCount))
    let isRight = output.withUnsafeMutableBufferPointer { output in
      sealed.dropLast(Self.tagByteCount).withUnsafeBufferPointer { message in
        EVP_CipherInit_ex(context, nil, nil, nil, nonce, 0) == 1
          && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagByteCount), &tag) == 1
          && run(message, to: output.baseAddress.map { $0 + start })
      }
    }
    if !isRight { output.removeSubrange(start...) }
    return isRight
  }

  /// The message through the cipher, whose nonce and direction are set; when decrypting, false for a wrong tag.
  private func run(_ message: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>?) -> Bool {
    // libcrypto counts in 32 bits.
    precondition(message.count < 1 << 30, "a message is shorter than 1 GiB")
    var count: Int32 = 0
    if let start = message.baseAddress, !message.isEmpty {
      guard EVP_CipherUpdate(context, output, &count, start, Int32(message.count)) == 1 else { return false }
    }
    var rest: [UInt8] = [0]
    return EVP_CipherFinal_ex(context, &rest, &count) == 1
  }
}
