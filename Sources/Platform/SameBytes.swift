extension UnsafeRawPointer {
  /// Whether so many bytes here are those there: eight at a time, the last eight with some of those before.
  @inlinable @inline(__always)
  public func isSame(as other: UnsafeRawPointer, count: Int) -> Bool {
    func isSameWord(_ index: Int) -> Bool {
      loadUnaligned(fromByteOffset: index, as: UInt64.self)
        == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
    var index = 0
    if count >= 8 {
      while index + 8 < count {
        if !isSameWord(index) { return false }
        index += 8
      }
      return isSameWord(count - 8)
    }
    while index < count {
      if load(fromByteOffset: index, as: UInt8.self) != other.load(fromByteOffset: index, as: UInt8.self) {
        return false
      }
      index += 1
    }
    return true
  }
}
