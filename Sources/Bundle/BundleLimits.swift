/// What a bundle may ask of the machine that reads it.
public struct BundleLimits: Sendable, Equatable {
  public let expansion: ExpansionLimit
  /// The most entries in the archive, manifest and signature included.
  public let entryCount: Int
  /// The most bytes in the manifest; its values take about sixteen times that in memory while they are read.
  public let manifestByteCount: Int
  /// The most bytes in the signature; an Ed25519 one has some 300.
  public let signatureByteCount: Int

  public init(
    expansion: ExpansionLimit = .bundle,
    entryCount: Int = 100_000,
    manifestByteCount: Int = 16 << 20,
    signatureByteCount: Int = 4096
  ) {
    self.expansion = expansion
    self.entryCount = entryCount
    self.manifestByteCount = manifestByteCount
    self.signatureByteCount = signatureByteCount
  }

  /// What SyncSpecs fixes.
  public static let standard = BundleLimits()
}
