/// How far packed bytes may expand.
///
/// The ratio does not hold below `freeByteCount`: a small bundle of nearly equal lines packs better than 200 : 1 and
/// harms nobody.
public struct ExpansionLimit: Sendable, Equatable {
  /// The most bytes that may come out.
  public let byteCount: Int
  /// The most bytes that may come out for each byte that went in.
  public let ratio: Int
  /// Up to here the ratio is not looked at.
  public let freeByteCount: Int

  /// - Parameters: Negative numbers count as 0.
  public init(byteCount: Int, ratio: Int = 200, freeByteCount: Int = 1 << 20) {
    self.byteCount = max(0, byteCount)
    self.ratio = max(0, ratio)
    self.freeByteCount = max(0, freeByteCount)
  }

  /// What SyncSpecs fixes for a bundle: 2 GiB, 200 : 1.
  public static let bundle = ExpansionLimit(byteCount: 2 << 30)

  /// The most bytes that `packedByteCount` bytes may become by the ratio alone.
  public func byteCountByRatio(of packedByteCount: Int) -> Int {
    let (product, overflows) = packedByteCount.multipliedReportingOverflow(by: ratio)
    return max(freeByteCount, overflows ? Int.max : product)
  }

  /// The error for bytes that became more than this limit allows.
  func error(for packedByteCount: Int) -> ZstandardError {
    byteCountByRatio(of: packedByteCount) < byteCount
      ? .ratioTooHigh(packedByteCount: packedByteCount, ratio: ratio) : .tooLarge(limit: byteCount)
  }
}
