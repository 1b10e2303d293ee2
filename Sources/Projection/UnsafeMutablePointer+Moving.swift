extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// Moves the first `count` values to memory for more of them, and frees this unless it is another's.
  func moved(_ count: Int, to capacity: Int, isFreed: Bool = true) -> UnsafeMutablePointer {
    let new = UnsafeMutablePointer.allocate(capacity: capacity)
    new.update(from: self, count: count)
    if isFreed { deallocate() }
    return new
  }
}
