import Cryptography

extension LineView {
  /// Appends the line as it stands without its payload and salt: `{"chain","digest","head"}`, canonical, no line feed.
  ///
  /// Its link, and so all that follows it, still verifies. A line that has no payload is appended as it is.
  ///
  /// - Parameter bytes: Those that the line was parsed from.
  public func appendErased(
    from bytes: UnsafeBufferPointer<UInt8>, to target: inout [UInt8], hasher: LinkHasher
  ) {
    let digest: Digest
    if let salt, let payload {
      digest = hasher.digest(salt: bytes.part(salt), payload: bytes.part(payload))
    } else if let removedDigest {
      digest = removedDigest
    } else {
      return
    }
    target.append(contentsOf: "{\"chain\":\"".utf8)
    target.append(contentsOf: chain.text.utf8)
    target.append(contentsOf: "\",\"digest\":\"".utf8)
    target.append(contentsOf: Base64.url(digest.bytes).utf8)
    target.append(contentsOf: "\",\"head\":".utf8)
    target.append(contentsOf: bytes.part(head))
    target.append(UInt8(ascii: "}"))
  }
}
